// The thread of a conversation as its customer sees it. It draws a state and says what its reader does; it holds
// nothing but where the reader is.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { RunningAnswer } from '../../client/conversation-state.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { LogEventOf } from '../../protocol/event.ts'
import { icon } from '../icon/icon.ts'
import { markStyles } from '../mark/mark.styles.ts'
import { aiTag, isMachine, mark } from '../mark/mark.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { richTextStyles } from '../rich-text/rich-text.styles.ts'
import { chip, richText } from '../rich-text/rich-text.ts'
import { type Announcer, createAnnouncer } from './announcer.ts'
import { answerBlocks, textOf } from './block-text.ts'
import {
  DiscardEvent,
  LoadEarlierEvent,
  OpenArticleEvent,
  RetryEvent,
  SeenEvent,
} from './message-list.events.ts'
import { messageListStyles } from './message-list.styles.ts'
import { type MessageItem, messageRows, type Row, type State } from './message-rows.ts'
import { finishedLength } from './sentence.ts'

type Sent = LogEventOf<'message.created'>

/** So near the end counts as at the end: a touch scroll rarely stops on the last pixel. */
const NEAR = 32

/**
 * @event deskbell-open-article - a citation, source or article link was chosen
 * @event deskbell-retry - a failed message shall be sent again
 * @event deskbell-discard - a message that was not sent shall be taken back
 * @event deskbell-load-earlier - the reader reached the oldest message
 * @event deskbell-seen - the newest message is before the reader's eyes
 * @slot - what follows the last message, such as a rating
 */
export class DeskbellMessageList extends LitElement {
  static override properties = { state: { attribute: false }, away: { state: true } }
  static override styles = [...panelStyles, markStyles, richTextStyles, messageListStyles]

  declare state: State | null
  /** The reader has scrolled up and something new has come since. */
  declare away: boolean

  #widget = consumeWidget(this)
  #announcer: Announcer = createAnnouncer((text) => this.#say(text))
  #life: AbortController | undefined
  /** Follows the end until the reader scrolls away from it. */
  #pinned = true
  /** Numbers above this are new to the reader; null until known. */
  #newAfter: number | null = null
  #spoken = 0
  #oldest = 0
  #fromEnd: number | null = null
  #still = matchMedia('(prefers-reduced-motion: reduce)')

