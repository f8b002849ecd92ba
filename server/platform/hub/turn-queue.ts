// Runs tasks one after another, in order, and refuses more than it can hold.

export function createTurnQueue({ size }: { size: number }) {
  let waiting = 0
  let last: Promise<void> = Promise.resolve()
  return {
    /** False: full, and the task will not run. Tasks must not reject. */
    add(task: () => Promise<void>): boolean {
      if (waiting >= size) return false
      waiting += 1
      last = last.then(task).finally(() => {
        waiting -= 1
      })
      return true
    },
    /** When everything added so far has run. */
    idle: (): Promise<void> => last,
  }
}
