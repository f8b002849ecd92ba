// What was deleted and many conversations still have: how many, asked again and again until it is out of the last one.

import type { ReactiveController, ReactiveControllerHost } from 'lit'

const EVERY_MS = 1000

type Ask = () => Promise<number>

export class TakenAway implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #asked = new Map<Ask, number>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** In how many conversations it still is. */
  get left(): number {
    return [...this.#asked.values()].reduce((sum, left) => sum + left, 0)
  }

  follow(ask: Ask): void {
    this.#asked.set(ask, 0)
    this.#later()
  }

  hostDisconnected(): void {
    this.forget()
  }

  forget(): void {
    clearTimeout(this.#timer)
    this.#asked.clear()
  }

  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#look(), EVERY_MS)
  }

  async #look(): Promise<void> {
    await Promise.all(
      [...this.#asked.keys()].map(async (ask) => {
        // A count is no reason to say anything.
        const left = await ask().catch(() => 0)
        if (!this.#asked.has(ask)) return
        if (left > 0) this.#asked.set(ask, left)
        else this.#asked.delete(ask)
      }),
    )
    this.#host.requestUpdate()
    if (this.#asked.size > 0) this.#later()
  }
}
