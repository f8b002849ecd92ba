// What draws the thread, fetched when there is one or is about to be: who opens a new chat sees none yet.

import type { ReactiveControllerHost } from 'lit'

type Phase = 'none' | 'loading' | 'failed' | 'ready'

export class LateThread {
  #host: Pick<ReactiveControllerHost, 'requestUpdate'>
  #load: () => Promise<unknown>
  #phase: Phase = 'none'

  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    load = (): Promise<unknown> => import('../message-list/message-list.define.ts'),
  ) {
    this.#host = host
    this.#load = load
  }

  get phase(): Phase {
    return this.#phase
  }

  /** Fetches it, unless that was tried. */
  need(): void {
    if (this.#phase === 'none') void this.fetch()
  }

  /** Also after it failed. */
  async fetch(): Promise<void> {
    if (this.#phase === 'loading' || this.#phase === 'ready') return
    this.#show('loading')
    this.#show(
      await this.#load().then(
        () => 'ready',
        () => 'failed',
      ),
    )
  }

  #show(phase: Phase): void {
    this.#phase = phase
    this.#host.requestUpdate()
  }
}
