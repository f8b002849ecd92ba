// The list: groups of rows of which a screenful is drawn, updated in place. Knows nothing of what a conversation holds.

import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AgentConversationView, InboxState } from '../../client/agent-client.api.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { BulkRuns, BulkTargets } from '../bulk/bulk-run.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { elementStyle } from '../element-style.directive.ts'
import { KeepFocus } from '../keep-focus.controller.ts'
import { presenceStyles } from '../presence.styles.ts'
import { Tick } from '../tick.controller.ts'
import { Watch } from '../watch.controller.ts'
import { Aim } from './aim.controller.ts'
import { createArrangedRows } from './arranged-rows.ts'
import type { Rows } from './held-order.ts'
import { type GroupLabel, orderWords } from './inbox-group.ts'
import { OpenConversationEvent, PrefetchEvent } from './inbox-list.events.ts'
import { listStyles } from './inbox-list.styles.ts'
import { inboxRow } from './inbox-row.ts'
import { listCommands } from './list-commands.ts'
import { emptyList, listEnd } from './list-empty.ts'
import { listHeader } from './list-header.ts'
import type { ListPlace } from './list-place.ts'
import { ListWindow } from './list-window.controller.ts'
import { RowActions } from './row-actions.controller.ts'
import { RowPeek } from './row-peek.controller.ts'
import { RowPointer, rowIdOf } from './row-pointer.controller.ts'
import { createRowSlots } from './row-slots.ts'
import { stretchesOf } from './row-window.ts'
import { everything, extended, noSelection, pruned, type Selection, toggled } from './selection.ts'

/** So many rows before the end the next page is asked for. */
const EARLY = 15
/** So many rows can be named in one operation. */
const PICKED = 500

/**
 * @event deskbell-open-conversation - a row was opened.
 * @event deskbell-prefetch - a row may be opened next.
 */
export class InboxList extends DeskElement {
  static override properties = {
    selectedId: { attribute: false },
    thread: { attribute: false },
    place: { attribute: false },
    phone: { type: Boolean, reflect: true },
    bulk: { attribute: false },
    focusId: { state: true },
    selection: { state: true },
    failed: { state: true },
  }
  static override styles = [deskStyles, markStyles, presenceStyles, listStyles]

  declare selectedId: string | null
  /** The open conversation, for "is typing…" in its row. */
  declare thread: AgentConversationView | null
  /** What is listed: a view, a saved one, a team. */
  declare place: ListPlace
  declare phone: boolean
  /** What does things to many rows at once. */
  declare bulk: BulkRuns | null
  declare focusId: string | null
  declare selection: Selection
  /** The next page did not come. */
  declare failed: boolean

