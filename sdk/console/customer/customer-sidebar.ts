// Who one is talking to, what is known of them, and what the team has made of this conversation.

import { html, nothing, type PropertyValues } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { aiTag, mark } from '../../elements/mark/mark.ts'
import { intlLocale } from '../../locales/messages.ts'
import type { AgentConversation, Rating } from '../../protocol/conversation.ts'
import type { CopilotSummary } from '../../protocol/copilot.ts'
import type { Attributes, ContactDetail } from '../../protocol/identity.ts'
import type { Tag } from '../../protocol/triage.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime, dayAndMonth, daysAgo, fullTime } from '../console-time.ts'
import { Asked } from '../copilot/asked.controller.ts'
import { asked } from '../copilot/copilot-parts.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { deadline } from '../deadline-words.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { ASSISTANT_MARK } from '../inbox/inbox-view.ts'
import { customerName } from '../names.ts'
import { presenceStyles } from '../presence.styles.ts'
import { Tick } from '../tick.controller.ts'
import { Watch } from '../watch.controller.ts'
import { attentionDot, attentionWords } from './attention-words.ts'
import { CustomerFacts } from './customer-facts.controller.ts'
import { sidebarStyles } from './customer-sidebar.styles.ts'
import { localTime } from './local-time.ts'
import { pageLink, pathOf } from './page-link.ts'

const TABS = ['customer', 'copilot'] as const
type Tab = (typeof TABS)[number]

/** Somebody on a narrow screen goes back to the conversation. */
export class HideDetailsEvent extends Event {
  constructor() {
    super('deskbell-hide-details', { bubbles: true, composed: true })
  }
}

/** @event deskbell-hide-details - back to the conversation. */
export class CustomerSidebar extends DeskElement {
  static override properties = {
    view: { attribute: false },
    closable: { type: Boolean, reflect: true },
    tab: { state: true },
  }
  static override styles = [deskStyles, markStyles, presenceStyles, sidebarStyles]

  declare view: AgentConversationView | null
  /** It covers the conversation, so offer the way back. */
  declare closable: boolean
  /** Stays as it is from conversation to conversation. */
  declare tab: Tab

