// What was deleted and many conversations still have: how many, asked again and again until it is out of the last one.

import type { ReactiveController, ReactiveControllerHost } from 'lit'

const EVERY_MS = 1000

type Ask = () => Promise<number>

export class TakenAway implements ReactiveController {
  /** In how many conversations it still is. */
  left = 0
  readonly #host: ReactiveControllerHost
  #ask: Ask | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** Asks at once. */
  follow(ask: Ask): void {
    clearTimeout(this.#timer)
    this.#ask = ask
    void this.#look(ask)
  }

  hostDisconnected(): void {
    this.forget()
  }

  forget(): void {
    clearTimeout(this.#timer)
    this.#ask = null
    this.left = 0
  }

  async #look(ask: Ask): Promise<void> {
    // A count is no reason to say anything.
    const left = await ask().catch(() => 0)
    if (ask !== this.#ask) return
    this.left = left
    this.#host.requestUpdate()
    if (left > 0) this.#timer = setTimeout(() => void this.#look(ask), EVERY_MS)
  }
}
