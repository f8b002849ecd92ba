// <deskbell-bell>: a bell with the number of what an agent has not seen, and the list of it. Leads to where it happened.

import { html, nothing } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { AgentNotification } from '../../protocol/notification.ts'
import { consoleIcon } from '../console-icon.ts'
import { age, fullTime } from '../console-time.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { numberFormat } from '../kept-formats.ts'
import { actorName } from '../names.ts'
import { placeBeside } from '../picker/place-beside.ts'
import { BellLines } from './bell-lines.controller.ts'
import { bellStyles } from './console-bell.styles.ts'

const MOST_SHOWN = 99

export class ConsoleBell extends DeskElement {
  static override properties = { open: { state: true }, worded: { state: true } }
  static override styles = [deskStyles, markStyles, bellStyles]

  protected declare open: boolean
  protected declare worded: boolean

  #bell = new BellLines(this, () => this.desk)
  #me = this.watch((desk) => desk.client.me)

  constructor() {
    super()
    this.open = false
    this.worded = false
  }

  protected override render() {
    if (!this.desk || !this.#me.value) return nothing
    const { t, locale } = this.desk
    const { unread } = this.#bell
    const shown = numberFormat(locale).format(Math.min(unread, MOST_SHOWN)) + (unread > MOST_SHOWN ? '+' : '')
    return html`<button class="button bare square opener" type="button" aria-haspopup="dialog" aria-expanded=${this.open}
        title=${t('call.bell')} @click=${this.#toggle}>
        ${consoleIcon('bell')}<span class="hidden-text">${t('call.bell')}</span>${
          unread > 0
            ? html`<b class="tabular" aria-hidden="true">${shown}</b><span class="hidden-text">, ${t('call.unread', { n: unread })}</span>`
            : nothing
        }</button>
      <div class="list" popover="auto" role="dialog" aria-label=${t('call.bell')} @toggle=${this.#onToggle} @keydown=${this.#onKey}>${
        this.open && this.worded ? this.#list() : nothing
      }</div>`
  }

  #list() {
    const { t } = this.desk!
    const { lines, failed, unread, hasMore } = this.#bell
    return html`<header><h2 class="grow">${t('bell.title')}</h2>
        <button class="button bare" type="button" ?disabled=${unread === 0} @click=${() => this.#bell.mark({ all: true })}>${t('bell.all_read')}</button></header>
      ${
        failed && !lines
          ? html`<div class="empty" role="alert"><p>${t('bell.failed')}</p><button class="button" type="button" @click=${() => this.#bell.load()}>${t('app.again')}</button></div>`
          : nothing
      }
      ${lines?.length === 0 ? html`<div class="empty"><h3>${t('bell.empty')}</h3><p>${t('bell.empty.detail')}</p></div>` : nothing}
      <ul>${(lines ?? []).map((line) => this.#line(line))}</ul>
      ${hasMore ? html`<button class="button bare more" type="button" @click=${() => this.#bell.more()}>${t('bell.more')}</button>` : nothing}`
  }

  #line(line: AgentNotification) {
    const { t, locale, now } = this.desk!
    const { kind, actor, conversation, preview, at, read } = line
    const name = actorName(actor, t)
    const what =
      kind === 'waiting' || kind === 'reply' ? t(`bell.${kind}`, { name }) : t(`call.${kind}`, { name })
    return html`<li><button class="line ${read ? '' : 'unread'}" type="button" @click=${() => this.#go(line)}>
      <span class="face">${actor.kind === 'system' ? consoleIcon(kind === 'overdue' ? 'waiting' : 'bell') : mark(actor, 24)}</span>
      <span class="words"><span class="what">${what}${read ? nothing : html`<span class="hidden-text">, ${t('bell.unread')}</span>`}</span>
        <bdi class="cut muted">${preview || conversation.subject || conversation.reference}</bdi></span>
      <time class="muted tabular" datetime=${at} title=${fullTime(at, locale)}>${age(at, now(), t, locale)}</time>
    </button></li>`
  }

  get #popover(): HTMLElement {
    return this.renderRoot.querySelector('.list') as HTMLElement
  }

  async #toggle(): Promise<void> {
    if (this.open) {
      this.#popover.hidePopover()
      return
    }
    this.open = true
    await this.desk!.loadTexts('board').catch(() => {})
    this.worded = true
    await this.updateComplete
    this.#popover.showPopover()
    placeBeside(this.#popover, this.renderRoot.querySelector('.opener'))
    const first =
      this.#popover.querySelector<HTMLElement>('.line') ?? this.#popover.querySelector<HTMLElement>('button')
    first?.focus()
  }

  #onToggle(event: Event): void {
    this.open = (event as ToggleEvent).newState === 'open'
    const focused = (this.renderRoot as ShadowRoot).activeElement
    // What had the focus goes with the list; what somebody pressed elsewhere keeps it.
    if (!this.open && (focused ? this.#popover.contains(focused) : document.activeElement === document.body))
      this.renderRoot.querySelector<HTMLElement>('.opener')?.focus()
  }

  #onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    // Letters here are no shortcuts of what lies behind.
    event.stopPropagation()
    if (step === 0) return
    event.preventDefault()
    const lines = [...this.#popover.querySelectorAll<HTMLElement>('.line')]
    const at = lines.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLElement)
    lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.focus()
  }

  #go({ id, read, conversation, event_id }: AgentNotification): void {
    this.#popover.hidePopover()
    if (!read) void this.#bell.mark({ ids: [id] })
    this.desk!.go(`/open/${conversation.id}${event_id ? `/${event_id}` : ''}`)
  }
}
