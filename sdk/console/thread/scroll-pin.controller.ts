// Keeps a log at its end while its reader is there, and still where they are when they read back.

import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** So close to the end counts as the end, in px. */
const NEAR = 48
/** So close to the beginning more of the log is wanted, in px. */
const EARLY = 2000

export class ScrollPin implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element
  readonly #find: () => HTMLElement | null
  readonly #resized = new ResizeObserver(() => this.#hold())
  #watched: HTMLElement | null = null
  /** Where this put the box last: a scroll event without movement is an echo of that, not a reader's. */
  #put = -1
  /** What the reader sees first, and where: drawing more above it must not move it. */
  #anchor: { id: string; top: number } | null = null
  /** What the reader was led to: it stays in sight as the box shrinks, until they go elsewhere themselves. */
  #led: HTMLElement | null = null
  /** Whether the reader is at the end. */
  pinned = true

  readonly #nearTop: () => void

  constructor(
    host: ReactiveControllerHost & Element,
    find: () => HTMLElement | null,
    /** The reader comes to where the log begins. */
    nearTop: () => void = () => {},
  ) {
    this.#host = host
    this.#find = find
    this.#nearTop = nearTop
    host.addController(this)
  }

  /** To the newest line. */
  toEnd(): void {
    this.pinned = true
    this.#led = null
    this.#hold()
    this.#host.requestUpdate()
  }

  /** Whoever goes elsewhere is not at the end. */
  release(): void {
    this.pinned = false
    this.#anchor = null
    this.#led = null
  }

  /** To a line of the log. */
  lead(line: HTMLElement, block: 'center' | 'start'): void {
    this.release()
    this.#led = line
    line.scrollIntoView({ block })
    this.#put = this.#watched?.scrollTop ?? -1
  }

  hostUpdate(): void {
    const box = this.#watched
    this.#anchor = null
    if (!box || this.pinned) return
    const { top: edge, height } = box.getBoundingClientRect()
    // Not the very first: its own height changes when it is no longer the first of its author.
    for (const line of box.querySelectorAll<HTMLElement>('[data-event]')) {
      const { top, bottom } = line.getBoundingClientRect()
      if (bottom <= edge) continue
      this.#anchor = { id: line.dataset.event!, top }
      if (top > edge + height / 4) return
    }
  }

  /** Call after drawing. */
  settle(): void {
    const box = this.#find()
    if (!box) return
    this.#watch(box)
    const { pinned } = this
    const held = this.#anchor
    const line = !pinned && held ? box.querySelector(`[data-event="${held.id}"]`) : null
    const moved = line ? line.getBoundingClientRect().top - held!.top : 0
    if (moved !== 0) {
      const isStill = box.scrollTop === this.#put
      box.scrollTop += moved
      if (isStill) this.#put = box.scrollTop
    }
    this.#hold()
  }

  /** Forget the conversation that was here. */
  reset(): void {
    this.pinned = true
    this.#anchor = null
    this.#led = null
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
    if (this.pinned) box.scrollTop = box.scrollHeight
    else if (this.#led && Math.abs(box.scrollTop - this.#put) < 1)
      this.#led.scrollIntoView({ block: 'nearest' })
    else {
      this.#led = null
      return
    }
    this.#put = box.scrollTop
  }

  #onScroll = (): void => {
    const box = this.#watched
    if (!box) return
    // The box may have shrunk since, as the composer below it grew.
    if (this.pinned && Math.abs(box.scrollTop - this.#put) < 1) {
      this.#hold()
      return
    }
    if (box.scrollTop < EARLY) this.#nearTop()
    const pinned = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR
    if (pinned === this.pinned) return
    this.pinned = pinned
    this.#host.requestUpdate()
  }
}
