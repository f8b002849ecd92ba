// Keeps a log at its end while its reader is there, and still where they are when they read back.

import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** So close to the end counts as the end, in px. */
const NEAR = 48

export class ScrollPin implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element
  readonly #find: () => HTMLElement | null
  readonly #resized = new ResizeObserver(() => this.#hold())
  #watched: HTMLElement | null = null
  #height = 0
  /** Where this put the box last: a scroll event without movement is an echo of that, not a reader's. */
  #put = -1
  #first: unknown
  /** Whether the reader is at the end. */
  pinned = true

  constructor(host: ReactiveControllerHost & Element, find: () => HTMLElement | null) {
    this.#host = host
    this.#find = find
    host.addController(this)
  }

  /** To the newest line. */
  toEnd(): void {
    this.pinned = true
    this.#hold()
    this.#host.requestUpdate()
  }

  /** Call after drawing; `first` names the oldest line, so that older ones put above it move nothing. */
  settle(first: unknown): void {
    const box = this.#find()
    if (!box) return
    this.#watch(box)
    const grewAbove = this.#first !== undefined && first !== this.#first
    if (!this.pinned && grewAbove) box.scrollTop += box.scrollHeight - this.#height
    this.#first = first
    this.#hold()
  }

  /** Forget the conversation that was here. */
  reset(): void {
    this.pinned = true
    this.#first = undefined
  }

  hostDisconnected(): void {
    this.#resized.disconnect()
    this.#watched?.removeEventListener('scroll', this.#onScroll)
    this.#watched = null
  }

  #watch(box: HTMLElement): void {
    if (box === this.#watched) return
    this.hostDisconnected()
    this.#watched = box
    box.addEventListener('scroll', this.#onScroll, { passive: true })
    this.#resized.observe(box)
  }

  #hold(): void {
    const box = this.#find()
    if (!box) return
    if (this.pinned) {
      box.scrollTop = box.scrollHeight
      this.#put = box.scrollTop
    }
    this.#height = box.scrollHeight
  }

  #onScroll = (): void => {
    const box = this.#watched
    if (!box) return
    // The box may have shrunk since, as the composer below it grew.
    if (this.pinned && Math.abs(box.scrollTop - this.#put) < 1) {
      this.#hold()
      return
    }
    const pinned = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR
    if (pinned === this.pinned) return
    this.pinned = pinned
    this.#host.requestUpdate()
  }
}
