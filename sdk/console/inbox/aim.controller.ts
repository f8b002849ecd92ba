// Knows whether somebody aims at the list right now, with a pointer or with the focus: then nothing in it moves.

import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A pointer that has rested so long is parked there and aims at nothing, ms. */
const RESTS = 3000

export class Aim implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Somebody points at a row. */
  pointing = false

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host
    host.addController(this)
  }

  /** Somebody points at a row, or stands on one with the focus. */
  get holds(): boolean {
    return this.pointing || Boolean(this.#host.shadowRoot?.activeElement?.matches('.row'))
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.pointing = false
  }

  /** For pointer events in the list. */
  point = (event: PointerEvent): void => {
    // A finger points only while it is down, and then it scrolls.
    if (event.pointerType === 'touch') return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.rest(), RESTS)
    this.pointing = true
  }

  /** The pointer has left, or lies still. */
  rest = (): void => {
    clearTimeout(this.#timer)
    if (!this.pointing) return
    this.pointing = false
    this.#host.requestUpdate()
  }
}
