// The article that is edited beside the conversation. It stays while one conversation gives way to the next, and out of
// sight while something else needs its room: what is typed in it is lost by nothing but closing it, which asks.

import { html, type LitElement, nothing } from 'lit'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { ArticleBeside } from '../knowledge/article-beside.ts'
import { pageOutlet } from './page-outlet.ts'

interface Deps {
  /** It is gone: the conversation has the room again. */
  closed: () => void
}

/** What else its room may be taken by. */
type Host = LitElement & { page: unknown; details: boolean }

export class BesideArticle {
  /** Null while there is none. */
  id: string | null = null
  readonly #host: Host
  readonly #deps: Deps

  constructor(host: Host, deps: Deps) {
    this.#host = host
    this.#deps = deps
  }

  open(id: string): void {
    this.id = id
    this.#show()
  }

  #show(): void {
    this.#host.page = null
    this.#host.details = false
    this.#host.requestUpdate()
  }

  close(): void {
    this.id = null
    this.#host.requestUpdate()
    this.#deps.closed()
  }

  /** Asks before what is typed in it is lost by leaving the console. @returns whether it asks */
  keeps(leave: () => void): boolean {
    const asks = this.#element?.dirty ?? false
    if (asks) {
      this.#show()
      this.#element!.ask!(leave)
    }
    return asks
  }

  get #element(): Partial<ArticleBeside> | null {
    return this.#host.renderRoot.querySelector('deskbell-article-beside')
  }

  draw(shown: boolean, t: ConsoleTranslate) {
    if (this.id === null) return nothing
    return html`<aside class="beside" aria-label=${t('rail.knowledge')} ?hidden=${!shown} @deskbell-close-article=${() => this.close()}>
      ${pageOutlet('beside', this.id, t, () => this.#host.requestUpdate())}</aside>`
  }
}
