// Redraws an element when a store it reads changes, also when it is handed another store meanwhile.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Store } from '../client/store.ts'

export class Watch<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #pick: () => Store<T> | undefined
  #store: Store<T> | undefined
  #stop: (() => void) | undefined
  #connected = false

  constructor(host: ReactiveControllerHost, pick: () => Store<T> | undefined) {
    this.#host = host
    this.#pick = pick
    host.addController(this)
  }

  /** The present value; undefined while there is no store to read. */
  get value(): T | undefined {
    return this.#pick()?.get()
  }

  hostConnected(): void {
    this.#connected = true
    this.#follow()
  }

  hostUpdate(): void {
    this.#follow()
  }

  hostDisconnected(): void {
    this.#connected = false
    this.#drop()
  }

  #follow(): void {
    const store = this.#pick()
    if (!this.#connected || store === this.#store) return
    this.#drop()
    this.#store = store
    this.#stop = store?.subscribe(() => this.#host.requestUpdate())
  }

  #drop(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#store = undefined
  }
}