  #me = this.watch((desk) => desk.client.me)
  #inbox = this.watch((desk) => desk.client.inbox.state)
  #open = new Watch(this, () => this.thread?.state)
  #run = new Watch(this, () => this.bulk?.state)
  #views = this.watch((desk) => desk.client.views.state)
  #actions = new RowActions(this, { desk: () => this.desk, bulk: () => this.bulk })
  #unregister: (() => void) | undefined
  #aim = new Aim(this)
  readonly peek = new RowPeek(this, {
    desk: () => this.desk,
    focusedId: () => this.focusedId,
    rowOf: (id) => this.#inbox.value?.conversations.find((each) => each.id === id),
  })
  #pointer = new RowPointer(this, {
    aim: this.#aim,
    linger: (id) => id !== this.selectedId && this.dispatchEvent(new PrefetchEvent(id)),
    hold: (id) => this.pick(id),
  })
  #window = new ListWindow(this, {
    scroller: () => this.renderRoot.querySelector<HTMLElement>('.scroller'),
    stretches: () => stretchesOf(this.#rows.now.groups),
    order: () => this.order,
  })
  #rows = createArrangedRows()
  #slots = createRowSlots<GroupLabel>()
  /** Where the focus stood before an update, to find it again should its row go. */
  #focusedAt = -1
  #landedId: string | null = null
  #askedAt = -1

  constructor() {
    super()
    this.selectedId = null
    this.thread = null
    this.place = { kind: 'view', view: 'mine' }
    this.phone = false
    this.bulk = null
    this.focusId = null
    this.selection = noSelection
    this.failed = false
    new Tick(this)
    new KeepFocus(this, () => this.#focusedAt < 0 && this.focusRow(this.focusId ?? this.selectedId))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#unregister?.()
    this.#unregister = undefined
  }

  /** What a command acts on: all that the list finds, the rows chosen, or the one with the focus. */
  get bulkTargets(): BulkTargets {
    const { ids, all } = this.selection
    const query = this.#inbox.value?.query
    if (all && query) {
      const saved = this.#views.value?.find(({ id }) => id === query.saved)
      return { query: { view: query.view, filter: query.filter ?? saved?.filter ?? {} } }
    }
    const focused = this.focusedId ?? this.selectedId
    return { ids: ids.size > 0 ? [...ids] : focused ? [focused] : [] }
  }

  /** Where a picker stands that a command opens: at its button in the bar, else at the row. */
  actionAnchor(command: string): Element {
    const bar = this.renderRoot.querySelector('deskbell-bulk-bar')?.shadowRoot
    const button =
      bar?.querySelector(`[data-command="${command}"]`) ?? bar?.querySelector('deskbell-console-menu')
    return button ?? this.shadowRoot?.activeElement ?? this
  }

  /** The filter opens; with `save`, ready to make a view of it. */
  openFilter(save = false): void {
    this.pickNone()
    void this.updateComplete.then(() => this.renderRoot.querySelector('deskbell-filter-button')?.show(save))
  }

  /** The row that has the focus now. */
  get focusedId(): string | null {
    const active = this.shadowRoot?.activeElement as HTMLElement | null
    return (active?.matches('.row') && active.dataset.id) || null
  }

  /** The focused row; beside an open conversation not one the focus fell on when its own row left: keys mean the open one. */
  get aimedId(): string | null {
    return this.selectedId !== null && this.focusedId === this.#landedId ? null : this.focusedId
  }

  #landOn(at: number): void {
    this.#focusAt(at)
    this.#landedId = this.focusedId
  }

  /** The ids in the order they stand. */
  get order(): readonly string[] {
    return this.#rows.order
  }

  /** Moves the focus through the rows, from the focused or else the selected one. */
  step(by: 1 | -1): void {
    if (this.order.length === 0) return
    const at = this.order.indexOf(this.focusedId ?? '')
    const from = at >= 0 ? at : this.order.indexOf(this.selectedId ?? '')
    this.#landedId = null
    this.#focusAt(from < 0 ? 0 : from + by)
  }

  /** To the row of a conversation, if it is in this view; else to the first, and keys go on meaning the open one. */
  focusRow(id: string | null): void {
    const at = this.order.indexOf(id ?? '')
    if (at < 0) this.#landOn(0)
    else this.#focusAt(at)
  }

  /** The conversation after or before another one, for those who go through the list without it. */
  beside(id: string | null, by: 1 | -1): string | null {
    const at = this.order.indexOf(id ?? '')
    return this.order[at < 0 ? 0 : at + by] ?? null
  }

  /** Chooses or lets go of the focused row, or of everything up to it. */
  pick(id: string, upTo = false): void {
    this.selection = upTo ? extended(this.selection, id, this.order) : toggled(this.selection, id)
  }

  pickAll(): void {
    this.selection = everything(this.order.slice(0, PICKED))
  }

  /** Also what is not loaded. */
  pickWhole(): void {
    this.selection = { ...everything(this.order.slice(0, PICKED)), all: true }
  }

  pickNone(): void {
    this.selection = noSelection
  }

  /** What has waited takes its place. */
  settle(): void {
    this.#aim.rest()
    this.#rows.letGo()
    this.requestUpdate()
    this.#window.toBeginning()
  }

  protected override willUpdate(): void {
    const inbox = this.#inbox.value
    if (!this.desk || !inbox) return
    this.#unregister ??= this.desk.commands.register(() => listCommands(this, this.#actions, this.desk!))
    // Not where the focus is but where it is meant to be: its row may just be about to be drawn.
    this.#focusedAt = this.focusedId ? this.order.indexOf(this.focusId ?? '') : -1
    this.#window.remember()
    const { holds, pointing } = this.#aim
    const change = this.#rows.take(inbox, { holds, pointing, focusedId: this.focusedId })
    if (change === 'other') {
      this.#askedAt = -1
      this.failed = false
      this.selection = noSelection
      this.#window.toBeginning()
    } else if (change && this.selection.ids.size > 0) {
      const here = new Set(this.order)
      this.selection = pruned(this.selection, (id) => here.has(id))
    }
  }

  protected override updated(): void {
    if (this.#focusedAt >= 0 && !this.shadowRoot?.activeElement)
      this.#landOn(Math.min(this.#focusedAt, this.order.length - 1))
    this.#loadAhead()
  }

  /** The next page before anybody reaches the end of this one. */
  #loadAhead(): void {
    const inbox = this.#inbox.value
    if (!inbox?.hasMore || inbox.phase !== 'ready' || this.#askedAt === inbox.conversations.length) return
    if (this.#window.rowsBelow > EARLY) return
    this.#askedAt = inbox.conversations.length
    this.#more()
  }

  #more = (): void => {
    this.failed = false
    this.desk!.client.inbox.loadMore().catch(() => {
      this.failed = true
    })
  }

  protected override render() {
    const inbox = this.#inbox.value
    if (!this.desk || !inbox) return nothing
    const { t } = this.desk
    const { news, groups } = this.#rows.now
    return html`
      ${listHeader(this, inbox, this.desk)}
      ${
        news > 0
          ? html`<button class="news" type="button" title=${t('list.news.detail')} @click=${() => this.settle()}>${t('list.news', { n: news })}</button>`
          : nothing
      }
      <div class="scroller ${this.selection.ids.size > 0 ? 'picking' : ''}" tabindex="-1" @keydown=${this.#onKey} @click=${this.#onClick} @focusin=${this.#onFocus}
        @focusout=${() => this.requestUpdate()} @scroll=${this.#window.scrolled} @pointermove=${this.#pointer.move} @pointerdown=${this.#pointer.press}
        @pointerup=${this.#pointer.release} @pointercancel=${this.#pointer.release} @contextmenu=${this.#pointer.menu} @pointerleave=${this.#pointer.leave}>
        <i class="measure" aria-hidden="true"></i>
        ${groups.length === 0 ? emptyList(inbox, this.place, this.desk) : this.#groups(inbox)}
      </div>
      ${
        this.selection.ids.size > 0 || this.#run.value
          ? html`<deskbell-bulk-strip .bulk=${this.bulk} .selection=${this.selection} .inbox=${inbox} .place=${this.place}
            @deskbell-pick-whole=${() => this.pickWhole()}></deskbell-bulk-strip>`
          : nothing
      }`
  }

  #groups(inbox: InboxState) {
    const { groups } = this.#rows.now
    const { windows } = this.#window
    return html`${repeat(
      groups,
      ({ group }) => group,
      (each, index) => this.#group(each, index, windows[index]!, inbox),
    )}
    ${listEnd(this.failed, inbox.hasMore, this.#more, this.desk!)}`
  }

  #group({ group, rows }: Rows<GroupLabel>, index: number, [from, to]: [number, number], inbox: InboxState) {
    const { t } = this.desk!
    const label = group ? t(group) : nothing
    const size = inbox.hasMore && index === this.#rows.now.groups.length - 1 ? -1 : rows.length
    const { row } = this.#window.view
    const numbers = Array.from({ length: to - from }, (_, step) => from + step)
    // The row with the focus stays, wherever one scrolls to.
    const kept = this.focusId ? rows.findIndex(({ id }) => id === this.focusId) : -1
    if (kept >= 0 && kept < from) numbers.unshift(kept)
    else if (kept >= to) numbers.push(kept)
    const tabbable = this.#tabbableId()
    const ids = numbers.map((number) => rows[number]!.id)
    const slotOf = this.#slots.take(group, ids, !this.shadowRoot?.activeElement?.closest('li'))
    return html`<section aria-label=${label} class=${index === 0 ? 'first' : ''}>
      <div class="group">${group ? html`<h2 class="grow cut">${label}</h2>` : html`<span class="grow"></span>`}${index === 0 ? html`<span>${t(orderWords(inbox.view, group, inbox.query.sort))}</span>` : nothing}</div>
      <ul ${elementStyle({ 'block-size': `${rows.length * row}px` })}>${repeat(
        numbers,
        (number) => slotOf(rows[number]!.id),
        (number) => html`<li aria-setsize=${size} aria-posinset=${number + 1}
          ${elementStyle({ translate: `0 ${number * row}px` })}>${this.#row(rows[number]!, tabbable)}</li>`,
      )}</ul>
    </section>`
  }

  #row(conversation: AgentConversation, tabbableId: string | undefined) {
    const { id } = conversation
    const open = this.#open.value
    const typing = open?.id === id && open.typing.some(({ actor }) => actor.kind === 'contact')
    return inboxRow(
      conversation,
      {
        selected: id === this.selectedId,
        picked: this.selection.ids.has(id),
        gone: this.#rows.now.gone.has(id),
        tabbable: id === tabbableId,
        typing,
        meId: this.#me.value?.agent.id ?? '',
      },
      this.desk!,
    )
  }

  /** The focused row, else the open one if it is drawn, else the first. */
  #tabbableId(): string | undefined {
    const here = (id: string | null): id is string => id !== null && this.order.includes(id)
    if (here(this.focusId)) return this.focusId
    if (here(this.selectedId)) return this.selectedId
    return this.order[0]
  }

  /** Draws the row if need be, and at once, so that a key held down never outruns the focus. */
  #focusAt(number: number): void {
    const at = Math.max(0, Math.min(this.order.length - 1, number))
    const id = this.order[at]
    const scroller = this.renderRoot.querySelector<HTMLElement>('.scroller')
    // The last row has left: the focus waits where the next one will stand.
    if (!id) scroller?.focus()
    if (!id || !scroller) return
    this.focusId = id
    this.#window.reveal(at)
    if (this.isUpdatePending) this.performUpdate()
    scroller.scrollTop = this.#window.view.top
    const row = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')].find(
      (each) => each.dataset.id === id,
    )
    row?.focus({ preventScroll: true })
    this.dispatchEvent(new PrefetchEvent(id))
  }

  #onClick = (event: MouseEvent): void => {
    const target = event.target as Element
    const id = rowIdOf(event)
    if (this.#pointer.swallows()) event.preventDefault()
    else if (!id) return
    else if (target.closest('.pick')) {
      // The label's own click comes again from its box, which alone counts.
      if (target.matches('input')) this.pick(id, event.shiftKey)
    } else if (event.shiftKey) this.pick(id, true)
    else if (event.metaKey || event.ctrlKey || (this.phone && this.selection.ids.size > 0)) this.pick(id)
    else {
      this.peek.hide()
      this.dispatchEvent(new OpenConversationEvent(id))
    }
  }

  #onFocus = (event: Event): void => {
    this.focusId = rowIdOf(event) ?? this.focusId
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'ArrowDown') this.step(1)
    else if (event.key === 'ArrowUp') this.step(-1)
    else if (event.key === 'Home') this.#focusAt(0)
    else if (event.key === 'End') this.#focusAt(this.order.length - 1)
    else if (event.key === 'Escape' && this.peek.isOpen) this.peek.hide()
    else if (event.key === 'Escape' && this.selection.ids.size > 0) this.pickNone()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
