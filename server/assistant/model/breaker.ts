// A circuit breaker: after a run of failures the dependency is left alone for a while.

export interface BreakerOptions {
  clock: () => Date
  /** So many failures within `withinMs` open it for `openMs`. */
  failures: number
  withinMs: number
  openMs: number
}

export function createBreaker({ clock, failures, withinMs, openMs }: BreakerOptions) {
  let recent: number[] = []
  let openUntil = 0

  return {
    isOpen: (): boolean => clock().getTime() < openUntil,
    fail(): void {
      const now = clock().getTime()
      recent = [...recent.filter((at) => now - at < withinMs), now]
      if (recent.length >= failures) openUntil = now + openMs
    },
    succeed(): void {
      recent = []
    },
  }
}
