// A circuit breaker: after a run of failures the dependency is left alone for a while, and then tried by one.

export interface BreakerOptions {
  clock: () => Date
  /** So many failures within `withinMs` open it for `openMs`. */
  failures: number
  withinMs: number
  openMs: number
}

export function createBreaker({ clock, failures, withinMs, openMs }: BreakerOptions) {
  let recent: number[] = []
  /** 0: closed. */
  let openUntil = 0
  let probing = false

  const now = (): number => clock().getTime()
  const isOpen = (): boolean => openUntil > 0 && (probing || now() < openUntil)

  return {
    isOpen,
    /** Lets a request through; false: leave it alone. Of those that come after the pause only one goes, until it is back. */
    enter(): boolean {
      if (isOpen()) return false
      if (openUntil > 0) probing = true
      return true
    },
    succeed(): void {
      recent = []
      openUntil = 0
      probing = false
    },
    fail(): void {
      const at = now()
      recent = [...recent.filter((earlier) => at - earlier < withinMs), at]
      if (probing || recent.length >= failures) openUntil = at + openMs
      probing = false
    },
    /** The request came to nothing that says anything of the dependency. */
    leave(): void {
      probing = false
    },
  }
}

export type Breaker = ReturnType<typeof createBreaker>
