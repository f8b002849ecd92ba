// The list of one view: groups of rows, updated in place. Knows nothing of what a conversation holds.

import { html, nothing, type PropertyValues } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AgentConversationView, InboxState } from '../../client/agent-client.api.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { ChooseEvent } from '../menu/console-menu.ts'
import { presenceStyles } from '../presence.styles.ts'
import { ShowViewEvent } from '../rail/console-rail.ts'
import { chooseSelf, selfMenu } from '../rail/self-menu.ts'
import { Tick } from '../tick.controller.ts'
import { Watch } from '../watch.controller.ts'
import { type InboxGroup, inboxGroups } from './inbox-group.ts'
import { listStyles } from './inbox-list.styles.ts'
import { inboxRow } from './inbox-row.ts'
import { VIEWS, viewIcon } from './inbox-view.ts'

/** Somebody opened a conversation from the list. */
export class OpenConversationEvent extends Event {
  readonly conversationId: string

  constructor(conversationId: string) {
    super('deskbell-open-conversation', { bubbles: true, composed: true })
    this.conversationId = conversationId
  }
}

/** @event deskbell-open-conversation - a row was opened. */
export class InboxList extends DeskElement {
  static override properties = {
    selectedId: { attribute: false },
    thread: { attribute: false },
    phone: { type: Boolean, reflect: true },
    focusId: { state: true },
  }
  static override styles = [deskStyles, markStyles, presenceStyles, listStyles]

  declare selectedId: string | null
  /** The open conversation, for "is typing…" in its row. */
  declare thread: AgentConversationView | null
  declare phone: boolean
  declare focusId: string | null

  #me = this.watch((desk) => desk.client.me)
  #inbox = this.watch((desk) => desk.client.inbox.state)
  #open = new Watch(this, () => this.thread?.state)
  /** Where the focus stood before an update, to find it again should its row go. */
  #focusedAt = -1

  constructor() {
    super()
    this.selectedId = null
    this.thread = null
    this.phone = false
    this.focusId = null
    new Tick(this)
  }

