// Where a reader is in a log: at its end, at the first unread, at a message they were led to, or back in its history.

import type { ReactiveElement } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { ConversationState } from '../../client/conversation-state.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { LogEvent } from '../../protocol/event.ts'
import { type LogItem, logItems } from './log-item.ts'
import { type LogChunk, LogWindow } from './log-window.controller.ts'
import { ScrollPin } from './scroll-pin.controller.ts'

type State = ConversationState<AgentConversation>

/** Rows asked for at a time by somebody who reads back: each answer is drawn, so few large ones are smoother. */
const STRIDE = 200
/** By somebody who is led to a place further back: in as few answers as can be had, or a long way is too many frames. */
const LONG_STRIDE = 500
/** What is new is looked for so far back: a second's way. Whoever has not read more begins at the end. */
const NEW_WITHIN = 10_000

interface Options {
  view: () => AgentConversationView | null
  now: () => number
  /** Tells the agent when it fails. */
  act: (done: Promise<unknown>) => void
}

export class ThreadPlace {
  /** The event somebody was led to. */
  target: string | null = null
  readonly #host: ReactiveElement
  readonly #options: Options
  readonly #window: LogWindow
  readonly #pin: ScrollPin
  /** Where reading began; undefined until the log is there. */
  #newAfter: number | null | undefined
  #wanted: string | null = null
  #toNew = false
  #revealed = false
  #loading = false
  /** The log began there when more of it was asked for last: what does not come is not asked for again. */
  #askedFrom = 0
  #opened = false
  #drawn: {
    events: readonly LogEvent[]
    newAfter: number | null | undefined
    items: readonly LogItem[]
  } | null = null

  constructor(host: ReactiveElement, options: Options) {
    this.#host = host
    this.#options = options
    const scroller = (): HTMLElement | null => host.renderRoot.querySelector('.scroller')
    this.#window = new LogWindow(host, scroller)
    this.#pin = new ScrollPin(host, scroller, () => this.earlier())
  }

  get pinned(): boolean {
    return this.#pin.pinned
  }

  /** At the end, and not on the way to anything before it. */
  get atEnd(): boolean {
    return this.#pin.pinned && this.#wanted === null && !this.#toNew
  }

  reset(): void {
    this.#newAfter = undefined
    this.#drawn = null
    this.#wanted = null
    this.#toNew = false
    this.#revealed = false
    this.#loading = false
    this.#askedFrom = 0
    this.#opened = false
    this.target = null
    this.#window.reset()
    this.#pin.reset()
  }

  /** The log's lines, worked out once for a log. */
  items({ events, conversation }: State): readonly LogItem[] {
    if (this.#newAfter === undefined && events.length > 0) {
      const { read_seq = 0, unread = 0 } = conversation ?? {}
      this.#newAfter = unread > 0 && read_seq > 0 ? read_seq : null
      this.#toNew = this.#newAfter !== null
    }
    // Where what is new begins is not known before the log reaches back to it.
    const newAfter = (events[0]?.seq ?? 0) > (this.#newAfter ?? 0) + 1 ? null : this.#newAfter
    if (this.#drawn?.events !== events || this.#drawn.newAfter !== newAfter) {
      const items = logItems(events, { newAfter: newAfter ?? null, now: this.#options.now() })
      this.#drawn = { events, newAfter, items }
    }
    return this.#drawn!.items
  }

  chunks(items: readonly LogItem[]): readonly LogChunk[] {
    return this.#window.chunks(items, this.#pin.pinned)
  }

  toEnd = (): void => {
    this.target = null
    this.#pin.toEnd()
  }

  earlier = (): void => {
    const view = this.#options.view()
    if (!view || this.#loading || !view.state.get().hasEarlier) return
    this.#loading = true
    this.#options.act(
      view.loadEarlier(STRIDE).finally(() => {
        this.#loading = false
      }),
    )
  }

  /** To an event of the log, wherever it is: what lies between is fetched. */
  goTo(eventId: string): void {
    this.#wanted = eventId
    this.#toNew = false
    this.#askedFrom = 0
    this.#host.requestUpdate()
  }

  /** Call after drawing. */
  settle(state: State): void {
    this.#window.settle()
    this.#pin.settle()
    if (this.#wanted) this.#seek(state)
    else if (this.#toNew && state.events.length > 0) this.#showNew(state)
    this.#markOpened(state)
  }

  #seek(state: State): void {
    const wanted = this.#wanted!
    const event = state.events.find(({ id }) => id === wanted)
    if (event) {
      this.#pin.release()
      const line = this.#line(`[data-event="${wanted}"]`)
      if (!line) {
        this.#window.reveal(event.seq)
        // Lines that are not drawn, such as a status nobody needs told of, are nowhere to go to.
        if (this.target === wanted) this.#wanted = null
        this.target = wanted
        return
      }
      this.#wanted = null
      this.target = wanted
      this.#host.requestUpdate()
      this.#pin.lead(line, 'center')
      line.tabIndex = -1
      line.focus({ preventScroll: true })
      return
    }
    if (!this.#fetch(state)) this.#wanted = null
  }

  /** More of the log, for who is on the way to something in it. @returns false where there is none */
  #fetch({ phase, hasEarlier, events }: State): boolean {
    const view = this.#options.view()
    if (this.#loading || !view || phase !== 'ready') return true
    const from = events[0]?.seq ?? 0
    if (!hasEarlier || from === this.#askedFrom) return false
    this.#askedFrom = from
    this.#loading = true
    this.#options.act(
      view.loadEarlier(LONG_STRIDE).finally(() => {
        this.#loading = false
        this.#host.requestUpdate()
      }),
    )
    return true
  }

  /** Only where it is out of sight: else the end shows it, too. Whoever reads elsewhere by now is left there. */
  #showNew(state: State): void {
    const { events } = state
    const first = this.#newAfter! + 1
    const isNear = events.at(-1)!.seq - first < NEW_WITHIN
    if (this.#pin.pinned && isNear && events[0]!.seq > first && this.#fetch(state)) return
    const line = this.#line('.day.new')
    if (!line && !this.#revealed && this.#reveal()) return
    this.#toNew = false
    const box = this.#line('.scroller')
    if (!this.#pin.pinned || !line || !box) return
    if (line.getBoundingClientRect().top >= box.getBoundingClientRect().top) return
    this.#pin.lead(line, 'start')
    this.#host.requestUpdate()
  }

  /** Draws where what is new begins. */
  #reveal(): boolean {
    const items = this.#drawn?.items ?? []
    const at = items.findIndex(({ kind }) => kind === 'new')
    const below = at < 0 ? undefined : items[at + 1]
    this.#revealed = true
    if (!below || !('event' in below)) return false
    this.#window.reveal(below.event.seq)
    return true
  }

  #line = (selector: string): HTMLElement | null => this.#host.renderRoot.querySelector(selector)

  /** For measuring: when a conversation's log was painted first. */
  #markOpened({ events, id }: State): void {
    if (this.#opened || events.length === 0) return
    this.#opened = true
    requestAnimationFrame(() => setTimeout(() => performance.mark('deskbell:opened', { detail: id })))
  }
}
