// What a pointer does over the rows besides clicking: rests on one that may be opened next, or is held down on one to
// choose it, as a finger does that has no other way.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Aim } from './aim.controller.ts'

/** A pointer that stays so long on a row may be about to open it, ms. */
const LINGERS = 80
/** A finger that stays so long chooses the row, ms; one that has moved so far scrolls, px. */
const HELD = 450
const MOVED = 10

/** The conversation whose row an event comes from. */
export const rowIdOf = (event: Event): string | undefined =>
  (event.target as Element).closest('li')?.querySelector<HTMLElement>('.row')?.dataset.id

interface Options {
  aim: Aim
  linger: (id: string) => void
  hold: (id: string) => void
}

export class RowPointer implements ReactiveController {
  readonly #options: Options
  #lingering: ReturnType<typeof setTimeout> | undefined
  #holding: ReturnType<typeof setTimeout> | undefined
  #from = { x: 0, y: 0 }
  /** The click that ends a long press is none. */
  #isHeld = false

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#options = options
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#lingering)
    this.release()
  }

  move = (event: PointerEvent): void => {
    const { aim, linger } = this.#options
    if (Math.hypot(event.clientX - this.#from.x, event.clientY - this.#from.y) > MOVED) this.release()
    const id = rowIdOf(event)
    if (id) aim.point(event)
    clearTimeout(this.#lingering)
    if (id) this.#lingering = setTimeout(() => linger(id), LINGERS)
  }

  press = (event: PointerEvent): void => {
    const { aim, hold } = this.#options
    aim.point(event)
    this.#isHeld = false
    const id = rowIdOf(event)
    if (event.pointerType !== 'touch' || !id) return
    this.#from = { x: event.clientX, y: event.clientY }
    this.release()
    this.#holding = setTimeout(() => {
      this.#isHeld = true
      hold(id)
    }, HELD)
  }

  /** The finger is up, or scrolls. */
  release = (): void => clearTimeout(this.#holding)

  leave = ({ relatedTarget }: PointerEvent): void => {
    clearTimeout(this.#lingering)
    this.release()
    // On its way to what brings the news, which must not go away under it.
    if (!(relatedTarget as Element | null)?.matches?.('.news')) this.#options.aim.rest()
  }

  /** Whether a click only ends a long press. Asked once for each. */
  swallows(): boolean {
    const was = this.#isHeld
    this.#isHeld = false
    return was
  }

  /** What a browser would show over a row that is held. */
  menu = (event: Event): void => {
    if (this.#isHeld) event.preventDefault()
  }
}
