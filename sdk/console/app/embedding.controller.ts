// The console in a page that is not ours: the page says who is there, and hears whose conversation is open so that it
// can show what it knows of them.

import { html, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { AgentClientOptions, AgentConversationView } from '../../client/agent-client.api.ts'
import { ApiError } from '../../client/api-error.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { Watch } from '../watch.controller.ts'

/** The page is asked for a fresh host token, where it has set no `getToken`. */
export class TokenNeededEvent extends Event {
  #answer: Promise<string> | null = null

  constructor() {
    super('deskbell-console-token-needed', { bubbles: true, composed: true })
  }

  /** The token, or what becomes one. */
  respondWith(token: string | Promise<string>): void {
    this.#answer ??= Promise.resolve(token)
  }

  get answer(): Promise<string> | null {
    return this.#answer
  }
}

/** Another customer's conversation is open, or none; for what the page shows in the slot `customer-panel`. */
export class ConsoleCustomerEvent extends Event {
  readonly conversation: AgentConversation | null
  readonly contact: AgentConversation['contact'] | null

  constructor(conversation: AgentConversation | null) {
    super('deskbell-console-customer', { bubbles: true, composed: true })
    this.conversation = conversation
    this.contact = conversation?.contact ?? null
  }
}

interface Embedded extends ReactiveControllerHost, EventTarget {
  server: string
  getToken: (() => Promise<string>) | null
}

interface Deps {
  thread: () => AgentConversationView | null
  /** Tries once more to find out who is there. */
  again: () => void
}

/** Scripts of the page that stand behind ours have not run before that. */
const pageRead = (): Promise<void> =>
  document.readyState === 'loading' || document.readyState === 'interactive'
    ? new Promise((resolve) => window.addEventListener('load', () => resolve(), { once: true }))
    : Promise.resolve()

export class Embedding implements ReactiveController {
  readonly #host: Embedded
  readonly #deps: Deps
  readonly #open: Watch<{ conversation: AgentConversation | null }>
  #asked: Embedded['getToken'] = null
  #told: string | null = null

  constructor(host: Embedded, deps: Deps) {
    this.#host = host
    this.#deps = deps
    this.#open = new Watch(host, () => deps.thread()?.state)
    host.addController(this)
  }

  get #server(): string {
    const { server } = this.#host
    return server ? new URL(server, location.href).origin : location.origin
  }

  /** Whether the page signs its agents in; else the server's own cookie does. */
  get active(): boolean {
    return this.#host.getToken !== null || this.#server !== location.origin
  }

  clientOptions(): AgentClientOptions {
    const server = this.#server
    return this.active ? { server, token: () => this.#token() } : { server }
  }

  async #token(): Promise<string> {
    if (!this.#host.getToken) await pageRead()
    const { getToken } = this.#host
    this.#asked = getToken
    if (getToken) return getToken()
    const event = new TokenNeededEvent()
    this.#host.dispatchEvent(event)
    if (!event.answer) throw new ApiError('unauthenticated')
    return event.answer
  }

  /** A browser does not say why an answer was kept from a page; whether there is a server is asked without reading it. */
  async refused(): Promise<boolean> {
    if (this.#server === location.origin) return false
    await fetch(`${this.#server}/healthz`, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
    })
    return true
  }

  /** Instead of a form: only the page can sign somebody in. */
  askPage(t: ConsoleTranslate) {
    return html`<main class="alone" role="alert"><h1>${t('signin.host')}</h1><p>${t('signin.host.detail')}</p>
      <button class="button" type="button" @click=${this.#deps.again}>${t('app.again')}</button></main>`
  }

  hostUpdate(): void {
    const { getToken } = this.#host
    // The page has set it after it was asked in vain.
    if (getToken === this.#asked) return
    const first = this.#asked === null
    this.#asked = getToken
    if (first && getToken && !this.#deps.thread()) this.#deps.again()
  }

  hostUpdated(): void {
    const conversation = this.#open.value?.conversation ?? null
    const key = conversation && `${conversation.id} ${conversation.contact.id}`
    if (key === this.#told) return
    this.#told = key
    this.#host.dispatchEvent(new ConsoleCustomerEvent(conversation))
  }
}