  #state = new Watch(this, () => this.view?.state)
  #seen = this.watch((desk) => desk.seen)
  #facts = new CustomerFacts(
    this,
    () => this.view,
    () => this.#attention?.visited_at ?? '',
  )
  #summary = new Asked<CopilotSummary>(this)

  constructor() {
    super()
    this.view = null
    this.closable = false
    this.tab = 'customer'
    // Their clock goes on, and what is due comes nearer.
    new Tick(this)
  }

  get #attention() {
    return this.view ? this.#seen.value?.get(this.view.id) : undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) this.#summary.reset()
  }

  protected override render() {
    const conversation = this.#state.value?.conversation
    if (!this.desk || !conversation) return nothing
    const { t } = this.desk
    const { contact } = conversation
    const name = customerName(contact, t)
    const seen = this.#attention
    return html`
      <header>
        ${
          this.closable
            ? html`<button class="button bare square" type="button" aria-label=${t('customer.close')}
              @click=${() => this.dispatchEvent(new HideDetailsEvent())}>${consoleIcon('back')}</button>`
            : nothing
        }
        <span class="who">${mark({ kind: 'contact', id: contact.id, name }, 40)}${attentionDot(seen)}</span>
        <div class="grow">
          <h2 class="cut" dir="auto">${name}</h2>
          <p class="muted cut">${contact.email ?? t('customer.nothing')}</p>
          ${seen ? html`<p class="cut tabular ${seen.attention}">${attentionWords(seen, this.desk)}</p>` : nothing}
        </div>
      </header>
      ${this.#tabs()}
      ${this.tab === 'copilot' ? html`<div id="panel" role="tabpanel" aria-labelledby="tab-copilot"><deskbell-copilot-panel .view=${this.view}></deskbell-copilot-panel></div>` : this.#about(conversation)}`
  }

  #tabs() {
    const { t } = this.desk!
    return html`<div class="tabs" role="tablist" aria-label=${t('sidebar.tabs')} @keydown=${this.#onTabKey}>${TABS.map(
      (
        tab,
      ) => html`<button type="button" role="tab" id=${`tab-${tab}`} aria-controls="panel" aria-selected=${tab === this.tab}
        tabindex=${tab === this.tab ? 0 : -1} @click=${() => this.#choose(tab)}>${t(`sidebar.${tab}`)}</button>`,
    )}</div>`
  }

  #choose(tab: Tab): void {
    this.tab = tab
    if (tab === 'copilot') void this.#loadCopilot()
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab}`)?.focus())
  }

  async #loadCopilot(): Promise<void> {
    try {
      await import('../copilot/copilot-panel.define.ts')
    } catch (error) {
      this.tab = 'customer'
      this.desk?.undo.fail({ what: this.desk.t('sidebar.copilot'), reason: reasonOf(error, this.desk.t) })
    }
  }

  #onTabKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    this.#choose(this.tab === 'customer' ? 'copilot' : 'customer')
  }

  #about(conversation: AgentConversation) {
    const { t } = this.desk!
    const { rating } = conversation
    const name = customerName(conversation.contact, t)
    const section = (id: string, heading: string, body: unknown, aside: unknown = nothing) =>
      html`<deskbell-sidebar-section name=${id} heading=${heading}>${aside}${body}</deskbell-sidebar-section>`
    return html`<div id="panel" role="tabpanel" aria-labelledby="tab-customer">
      ${rating ? this.#rating(rating) : nothing}
      <dl>${this.#customer(conversation)}${this.#signed()}</dl>
      ${this.#summed()}
      <slot name="customer-panel"></slot>
      ${section('deadlines', t('customer.deadlines'), html`<dl>${this.#deadlines(conversation)}</dl>`)}
      ${section('tags', t('customer.tags'), this.#tags(conversation))}
      ${section(
        'conversation',
        t('customer.conversation'),
        html`<dl>${this.#conversation(conversation)}</dl>
        <deskbell-custom-fields .view=${this.view} .values=${conversation.custom ?? {}}></deskbell-custom-fields>`,
      )}
      <deskbell-visited-pages .pages=${this.#facts.value?.pages ?? []} .contactId=${conversation.contact.id}></deskbell-visited-pages>
      <deskbell-earlier-conversations .contactId=${conversation.contact.id} .conversationId=${conversation.id}></deskbell-earlier-conversations>
      ${section(
        'notes',
        t('customer.notes'),
        html`<p class="muted">${t('customer.notes_detail', { name })}</p>
        <deskbell-customer-notes .contactId=${conversation.contact.id} .name=${name}></deskbell-customer-notes>`,
      )}
      ${this.#told()}</div>`
  }

  /** Only when asked for: it costs the model's time. */
  #summed() {
    const desk = this.desk!
    const { t } = desk
    const { state } = this.#summary
    const run = () => void this.#summary.run(() => this.view!.copilot.summary())
    return html`<deskbell-sidebar-section name="summary" heading=${t('copilot.summary')}>
      <span slot="mark">${mark(ASSISTANT_MARK, 18)}</span><span slot="aside" class="ask">${aiTag(desk.shared.t)}
      ${state.kind === 'done' ? nothing : html`<button class="button" type="button" ?disabled=${this.#summary.isWorking} @click=${run}>${t('copilot.summarise')}</button>`}</span>
      ${asked(state, desk, ({ points }) =>
        points.length > 0
          ? html`<p dir="auto">${points.join(' ')}</p>`
          : html`<p class="muted">${t('customer.summary_none')}</p>`,
      )}</deskbell-sidebar-section>`
  }

  #deadlines({ due_at, unanswered_since, solve_by, snoozed_until }: AgentConversation) {
    const { t, locale } = this.desk!
    return [
      fact(
        t('customer.next_reply'),
        due_at && unanswered_since
          ? this.#deadline(due_at)
          : html`<span class="muted">${t('customer.nothing_due')}</span>`,
      ),
      solve_by ? fact(t('customer.solve'), this.#deadline(solve_by)) : nothing,
      snoozed_until
        ? fact(
            t('customer.snoozed_until'),
            html`<time datetime=${snoozed_until}>${fullTime(snoozed_until, locale)}</time>`,
          )
        : nothing,
    ]
  }

  #deadline(at: string) {
    const { t, now, locale } = this.desk!
    const { words, tone } = deadline(at, now(), t, locale)
    return html`<time class="tabular ${tone}" datetime=${at} title=${fullTime(at, locale)}>${words}</time>`
  }

  #tags({ tags = [] }: AgentConversation) {
    const { t, commands } = this.desk!
    return html`<ul class="tags">${tags.map(
      (
        tag,
      ) => html`<li><span class="cut"><bdi>${tag.name}</bdi></span><button type="button" aria-label=${t('customer.remove_tag', { name: tag.name })}
        @click=${() => void this.#untag(tag)}>${consoleIcon('close')}</button></li>`,
    )}<li class="add"><button type="button" @click=${() => commands.run('chat.tag')}>${consoleIcon('plus')}${t('customer.add_tag')}</button></li></ul>`
  }

  async #untag({ id, name }: Tag): Promise<void> {
    const { undo, t } = this.desk!
    const view = this.view!
    const off = (): Promise<unknown> => view.act('facts.set', { remove_tag_ids: [id] })
    try {
      await off()
      undo.offer({
        label: t('customer.tagged_off', { name }),
        undo: () => view.act('facts.set', { add_tag_ids: [id] }),
        redo: off,
      })
    } catch (error) {
      undo.fail({ what: t('customer.remove_tag', { name }), reason: reasonOf(error, t) })
    }
  }

  /** What the owner's own system says. */
  #signed() {
    const { t } = this.desk!
    const { value } = this.#facts
    if (!value?.verified) return nothing
    return [
      fact(t('customer.customer_id'), html`<bdi>${value.customer_id}</bdi>`),
      value.email_verified ? fact(t('customer.email_verified'), t('customer.yes')) : nothing,
      this.#attributes(value.attributes),
    ]
  }

  /** What anybody could make the page say, kept apart from what is signed. */
  #told() {
    const { t } = this.desk!
    const { value } = this.#facts
    if (!value) return nothing
    const hasAttributes = Object.keys(value.page_attributes).length > 0
    return [
      hasAttributes
        ? html`<deskbell-sidebar-section name="page" heading=${t('customer.from_page')}>
          <p class="muted">${t('customer.from_page_more')}</p>
          <dl>${this.#attributes(value.page_attributes)}</dl></deskbell-sidebar-section>`
        : nothing,
      value.events.length > 0
        ? html`<deskbell-sidebar-section name="events" heading=${t('customer.events')}><ol class="events">${value.events.map((event) => this.#event(event))}</ol></deskbell-sidebar-section>`
        : nothing,
    ]
  }

  /** What the owner's own system says of the zone stands before what a browser says, and that before the page. */
  #zone(): string {
    const { value } = this.#facts
    const zone = value?.attributes.time_zone ?? value?.time_zone ?? value?.page_attributes.time_zone
    return typeof zone === 'string' ? localTime(zone, this.desk!.now(), this.desk!) : ''
  }

  #device(): string {
    const { device } = this.#facts.value ?? {}
    if (!device) return ''
    const { browser, system } = device
    return browser && system ? this.desk!.t('customer.device_on', { browser, system }) : browser || system
  }

  #attributes(attributes: Attributes) {
    const { t } = this.desk!
    return Object.entries(attributes).map(([key, value]) =>
      fact(
        key.replaceAll('_', ' '),
        html`<bdi>${typeof value === 'boolean' ? t(value ? 'customer.yes' : 'customer.no') : value}</bdi>`,
      ),
    )
  }

  #event({ name, data, url, at }: ContactDetail['events'][number]) {
    const details = Object.entries(data).map(([key, value]) => `${key.replaceAll('_', ' ')}: ${value}`)
    return html`<li><b dir="auto">${name}</b> ${this.#date(at)}
      ${details.length > 0 ? html`<p class="muted" dir="auto">${details.join(', ')}</p>` : nothing}
      ${url ? html`<p class="cut">${pageLink({ url, title: pathOf(url) })}</p>` : nothing}</li>`
  }

  #customer({ contact, page, site, blocked }: AgentConversation) {
    const { t } = this.desk!
    const known = Boolean(contact.email || contact.name)
    const identity = contact.verified
      ? html`<span class="ok" title=${t('customer.verified_why')}>${consoleIcon('check')}${t('customer.verified_by', { site: site.name })}</span><span class="hidden-text">. ${t('customer.verified_why')}</span>`
      : html`${t(known ? 'customer.given' : 'customer.anonymous')}<p class="why">${t(known ? 'customer.given_why' : 'customer.anonymous_why')}</p>`
    const zone = this.#zone()
    const device = this.#device()
    const { pages = [], ratings } = this.#facts.value ?? {}
    const [last = page] = pages
    return [
      fact(t('customer.identity'), identity),
      blocked
        ? fact(t('customer.status'), html`<span class="late">${t('customer.blocked')}</span>`)
        : nothing,
      zone ? fact(t('customer.local_time'), html`<span class="tabular">${zone}</span>`) : nothing,
      last
        ? fact(
            t(this.#attention?.attention === 'gone' ? 'customer.last_page' : 'customer.page'),
            pageLink(last),
          )
        : nothing,
      device ? fact(t('customer.device'), html`<bdi>${device}</bdi>`) : nothing,
      contact.locale ? fact(t('customer.language'), this.#language(contact.locale)) : nothing,
      fact(t('customer.since'), this.#date(contact.created_at)),
      fact(t('customer.site'), site.name),
      ratings
        ? fact(
            t('customer.ratings'),
            html`<span class="tabular">${t('customer.ratings_average', ratings)}</span>`,
          )
        : nothing,
    ]
  }

  #conversation({ status, department, reference, created_at, fields = [] }: AgentConversation) {
    const { t } = this.desk!
    return [
      fact(t('customer.status'), t(`status.${status}`)),
      department ? fact(t('customer.department'), department.name) : nothing,
      fact(t('customer.reference'), html`<span class="tabular">${reference}</span>`),
      fact(t('customer.opened'), this.#date(created_at)),
      ...fields.map(({ label, value }) => fact(label, html`<bdi>${this.#answer(value)}</bdi>`)),
    ]
  }

  #answer(value: string | number | boolean): string {
    const { t, locale } = this.desk!
    if (typeof value === 'number') return value.toLocaleString(intlLocale(locale))
    return typeof value === 'boolean' ? t(value ? 'customer.yes' : 'customer.no') : value
  }

  #rating(rating: Rating) {
    const { t } = this.desk!
    return html`<section class="rating" aria-label=${t('customer.rating')}>
      <p class="stars"><span aria-hidden="true">${[1, 2, 3, 4, 5].map(
        (n) => html`<i class=${n <= rating.score ? 'full' : ''}></i>`,
      )}</span><b class="tabular">${t('customer.score', { score: rating.score })}</b></p>
      ${rating.comment ? html`<p dir="auto">${rating.comment}</p>` : nothing}
    </section>`
  }

  #language(locale: string): string {
    try {
      return new Intl.DisplayNames(this.desk!.locale, { type: 'language' }).of(locale) ?? locale
    } catch {
      return locale
    }
  }

  #date(at: string) {
    const { locale, now } = this.desk!
    const shown = daysAgo(at, now()) <= 0 ? clockTime(at, locale) : dayAndMonth(at, locale)
    return html`<time class="tabular" datetime=${at} title=${fullTime(at, locale)}>${shown}</time>`
  }
}

const fact = (label: string, value: unknown) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
