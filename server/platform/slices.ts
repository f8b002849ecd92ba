// Long work in steps: at once, or in slices between which everything else gets its turn.

/** Work that pauses wherever it may be interrupted, and returns what it made. */
export type Steps<T> = Generator<void, T, void>

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** @param ms of one slice; a single step may take longer */
export async function inSlices<T>(steps: Steps<T>, ms = 8): Promise<T> {
  for (;;) {
    const end = performance.now() + ms
    while (performance.now() < end) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await new Promise(setImmediate)
  }
}