  constructor() {
    super()
    this.state = null
    this.away = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    document.addEventListener('visibilitychange', () => this.#tellSeen(), { signal: this.#life.signal })
    if (this.hasUpdated) this.#watchSize()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
  }

  protected override firstUpdated(): void {
    this.#watchSize()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('state') || !this.state) return
    const { state } = this
    if (changed.get('state')?.id !== state.id) this.#begin()
    const first = state.events[0]?.seq ?? 0
    if (this.#oldest && first < this.#oldest && this.#scroller)
      this.#fromEnd = this.#scroller.scrollHeight - this.#scroller.scrollTop
    this.#oldest = first
    this.#takeNew(state, changed.get('state') ?? null)
  }

  protected override updated(): void {
    if (this.#fromEnd !== null && this.#scroller) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight - this.#fromEnd
      this.#fromEnd = null
    }
    this.#follow()
    this.#tellSeen()
  }

  protected override render(): TemplateResult {
    const { tr } = this.#widget
    const { state } = this
    const rows = state ? messageRows(state, tr, this.#newAfter) : []
    return html`
      <div class="scroller" role="log" aria-live="off" aria-label=${tr.t('chat.title')} tabindex="0" @scroll=${this.#onScroll}>
        <div class="content">
          ${
            state?.hasEarlier
              ? html`<button class="link small earlier" type="button" @click=${this.#loadEarlier}>${tr.t('chat.earlier')}</button>`
              : nothing
          }
          ${repeat(
            rows,
            ({ key }) => key,
            (row) => this.#row(row),
          )}
          ${state?.answer ? this.#running(state.answer) : nothing}
          ${state?.typing.map(({ actor }) => this.#typing(actor))}
          <slot></slot>
        </div>
      </div>
      ${
        this.away
          ? html`<button class="button pill" type="button" @click=${this.scrollToEnd}>${icon('down')}${tr.t('chat.to_new')}</button>`
          : nothing
      }
      <div class="hidden said" aria-live="polite"></div>`
  }

  /** To the newest message, which is then followed again. */
  scrollToEnd(): void {
    this.#pinned = true
    this.away = false
    this.#follow()
    this.#tellSeen()
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot?.querySelector('.scroller') ?? null
  }

  #begin(): void {
    this.#pinned = true
    this.away = false
    this.#newAfter = null
    this.#spoken = 0
    this.#oldest = 0
  }

  /** Reads aloud what came, and decides where "New" begins. */
  #takeNew(state: State, before: State | null): void {
    if (state.phase !== 'ready' || !state.conversation) return
    const head = state.events.at(-1)?.seq ?? 0
    if (!this.#spoken) {
      // What was there when the chat was opened is read by its reader, not to them.
      const unread = state.events.some(
        ({ seq, actor }) => seq > state.conversation!.read_seq && actor.kind !== 'contact',
      )
      this.#newAfter = unread && state.conversation.read_seq > 0 ? state.conversation.read_seq : null
      this.#spoken = Math.max(head, 1)
      return
    }
    if (state.pending.length > (before?.pending.length ?? 0)) this.#pinned = true
    const { answer } = state
    if (answer) this.#announcer.answer(answer.gen, answer.actor.name, answer.text)
    const came = state.events.filter(
      (event): event is Sent =>
        event.type === 'message.created' && event.seq > this.#spoken && event.actor.kind !== 'contact',
    )
    for (const { actor, data } of came) this.#announcer.message(actor.name, textOf(data.content))
    if (came.length > 0 && (document.hidden || !this.#pinned)) {
      if (this.#newAfter === null || this.#newAfter < state.conversation.read_seq)
        this.#newAfter = this.#spoken
      this.away ||= !this.#pinned
    }
    this.#spoken = Math.max(head, this.#spoken)
  }

  #row(row: Row): TemplateResult {
    const { tr } = this.#widget
    switch (row.kind) {
      case 'day':
        return html`<div class="day">${row.text}</div>`
      case 'new':
        return html`<div class="new">${tr.t('chat.new')}</div>`
      case 'event':
        return html`<div class="event">${row.line.actor ? html`<b>${row.line.actor}</b> ` : nothing}${row.line.text}</div>`
      case 'group': {
        const side = row.own ? 'own' : isMachine(row.actor) ? 'machine' : 'person'
        return html`<div class="group ${side}">
          ${row.own ? html`<span class="hidden">${tr.t('common.you')}</span>` : this.#head(row.actor)}
          ${repeat(
            row.items,
            ({ key }) => key,
            (item) => this.#item(item, side === 'machine'),
          )}
        </div>`
      }
    }
  }

  #head(actor: Actor, doing = ''): TemplateResult {
    const { tr } = this.#widget
    const name = actor.name || tr.t('common.assistant')
    return html`<div class="head">${mark(actor, 24)}<b>${name}</b>${
      isMachine(actor) ? aiTag(tr.t) : nothing
    }${doing ? html`<span>${doing}</span>` : nothing}</div>`
  }

  #item(item: MessageItem, machine: boolean): TemplateResult {
    if ('pending' in item)
      return html`<div class="item"><div class="bubble plain ${item.pending.state === 'failed' ? '' : 'unsettled'}">${item.pending.body}</div>${this.#sendState(item)}</div>`
    return machine
      ? html`<div class="item said">${this.#answered(item.message)}</div>`
      : html`<div class="item"><div class="bubble">${this.#rich(item.message)}</div>${this.#sendState(item)}</div>`
  }

  #rich({ data }: Sent): TemplateResult {
    return richText(data.content, {
      translator: this.#widget.tr,
      citations: data.citations,
      onCitation: ({ slug, passage }) => this.#openArticle(slug, passage),
      onArticle: (slug) => this.#openArticle(slug, null),
    })
  }

  #answered(message: Sent): TemplateResult {
    const { tr } = this.#widget
    const { citations, answer } = message.data
    return html`
      ${answer === 'quoted' ? html`<div class="small">${tr.t('chat.quoted')}</div>` : nothing}
      ${this.#rich(message)}
      ${
        citations.length > 0
          ? html`<div class="sources" role="group" aria-label=${tr.t('chat.sources')}>${citations.map(
              ({ slug, title, passage }, i) => html`<button class="row" type="button"
                @click=${() => this.#openArticle(slug, passage)}>${chip(i + 1, { translator: tr })}<span class="row-text row-title">${title}</span>${icon('chevron')}</button>`,
            )}</div>`
          : nothing
      }`
  }

  #running({ actor, text }: RunningAnswer): TemplateResult {
    const { tr } = this.#widget
    const shown = this.#still.matches ? text.slice(0, finishedLength(text)) : text
    return html`<div class="group machine running">${this.#head(actor, tr.t('chat.is_writing'))}
      <div class="item said">${richText(answerBlocks(shown), { translator: tr })}</div></div>`
  }

  #typing(actor: Actor): TemplateResult {
    const { tr } = this.#widget
    return html`<div class="typing">${this.#head(actor, tr.t(isMachine(actor) ? 'chat.is_writing' : 'chat.is_typing'))}</div>`
  }

  #sendState({ state, key }: MessageItem): TemplateResult | typeof nothing {
    const { t } = this.#widget.tr
    switch (state) {
      case null:
        return nothing
      case 'failed':
        return html`<div class="state failed" role="alert">${icon('alert')}<span>${t('chat.not_sent')}</span>
          <button class="link" type="button" @click=${() => this.dispatchEvent(new RetryEvent(key))}>${t('common.retry')}</button>
          <button class="link" type="button" @click=${() => this.dispatchEvent(new DiscardEvent(key))}>${t('chat.take_back')}</button></div>`
      case 'waiting':
        return html`<div class="state">${t('chat.waits')}</div>`
      default:
        return html`<div class="state">${t(`chat.${state}`)}</div>`
    }
  }

  #openArticle(slug: string, passage: string | null): void {
    this.dispatchEvent(new OpenArticleEvent(slug, passage))
  }

  #loadEarlier = (): void => void this.dispatchEvent(new LoadEarlierEvent())

  #onScroll = ({ currentTarget }: Event): void => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget as HTMLElement
    this.#pinned = scrollHeight - scrollTop - clientHeight < NEAR
    if (this.#pinned) {
      this.away = false
      this.#tellSeen()
    } else if (scrollTop < 80 && this.state?.hasEarlier) this.#loadEarlier()
  }

  #follow(): void {
    const scroller = this.#scroller
    if (!scroller || !this.#pinned) return
    const divider = scroller.querySelector<HTMLElement>('.new')
    // Opened on more unread than fits: begin where the new begins, not after it.
    const start = divider && !this.away && this.#firstView ? divider.offsetTop - 12 : scroller.scrollHeight
    scroller.scrollTop = Math.min(start, scroller.scrollHeight)
    this.#firstView = this.#firstView && scroller.clientHeight === 0
  }
  #firstView = true

  #watchSize(): void {
    const observer = new ResizeObserver(() => this.#follow())
    for (const part of this.renderRoot.querySelectorAll('.scroller, .content')) observer.observe(part)
    this.#life!.signal.addEventListener('abort', () => observer.disconnect())
  }

  #tellSeen(): void {
    const scroller = this.#scroller
    if (!this.#pinned || !this.state?.conversation || document.hidden || !scroller?.checkVisibility()) return
    if (scroller.clientHeight > 0) this.dispatchEvent(new SeenEvent())
  }

  #say(text: string): void {
    const region = this.renderRoot.querySelector('.said[aria-live]')
    if (!region) return
    // Old ones go first: only what is added is read, and the region must not grow for ever.
    while (region.childElementCount > 4) region.firstElementChild!.remove()
    const line = document.createElement('p')
    line.textContent = text
    region.append(line)
  }
}
