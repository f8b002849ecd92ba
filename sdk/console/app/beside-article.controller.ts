// The article that is edited beside the conversation. It stays while one conversation gives way to the next, and out of
// sight while something else needs its room: what is typed in it is lost by nothing but closing it, which asks.

import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { ConsoleTranslate } from '../desk.context.ts'
import { pageOutlet } from './page-outlet.ts'

interface Deps {
  /** It is gone: the conversation has the room again. */
  closed: () => void
}

export class BesideArticle implements ReactiveController {
  /** Null while there is none. */
  id: string | null = null
  readonly #host: ReactiveControllerHost
  readonly #deps: Deps

  constructor(host: ReactiveControllerHost, deps: Deps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
  }

  hostConnected(): void {}

  open(id: string): void {
    this.id = id
    this.#host.requestUpdate()
  }

  close(): void {
    this.id = null
    this.#host.requestUpdate()
    this.#deps.closed()
  }

  draw(shown: boolean, t: ConsoleTranslate) {
    if (this.id === null) return nothing
    return html`<aside class="beside" aria-label=${t('rail.knowledge')} ?hidden=${!shown} @deskbell-close-article=${() => this.close()}>
      ${pageOutlet('beside', this.id, t, () => this.#host.requestUpdate())}</aside>`
  }
}
