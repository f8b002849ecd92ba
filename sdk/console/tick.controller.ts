// Redraws an element now and then, so that ages such as "2 min" stay true while nothing else happens.

import type { ReactiveController, ReactiveControllerHost } from 'lit'

export class Tick implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #every: number
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost, every = 20_000) {
    this.#host = host
    this.#every = every
    host.addController(this)
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), this.#every)
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
  }
}
