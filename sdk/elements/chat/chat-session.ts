// Holds the client's view of one conversation for as long as its host is on the page. No drawing here.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { clientId } from '../../client/client-id.ts'
import type { ConnectionState } from '../../client/connection-state.ts'
import type { StartInput, VisitorClient, VisitorConversationView } from '../../client/visitor-client.api.ts'
import type { State } from '../message-list/message-rows.ts'

const page = (): { url: string; title: string } => ({
  url: location.href.length > 2000 ? location.origin + location.pathname.slice(0, 1000) : location.href,
  title: document.title.slice(0, 300),
})

const LOOK_EVERY = 1000

export class ChatSession implements ReactiveController {
  view: VisitorConversationView | null = null
  #host: ReactiveControllerHost & Element
  #client: VisitorClient | undefined
  /** What the host asked for last; `start` may have gone on from there. */
  #asked: string | null = null
  #id: string | null = null
  #life: AbortController | undefined
  #seen = 0
  /** Of the chat that begins with the next message, once a file has been added to it. */
  #nextId = ''
  #eyes: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host
    host.addController(this)
  }

  get state(): State | null {
    return this.view?.state.get() ?? null
  }

  /** What is kept of the composer's text: the conversation's, or that of a chat not begun yet. */
  get draft(): VisitorConversationView['draft'] | undefined {
    return this.view?.draft ?? this.#client?.conversations.draft
  }

  get connection(): ConnectionState {
    return this.#client?.connection.get() ?? { state: 'idle' }
  }

  hostConnected(): void {
    if (this.#client && this.#id) this.#take(this.#client.conversations.open(this.#id))
    this.#eyes = setInterval(this.#look, LOOK_EVERY)
    document.addEventListener('visibilitychange', this.#look)
  }

  hostDisconnected(): void {
    clearInterval(this.#eyes)
    document.removeEventListener('visibilitychange', this.#look)
    this.#let()
  }

  /** Follows this conversation from here on; null follows none. The same again changes nothing. */
  show(client: VisitorClient | undefined, id: string | null): boolean {
    const same = client === this.#client && (id === this.#asked || id === this.#id)
    this.#asked = id
    if (same) return false
    this.#let()
    this.#client = client
    this.#id = id
    if (client) this.#take(id ? client.conversations.open(id) : null)
    return true
  }

  /** Asks again for a conversation that did not load. */
  reload(): void {
    this.#let()
    if (this.#client && this.#id) this.#take(this.#client.conversations.open(this.#id))
  }

  async start(
    message: string,
    want: 'assistant' | 'person',
    more: Pick<StartInput, 'fields' | 'proactive' | 'attachments'> = {},
  ): Promise<string> {
    const conversationId = this.#nextId
    const begun = { message, want, page: page(), ...more, ...(conversationId && { conversationId }) }
    const view = await this.#client!.conversations.start(begun)
    this.#nextId = ''
    this.#let()
    this.#id = view.id
    this.#take(view)
    return view.id
  }

  /** What a file added now is for. */
  target = (): { conversationId: string } => {
    const { view, state } = this
    if (view && state?.conversation?.status !== 'closed') return { conversationId: view.id }
    this.#nextId ||= clientId()
    return { conversationId: this.#nextId }
  }

  /** The newest event is before the customer's eyes. */
  read(): void {
    const { view, state } = this
    const newest = state?.events.at(-1)?.seq ?? 0
    if (!view || newest <= Math.max(this.#seen, state?.conversation?.read_seq ?? 0)) return
    this.#seen = newest
    view.read()
  }

  /** An open panel says so to nobody, so it is looked for: a hidden one has no boxes. */
  #look = (): void =>
    this.view?.look(!document.hidden && this.#host.checkVisibility({ visibilityProperty: true }))

  #take(view: VisitorConversationView | null): void {
    this.#life = new AbortController()
    const options = { signal: this.#life.signal }
    const redraw = (): void => this.#host.requestUpdate()
    this.view = view
    this.#seen = 0
    view?.state.subscribe(redraw, options)
    this.#client?.connection.subscribe(redraw, options)
    this.#client?.durable.subscribe(redraw, options)
    this.#client?.consent.subscribe(redraw, options)
    redraw()
  }

  #let(): void {
    this.#life?.abort()
    this.view?.close()
    this.view = null
  }
}