  /** Moves the focus through the rows, from the focused or else the selected one. */
  step(by: 1 | -1): void {
    const rows = this.#rows()
    if (rows.length === 0) return
    const at = rows.indexOf(this.shadowRoot?.activeElement as HTMLElement)
    const from = at >= 0 ? at : rows.findIndex((row) => row.dataset.id === this.selectedId)
    const to = at < 0 && from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by))
    this.#focus(rows[to])
  }

  /** To the row of a conversation, if it is in this view. */
  focusRow(id: string | null): void {
    const rows = this.#rows()
    this.#focus(rows.find((row) => row.dataset.id === id) ?? rows[0])
  }

  protected override willUpdate(): void {
    this.#focusedAt = this.#rows().indexOf(this.shadowRoot?.activeElement as HTMLElement)
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (this.#focusedAt < 0 || this.shadowRoot?.activeElement) return
    const rows = this.#rows()
    this.#focus(rows[Math.min(this.#focusedAt, rows.length - 1)])
  }

  protected override render() {
    const inbox = this.#inbox.value
    if (!this.desk || !inbox) return nothing
    const { t } = this.desk
    return html`
      <header>
        <h1 class="grow cut">${t(`view.${inbox.view}`)}</h1>
        ${this.phone ? this.#phoneTools(inbox) : nothing}
      </header>
      <div class="scroller" @keydown=${this.#onKey} @click=${this.#onClick} @focusin=${this.#onFocus}>
        ${this.#body(inbox)}
      </div>`
  }

  #body(inbox: InboxState) {
    const { t } = this.desk!
    if (inbox.conversations.length === 0) {
      if (inbox.phase === 'loading')
        return html`<div class="blocks" aria-hidden="true"><i></i><i></i><i></i></div>`
      if (inbox.phase === 'failed')
        return html`<div class="empty" role="alert"><h2>${t('list.failed')}</h2><p>${t('list.failed.detail')}</p>
          <button class="button" type="button" @click=${() => this.#reload(inbox)}>${t('app.again')}</button></div>`
      return html`<div class="empty"><h2>${t(`empty.${inbox.view}`)}</h2><p>${t(`empty.${inbox.view}.detail`)}</p></div>`
    }
    const groups = inboxGroups(inbox.view, inbox.conversations)
    return html`
      ${repeat(
        groups,
        (group) => group.label,
        (group, index) => this.#group(group, index === 0),
      )}
      ${
        inbox.hasMore
          ? html`<button class="button more" type="button" @click=${this.#more}>${t('list.more')}</button>`
          : nothing
      }`
  }

  #group(group: InboxGroup, first: boolean) {
    const { t } = this.desk!
    const label = group.label ? t(group.label) : nothing
    return html`<section aria-label=${label}>
      <div class="group">${group.label ? html`<h2 class="grow cut">${label}</h2>` : html`<span class="grow"></span>`}${first ? html`<span>${t(group.order)}</span>` : nothing}</div>
      <ul>${repeat(
        group.conversations,
        (each) => each.id,
        (each) => html`<li>${this.#row(each)}</li>`,
      )}</ul>
    </section>`
  }

  #row(conversation: AgentConversation) {
    const meId = this.#me.value?.agent.id ?? ''
    const open = this.#open.value
    const typing = open?.id === conversation.id && open.typing.some(({ actor }) => actor.kind === 'contact')
    const selected = conversation.id === this.selectedId
    const tabbable = conversation.id === this.#tabbableId()
    return inboxRow(conversation, { selected, tabbable, typing, meId }, this.desk!)
  }

  #tabbableId(): string | undefined {
    const ids = this.#inbox.value!.conversations
    const has = (id: string | null): boolean => ids.some((each) => each.id === id)
    if (has(this.focusId)) return this.focusId!
    if (has(this.selectedId)) return this.selectedId!
    return inboxGroups(this.#inbox.value!.view, ids)[0]?.conversations[0]?.id
  }

  #phoneTools(inbox: InboxState) {
    const { t, client } = this.desk!
    const me = this.#me.value?.agent
    if (!me) return nothing
    const views = VIEWS.map((view) => ({
      id: view,
      label: t(`view.${view}`),
      icon: viewIcon[view],
      count: inbox.counts[view],
      checked: view === inbox.view,
    }))
    return html`
      <deskbell-console-menu class="views" place="end" .items=${views} .label=${t('rail.views')}
        @deskbell-choose=${(event: ChooseEvent) => this.dispatchEvent(new ShowViewEvent(event.id as InboxState['view']))}
        >${consoleIcon('filter')}</deskbell-console-menu>
      <deskbell-console-menu class="self" place="end" .items=${selfMenu(me, t)} .label=${t('me.menu')}
        @deskbell-choose=${(event: ChooseEvent) => chooseSelf(this, client, event.id)}>
        <span class="face">${mark(me, 28)}<span class="presence ${me.availability}"></span></span>
        <span class="hidden-text">${me.name}, ${t(`availability.${me.availability}`)}</span>
      </deskbell-console-menu>`
  }

  #rows = (): HTMLElement[] => [...this.renderRoot.querySelectorAll<HTMLElement>('.row')]

  #focus(row: HTMLElement | undefined): void {
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }

  #reload(inbox: InboxState): void {
    this.desk!.client.inbox.show(inbox.view).catch(() => {})
  }

  #more(): void {
    this.desk!.client.inbox.loadMore().catch(() => {})
  }

  #onClick(event: Event): void {
    const id = (event.target as Element).closest<HTMLElement>('.row')?.dataset.id
    if (id) this.dispatchEvent(new OpenConversationEvent(id))
  }

  #onFocus(event: Event): void {
    this.focusId = (event.target as Element).closest<HTMLElement>('.row')?.dataset.id ?? this.focusId
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const rows = this.#rows()
    if (event.key === 'ArrowDown' || event.key === 'j') this.step(1)
    else if (event.key === 'ArrowUp' || event.key === 'k') this.step(-1)
    else if (event.key === 'Home') this.#focus(rows[0])
    else if (event.key === 'End') this.#focus(rows.at(-1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
