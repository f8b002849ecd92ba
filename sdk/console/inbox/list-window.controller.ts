// Which part of the list is in sight, and that it stays in sight while rows above it come and go.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { rowTop, type Stretch, scrollFor, type Viewport, windowOf } from './row-window.ts'

interface Deps {
  scroller: () => HTMLElement | null
  stretches: () => Stretch[]
  order: () => readonly string[]
}

export class ListWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #deps: Deps
  #shape = new ResizeObserver(() => this.#measure())
  #watched: Element | null = null
  #anchor: { id: string; below: number } | null = null
  view: Viewport = { top: 0, height: 900, row: 72 }

  constructor(host: ReactiveControllerHost, deps: Deps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#shape.disconnect()
    this.#watched = null
  }

  /** Per stretch the rows to draw. */
  get windows(): [number, number][] {
    return windowOf(this.#deps.stretches(), this.view)
  }

  /** How much there is below what is in sight, in rows. */
  get rowsBelow(): number {
    const { top, height, row } = this.view
    const end = this.#deps.stretches().reduce((sum, stretch) => sum + stretch.head + stretch.rows * row, 0)
    return (end - top - height) / row
  }

  /** Before rows come and go: what is at the top. */
  remember(): void {
    this.#anchor = this.#topRow()
  }

  toBeginning(): void {
    this.#anchor = null
    this.view = { ...this.view, top: 0 }
    const scroller = this.#deps.scroller()
    if (scroller) scroller.scrollTop = 0
  }

  /** What was at the top is there again, unless the list stands at its beginning. */
  hostUpdated(): void {
    const scroller = this.#deps.scroller()
    if (!scroller) return
    this.#watch(scroller)
    if (!this.#anchor || this.view.top < this.view.row / 2) return
    const at = this.#deps.order().indexOf(this.#anchor.id)
    if (at < 0) return
    const top = rowTop(this.#deps.stretches(), at, this.view.row) - this.#anchor.below
    if (Math.abs(top - this.view.top) < 1) return
    this.view = { ...this.view, top }
    scroller.scrollTop = top
    this.#host.requestUpdate()
  }

  /** Scrolls no further than a row needs to be in sight; what it takes to draw it is up to the caller. */
  reveal(at: number): void {
    this.#anchor = null
    const top = scrollFor(rowTop(this.#deps.stretches(), at, this.view.row), this.view)
    this.view = { ...this.view, top }
  }

  scrolled = (event: Event): void => {
    const { scrollTop } = event.currentTarget as HTMLElement
    if (scrollTop === this.view.top) return
    this.view = { ...this.view, top: scrollTop }
    this.#host.requestUpdate()
  }

  #watch(scroller: HTMLElement): void {
    if (this.#watched === scroller) return
    this.#shape.disconnect()
    this.#watched = scroller
    this.#shape.observe(scroller)
    this.#shape.observe(scroller.querySelector('.measure')!)
    // At once, not with the observer's first word: a key may be pressed before that.
    this.#measure()
  }

  /** The scroller's height, and the height of a row as the density has it. */
  #measure(): void {
    const scroller = this.#deps.scroller()
    if (!scroller) return
    const height = scroller.clientHeight || this.view.height
    const row = scroller.querySelector<HTMLElement>('.measure')!.offsetHeight || this.view.row
    if (height === this.view.height && row === this.view.row) return
    this.#anchor = null
    this.view = { ...this.view, height, row }
    this.#host.requestUpdate()
  }

  #topRow(): { id: string; below: number } | null {
    const { top, row } = this.view
    const stretches = this.#deps.stretches()
    let number = 0
    for (const [index, [from]] of windowOf(stretches, { top, height: 0, row }).entries()) {
      for (let at = from; at < stretches[index]!.rows; at++) {
        const rowAt = rowTop(stretches, number + at, row)
        if (rowAt + row <= top) continue
        const id = this.#deps.order()[number + at]
        return id ? { id, below: rowAt - top } : null
      }
      number += stretches[index]!.rows
    }
    return null
  }
}
