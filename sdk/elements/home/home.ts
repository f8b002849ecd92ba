// The first view: who is there, a search box, what was left open, and the ways in. It knows no conversation's log.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import type { WidgetConfig } from '../../protocol/site.ts'
import { firstIcon as icon } from '../icon/icon-shape.ts'
import { markStyles } from '../mark/mark.styles.ts'
import { mark } from '../mark/mark.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { panelHeader } from '../panel/panel-header.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { homeStyles } from './home.styles.ts'
import { openingLine } from './opening-line.ts'
import { isUnread } from './unread.ts'

/** As long as the styles keep the rows back. */
const PATIENCE_MS = 1500

/** The widget's first view. Its parts appear as the settings arrive; nothing jumps, since their places are kept. */
export class DeskbellHome extends LitElement {
  static override styles = [...panelStyles, markStyles, homeStyles]

  #widget = consumeWidget(this)
  #life: AbortController | undefined
  #watched: unknown
  #drawnAt = performance.now()
  /** Whether the ticket comes before the chat; unknown until the settings say, and settled for good then. */
  #ticketFirst: boolean | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    this.#watched = undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { client } = this.#widget
    if (!client || client === this.#watched) return
    this.#watched = client
    client.conversations.list.subscribe(() => this.requestUpdate(), { signal: this.#life?.signal })
  }

  protected override render(): TemplateResult {
    const { tr, config, navigation, client } = this.#widget
    const conversations = (client?.conversations.list.get() ?? []).filter(({ status }) => status !== 'closed')
    const name = conversations.find(({ contact }) => contact.name)?.contact.name
    const greeting = config?.greeting || (name ? tr.t('home.greeting_name', { name }) : tr.t('home.greeting'))
    return html`
      ${panelHeader({ t: tr.t, navigation, title: config?.site.name ?? '', lead: this.#logo(config) })}
      <div class="body">
        <h2 class="big greeting">${greeting}</h2>
        <div class="presence">${config ? this.#presence(config) : nothing}</div>
        ${
          this.#has('search') && config?.article_count !== 0
            ? html`<button class="search" type="button" @click=${() => navigation?.open('help')}>
                ${icon('search')}<span>${tr.t('home.search')}</span>
              </button>`
            : nothing
        }
        ${this.#open(conversations)}
        ${this.#popular(config)}
        <div class="space"></div>
        <div class="rows ${this.#settle(config) ? '' : 'unsettled'}">${this.#ways(config)}</div>
        <p class="small last">${
          config && !config.availability.available ? tr.t('home.foot_closed') : tr.t('home.foot_open')
        }</p>
      </div>`
  }

  /** Unless the owner left it out. */
  #has(part: 'search' | 'chat' | 'ticket' | 'status' | 'popular' | 'people'): boolean {
    return this.#widget.config?.settings?.home?.[part] !== false
  }

  #logo(config: WidgetConfig | null): TemplateResult | typeof nothing {
    const { logo_url: url, logo_path: path } = config ?? {}
    if (url)
      return html`<img class="logo" src=${url} alt="" @error=${(event: Event) => (event.target as Element).remove()}>`
    return path
      ? html`<svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`
      : nothing
  }

  #presence({ availability, assistant }: WidgetConfig): TemplateResult {
    const { tr } = this.#widget
    const { people, available, estimated_wait_seconds } = availability
    if (!available) {
      const [first, second] = openingLine(availability, tr)
      return html`${icon('moon')}<p>${first}<span class="small">${second}</span></p>`
    }
    const names = people.map((person) => person.name)
    const wait =
      estimated_wait_seconds === null
        ? tr.t(assistant ? 'home.ai_first' : 'home.person_answers')
        : tr.t('home.wait', { n: Math.max(1, Math.ceil(estimated_wait_seconds / 60)) })
    if (!names.length || !this.#has('people')) return html`${icon('clock')}<p>${wait}</p>`
    const here = tr.t(names.length > 1 ? 'home.people_here' : 'home.person_here', { names: tr.names(names) })
    return html`<span class="marks">${people.map((person) => mark(person, 32))}</span>
      <p>${here}<span class="small">${wait}</span></p>`
  }

