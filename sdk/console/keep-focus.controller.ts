// What has the focus may go away under it, by one's own action or another's: then it goes to what comes next, not nowhere.

import type { ReactiveController, ReactiveElement } from 'lit'

export class KeepFocus implements ReactiveController {
  readonly #host: ReactiveElement
  readonly #next: () => void
  #had = false

  constructor(host: ReactiveElement, next: () => void) {
    this.#host = host
    this.#next = next
    host.addController(this)
  }

  get #has(): boolean {
    return Boolean(this.#host.shadowRoot?.activeElement)
  }

  hostUpdate(): void {
    this.#had = this.#has
  }

  hostUpdated(): void {
    if (this.#had && !this.#has) this.#next()
    this.#had = false
  }
}
