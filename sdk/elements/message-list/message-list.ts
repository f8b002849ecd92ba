// The thread of a conversation as its customer sees it. It draws a state and says what its reader does; it holds
// nothing but where the reader is.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { type FoldedMessage, foldMessages } from '../../client/folded-messages.ts'
import { icon } from '../icon/icon.ts'
import { markStyles } from '../mark/mark.styles.ts'
import { isMachine } from '../mark/mark.ts'
import { messageToolsStyles } from '../message-tools/message-tools.styles.ts'
import { MessageTools } from '../message-tools/message-tools.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { richTextStyles } from '../rich-text/rich-text.styles.ts'
import { createAnnouncer } from './announcer.ts'
import { textOf } from './block-text.ts'
import { mayChange } from './change-rule.ts'
import { EndFollower } from './end-follower.ts'
import { type GroupActions, groupHead, messageGroup, runningGroup } from './message-group.ts'
import {
  ChooseEvent,
  DeleteEvent,
  DiscardEvent,
  EditEvent,
  LoadEarlierEvent,
  OpenArticleEvent,
  RetryEvent,
  SeenEvent,
} from './message-list.events.ts'
import { messageListStyles } from './message-list.styles.ts'
import { messageRows, type Row, type State } from './message-rows.ts'
import { choiceButtons, openChoices } from './open-choices.ts'
import { finishedLength } from './sentence.ts'

/**
 * @event deskbell-open-article - a citation, source or article link was chosen
 * @event deskbell-choose - one of the choices of the last message was taken
 * @event deskbell-retry - a failed message shall be sent again
 * @event deskbell-discard - a message that was not sent shall be taken back
 * @event deskbell-edit - a message of one's own shall be changed
 * @event deskbell-delete - a message of one's own shall be deleted
 * @event deskbell-load-earlier - the reader reached the oldest message
 * @event deskbell-seen - the newest message is before the reader's eyes
 * @slot - what follows the last message, such as a rating
 */
export class DeskbellMessageList extends LitElement {
  static override properties = { state: { attribute: false }, away: { state: true } }
  static override styles = [...panelStyles, markStyles, richTextStyles, messageListStyles, messageToolsStyles]

  declare state: State | null
  /** The reader has scrolled up and something new has come since. */
  declare away: boolean

