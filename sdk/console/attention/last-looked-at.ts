// Of a browser's tabs the one that was looked at last calls for its agent: several would ring for what is before their
// eyes. When it closes, the next does.

export interface LastLookedAt {
  /** Whether it is this one. */
  get(): boolean
  /** It is this one from now on. */
  set(): void
  close(): void
}

/** @param name who shares it: one agent of one server. Where there are no locks each tab is for itself. */
export function createLastLookedAt(name: string): LastLookedAt {
  const { locks } = navigator as { locks?: LockManager }
  let turn = new AbortController()
  let isThis = false

  function hold(steal: boolean): void {
    turn = new AbortController()
    const { signal } = turn
    locks
      ?.request(name, steal ? { steal } : { signal }, () => {
        isThis = true
        return new Promise<void>((letGo) => signal.addEventListener('abort', () => letGo()))
      })
      .catch(({ name }: Error) => {
        if (signal.aborted || name !== 'AbortError') return
        // Another tab has taken it, and this one is next in line.
        isThis = false
        hold(false)
      })
  }

  function set(): void {
    if (isThis) return
    turn.abort()
    isThis = true
    hold(true)
  }

  set()
  return { get: () => isThis, set, close: () => turn.abort() }
}
