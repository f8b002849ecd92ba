// One thing asked of the copilot: not yet, on its way, there, or failed. What comes late for another conversation is dropped.

import type { ReactiveControllerHost } from 'lit'

export type AskedState<T> =
  | { kind: 'idle' }
  | { kind: 'working' }
  | { kind: 'done'; value: T }
  | { kind: 'failed'; error: unknown }

export class Asked<T> {
  state: AskedState<T> = { kind: 'idle' }
  readonly #host: ReactiveControllerHost
  #asked = 0

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  get isWorking(): boolean {
    return this.state.kind === 'working'
  }

  reset(): void {
    this.#asked++
    this.#set({ kind: 'idle' })
  }

  /** A later call overtakes this one. */
  async run(work: () => Promise<T>): Promise<void> {
    const ask = ++this.#asked
    this.#set({ kind: 'working' })
    try {
      const value = await work()
      if (ask === this.#asked) this.#set({ kind: 'done', value })
    } catch (error) {
      if (ask === this.#asked) this.#set({ kind: 'failed', error })
    }
  }

  #set(state: AskedState<T>): void {
    this.state = state
    this.#host.requestUpdate()
  }
}
