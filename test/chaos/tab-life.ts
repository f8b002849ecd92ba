// One tab from its opening to its end: alive, frozen (timers and messages stop), or dead (nothing ever happens again).

export function createTabLife() {
  let state: 'alive' | 'frozen' | 'dead' = 'alive'
  const held: (() => void)[] = []
  const end = new AbortController()

  /** What would run in the tab: now, when it thaws, or never. */
  function enter(run: () => void): void {
    if (state === 'alive') run()
    else if (state === 'frozen') held.push(run)
  }

  return {
    enter,
    /** A promise as code in the tab sees it. */
    gate: <T>(promise: Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        promise.then(
          (value) => enter(() => resolve(value)),
          (error) => enter(() => reject(error)),
        )
      }),
    isDead: () => state === 'dead',
    isFrozen: () => state === 'frozen',
    /** Aborts with the tab. */
    signal: end.signal,
    freeze(): void {
      if (state === 'alive') state = 'frozen'
    },
    thaw(): void {
      if (state !== 'frozen') return
      state = 'alive'
      // Each in a turn of its own, as a browser does.
      for (const run of held.splice(0)) setImmediate(() => enter(run))
    },
    kill(): void {
      state = 'dead'
      held.length = 0
      end.abort()
    },
  }
}

export type TabLife = ReturnType<typeof createTabLife>
