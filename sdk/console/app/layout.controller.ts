// How much room the console has, by its own width and not the window's: it may stand inside another page.

import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** `phone`: one column. `compact`: narrow rail. `medium`: no sidebar at rest. `wide`: everything. */
export type Layout = 'phone' | 'compact' | 'medium' | 'wide'

export const layoutFor = (width: number): Layout =>
  width < 700 ? 'phone' : width < 1000 ? 'compact' : width < 1280 ? 'medium' : 'wide'

export class LayoutController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element
  readonly #observer: ResizeObserver
  value: Layout = 'wide'

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host
    this.#observer = new ResizeObserver(([entry]) => this.#set(entry!.contentRect.width))
    host.addController(this)
  }

  hostConnected(): void {
    this.#set(this.#host.getBoundingClientRect().width)
    this.#observer.observe(this.#host)
  }

  hostDisconnected(): void {
    this.#observer.disconnect()
  }

  #set(width: number): void {
    const value = layoutFor(width)
    if (value === this.value || width === 0) return
    this.value = value
    this.#host.requestUpdate()
  }
}
