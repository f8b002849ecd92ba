// Runs tasks one after another, in order, and refuses more than it can hold.

const DONE: Promise<void> = Promise.resolve()

export class TurnQueue {
  private waiting = 0
  private last = DONE

  /** False: full, and the task will not run. Tasks must not reject. */
  add(task: () => Promise<void>, size: number): boolean {
    if (this.waiting >= size) return false
    this.waiting += 1
    this.last = this.last.then(task).finally(() => {
      this.waiting -= 1
      // An idle socket keeps no promise.
      if (this.waiting === 0) this.last = DONE
    })
    return true
  }

  /** When everything added so far has run. */
  idle(): Promise<void> {
    return this.last
  }
}