  #widget = consumeWidget(this)
  #tools = new MessageTools(this)
  #announcer = createAnnouncer((text) => this.#say(text))
  #follower = new EndFollower(this, {
    onSeen: () => this.#seen(),
    onTop: () => this.#reachTop(),
    onLeft: () => this.#left(),
  })
  /** What comes after this number is marked as new; null marks nothing. */
  #newAfter: number | null = null
  /** The end has been seen since. */
  #newSeen = false
  /** Up to here all was read aloud, or was there when the chat was opened; 0 until it was. */
  #known = 0
  #askedBefore = 0
  /** Who was said to be typing, and has sent nothing since. */
  #typing: string | null = null
  #still = matchMedia('(prefers-reduced-motion: reduce)')

  constructor() {
    super()
    this.state = null
    this.away = false
  }

  /** To the newest message, which is then followed again. */
  scrollToEnd(): void {
    this.#follower.pinned = true
    this.away = false
    this.requestUpdate()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { state } = this
    if (!changed.has('state') || !state) return
    const before = changed.get('state') ?? null
    if (before?.id !== state.id) {
      this.#follower.begin()
      this.away = false
      this.#newAfter = null
      this.#known = 0
      this.#askedBefore = 0
      this.#typing = null
    } else if ((state.events[0]?.seq ?? 0) < (before.events[0]?.seq ?? 0)) this.#follower.keepPlace()
    if (state.phase !== 'ready' || !state.conversation) return
    if (this.#known) this.#takeNew(state, before)
    else this.#takeFirst(state, state.conversation.read_seq)
  }

  protected override render(): TemplateResult {
    const { tr } = this.#widget
    const { state } = this
    // Who is seen writing need not be said to be typing, too.
    const typing = (state?.typing ?? []).filter(({ actor }) => actor.id !== state?.answer?.actor.id)
    const actions: GroupActions = {
      translator: tr,
      openArticle: (slug, passage) => this.dispatchEvent(new OpenArticleEvent(slug, passage)),
      retry: (cid) => this.dispatchEvent(new RetryEvent(cid)),
      discard: (cid) => this.dispatchEvent(new DiscardEvent(cid)),
      tools: (message) => this.#toolsOf(message),
    }
    return html`
      <div class="scroller" role="log" aria-live="off" aria-label=${tr.t('chat.title')} tabindex="0"
        @scroll=${() => this.#follower.scrolled()}>
        <div class="content">
          ${
            state?.hasEarlier
              ? html`<button class="link small earlier" type="button" @click=${this.#loadEarlier}>${tr.t('chat.earlier')}</button>`
              : nothing
          }
          ${state && messageRows(state, tr, this.#newAfter).map((row) => this.#row(row, actions))}
          ${state?.answer ? runningGroup(state.answer, this.#shown(state.answer.text), tr) : nothing}
          ${typing.map(({ actor }) =>
            groupHead(actor, tr, tr.t(isMachine(actor) ? 'chat.is_writing' : 'chat.is_typing')),
          )}
          ${state && choiceButtons(openChoices(state), tr.t, this.#choose)}
          <slot></slot>
        </div>
      </div>
      ${
        this.away
          ? html`<button class="button pill" type="button" @click=${this.scrollToEnd}>${icon('down')}${tr.t('chat.to_new')}</button>`
          : nothing
      }
      <div class="hidden spoken" aria-live="polite"></div>`
  }

  #toolsOf(message: FoldedMessage): unknown {
    const { client, tr } = this.#widget
    const now = Date.now() + (client?.clockOffset() ?? 0)
    const own = mayChange(message, this.state?.conversation ?? null, now)
    const wishes = own && {
      edit: () => this.dispatchEvent(new EditEvent(message.id, message.data.body)),
      remove: () => this.dispatchEvent(new DeleteEvent(message.id)),
    }
    return this.#tools.render(message.id, wishes || {}, tr.t)
  }

  #row(row: Row, actions: GroupActions): TemplateResult {
    switch (row.kind) {
      case 'group':
        return messageGroup(row, actions)
      case 'event': {
        const { actor, text } = row.line
        return html`<div class="event">${actor ? html`<b>${actor}</b> ` : nothing}${text}</div>`
      }
      case 'day':
        return html`<div class="event">${row.text}</div>`
      case 'new':
        return html`<div class="new">${this.#widget.tr.t('chat.new')}</div>`
    }
  }

  /** Where motion is unwanted a running answer grows by sentences. */
  #shown(text: string): string {
    return this.#still.matches ? text.slice(0, finishedLength(text)) : text
  }

  /** What was there when the chat was opened is read by its reader, not to them. */
  #takeFirst({ events }: State, readSeq: number): void {
    const unread = foldMessages(events).some(({ seq, actor }) => seq > readSeq && actor.kind !== 'contact')
    this.#newAfter = unread && readSeq > 0 ? readSeq : null
    this.#newSeen = false
    this.#known = Math.max(events.at(-1)?.seq ?? 0, 1)
  }

  #takeNew({ events, pending, answer, typing, conversation }: State, before: State | null): void {
    if (pending.length > (before?.pending.length ?? 0)) this.#follower.pinned = true
    if (answer) this.#announcer.answer(answer.gen, answer.actor.name, answer.text)
    const came = foldMessages(events).filter(
      (event): event is FoldedMessage =>
        event.type === 'message.created' &&
        event.seq > this.#known &&
        event.actor.kind !== 'contact' &&
        !event.deleted,
    )
    if (came.length > 0) this.#typing = null
    // Once, however often they stop and go on. A machine's writing is read aloud itself.
    const person = typing.find(({ actor }) => !isMachine(actor))?.actor
    if (person && this.#typing !== person.id) {
      this.#typing = person.id
      this.#say(this.#widget.tr.t('chat.typing_said', { name: person.name }))
    }
    for (const { actor, data } of came) {
      const names = (data.attachments ?? []).map(({ name }) => name)
      this.#announcer.message(actor.name, [textOf(data.content), ...names].join(' '))
    }
    const hidden = document.hidden || !this.checkVisibility({ visibilityProperty: true })
    if (came.length > 0 && (hidden || !this.#follower.pinned)) {
      // A mark of older news stands until that was read.
      if (this.#newAfter === null || this.#newAfter < conversation!.read_seq) {
        this.#newAfter = this.#known
        this.#newSeen = false
      }
      this.away ||= !this.#follower.pinned
      // Who comes back to the end finds what they missed from its beginning.
      if (this.#follower.pinned) this.#follower.begin()
    }
    this.#known = Math.max(events.at(-1)?.seq ?? 0, this.#known)
  }

  #seen(): void {
    if (!this.state?.conversation) return
    this.away = false
    this.#newSeen = true
    this.dispatchEvent(new SeenEvent())
  }

  /** The panel was closed: what was read before is not new to who comes back. */
  #left(): void {
    if (this.#newAfter === null || !this.#newSeen) return
    this.#newAfter = null
    this.requestUpdate()
  }

  /** The buttons go; the focus stays in the thread. */
  #choose = (body: string): void => {
    this.renderRoot.querySelector<HTMLElement>('.scroller')?.focus({ preventScroll: true })
    this.dispatchEvent(new ChooseEvent(body))
  }

  /** Scrolling asks once for what is before the oldest message; the button may be pressed again. */
  #reachTop(): void {
    const oldest = this.state?.events[0]?.seq ?? 0
    if (!this.state?.hasEarlier || oldest === this.#askedBefore) return
    this.#askedBefore = oldest
    this.#loadEarlier()
  }

  #loadEarlier = (): void => void this.dispatchEvent(new LoadEarlierEvent())

  #say(text: string): void {
    const region = this.renderRoot?.querySelector('.spoken')
    if (!region) return
    // Only what is added is read aloud; the region must not grow for ever.
    while (region.childElementCount > 4) region.firstElementChild!.remove()
    const line = document.createElement('p')
    line.textContent = text
    region.append(line)
  }
}