  #open(conversations: readonly VisitorConversation[]): TemplateResult | typeof nothing {
    if (conversations.length === 0) return nothing
    const { tr, navigation } = this.#widget
    return html`<h3 class="label">${tr.t('home.continue')}</h3>
      <ul>${conversations.slice(0, 2).map((conversation) => this.#talk(conversation))}</ul>
      ${
        conversations.length > 2
          ? html`<button class="row slim" type="button" @click=${() => navigation?.open('conversations')}>
              <span class="row-text">${tr.t('home.all')}</span>${icon('chevron')}</button>`
          : nothing
      }`
  }

  #talk(conversation: VisitorConversation): TemplateResult {
    const { tr, navigation } = this.#widget
    const { id, channel, subject, last_message, assignee, updated_at } = conversation
    const who = last_message && last_message.actor.kind !== 'contact' ? last_message.actor : assignee
    // A mark is somebody; while nobody has it, its kind stands there.
    const sign = who
      ? mark(who, 32)
      : html`<span class="nobody">${icon(channel === 'ticket' ? 'mail' : 'chat')}</span>`
    return html`<li><button class="row talk" type="button"
      @click=${() => navigation?.open('chat', { conversationId: id })}>
      ${sign}
      <span class="row-text">
        <span class="row-title"><bdi>${who?.name || subject || tr.t('chat.title')}</bdi></span>
        <span class="row-more strong"><bdi>${last_message?.preview ?? subject}</bdi></span>
      </span>
      <span class="talk-side"><time datetime=${updated_at}>${tr.when(last_message?.at ?? updated_at)}</time>
        ${isUnread(conversation) ? html`<span class="dot" role="img" aria-label=${tr.t('home.unread')}></span>` : nothing}
      </span>
    </button></li>`
  }

  /** Shown by the styles, where a phone is high enough. */
  #popular(config: WidgetConfig | null): TemplateResult | typeof nothing {
    if (!config?.popular.length || !this.#has('popular')) return nothing
    const { tr, navigation } = this.#widget
    return html`<div class="popular"><h3 class="label">${tr.t('home.popular')}</h3>
      <ul>${config.popular.slice(0, 3).map(
        ({ slug, title }) => html`<li><button class="row slim" type="button"
          @click=${() => navigation?.open('article', { slug })}>
          <span class="row-text"><bdi>${title}</bdi></span>${icon('chevron')}</button></li>`,
      )}</ul></div>`
  }

  /**
   * When nobody is in, a ticket comes first: it is what gets an answer from a person. The order never changes under a
   * finger: the rows show once it is known, or after a while in the usual one, which then stays.
   */
  #settle(config: WidgetConfig | null): boolean {
    if (config)
      this.#ticketFirst ??= !config.availability.available && performance.now() - this.#drawnAt < PATIENCE_MS
    return config !== null
  }

  #ways(config: WidgetConfig | null): TemplateResult {
    const { t } = this.#widget.tr
    const open = config?.availability.available ?? true
    const chatMore =
      config && !config.assistant
        ? t(open ? 'home.person_answers' : 'home.leave_message')
        : t(open ? 'home.ai_first' : 'home.ai_now')
    const chat = this.#way('chat', 'chat', t('home.chat'), chatMore)
    const ticket = this.#way('ticket', 'mail', t('home.ticket'), t('home.ticket_more'))
    const status = this.#way('status', 'document', t('home.status'), t('home.status_more'))
    // Two templates, so that a row never becomes another one: whoever holds on to it finds it gone instead.
    return this.#ticketFirst ? html`${ticket}${chat}${status}` : html`${chat}${ticket}${status}`
  }

  #way(
    view: 'chat' | 'ticket' | 'status',
    sign: Parameters<typeof icon>[0],
    title: string,
    more: string,
  ): TemplateResult | typeof nothing {
    if (!this.#has(view)) return nothing
    return html`<div><button class="row" type="button" @click=${() => this.#widget.navigation?.open(view)}>
      ${icon(sign)}<span class="row-text"><span class="row-title">${title}</span>
      <span class="row-more">${more}</span></span>${icon('chevron')}</button></div>`
  }
}
