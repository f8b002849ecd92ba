// One open conversation: its head, its log, what is happening in it now, and where one writes.

import { html, nothing, type PropertyValues } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { ConversationState, PendingMessage } from '../../client/conversation-state.ts'
import type { FoldedMessage, FoldedNote } from '../../client/folded-messages.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { messageToolsStyles } from '../../elements/message-tools/message-tools.styles.ts'
import { MessageTools } from '../../elements/message-tools/message-tools.ts'
import { richTextStyles } from '../../elements/rich-text/rich-text.styles.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { Citation } from '../../protocol/citation.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { EditLastEvent, SubmitReplyEvent } from '../composer/reply.events.ts'
import type { ReplyComposer } from '../composer/reply-composer.ts'
import type { FixAnswer } from '../copilot/fix-answer.ts'
import { openCited } from '../copilot/open-article.event.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { DraftDesk } from '../drafts/draft-desk.controller.ts'
import { OpenConversationEvent } from '../inbox/inbox-list.events.ts'
import { KeepFocus } from '../keep-focus.controller.ts'
import { customerName } from '../names.ts'
import { ShowViewEvent } from '../rail/console-rail.ts'
import { Watch } from '../watch.controller.ts'
import { Acceptance } from './acceptance.ts'
import { ConversationAside } from './conversation-aside.controller.ts'
import { threadStyles } from './conversation-thread.styles.ts'
import { MergedFolds } from './merged-folds.controller.ts'
import { MessageExtras } from './message-extras.controller.ts'
import { redrawOnFocus } from './redraw-on-focus.ts'
import { addNote, noticeOf, scheduleReply, sendReply } from './reply-sending.ts'
import { scheduledList } from './scheduled-list.ts'
import { CloseThreadEvent, ShowDetailsEvent } from './thread.events.ts'
import { ThreadDesk } from './thread-desk.controller.ts'
import { threadEventStyles } from './thread-event.styles.ts'
import { threadHeader } from './thread-header.ts'
import type { LineContext } from './thread-line.ts'
import { threadLog } from './thread-log.ts'
import { ThreadPlace } from './thread-place.controller.ts'
import { deliveryOf, foreignLanguage, isOver, lastOwn, mayChange, takes } from './thread-rule.ts'
import { type HeldWish, type ThreadNotice, threadStrip } from './thread-strip.ts'
import { ThreadViewers } from './thread-viewers.controller.ts'
import { createWhisperPlaces } from './whisper-line.ts'
import { WritingToo } from './writing-too.controller.ts'

type State = ConversationState<AgentConversation>

/**
 * @event deskbell-show-details - the customer's facts were asked for.
 * @event deskbell-close-thread - back to the list.
 */
export class ConversationThread extends DeskElement {
  static override properties = {
    view: { attribute: false },
    eventId: { attribute: false },
    phone: { type: Boolean, reflect: true },
    detailsHidden: { type: Boolean },
    notice: { state: true },
    cited: { state: true },
  }
  static override styles = [
    deskStyles,
    markStyles,
    richTextStyles,
    threadStyles,
    threadEventStyles,
    messageToolsStyles,
  ]

  declare view: AgentConversationView | null
  /** The event of the log to go to, when a link has named one. */
  declare eventId: string | null
  declare phone: boolean
  /** The sidebar is not in sight, so offer it. */
  declare detailsHidden: boolean
  declare notice: ThreadNotice | null
  declare cited: { key: string; citation: Citation } | null

  #me = this.watch((desk) => desk.client.me)
  #agents = this.watch((desk) => desk.client.agents)
  #state = new Watch(this, () => this.view?.state)
  #place = new ThreadPlace(this, {
    view: () => this.view,
    now: () => this.desk!.now(),
    act: (done) => this.#act(done),
  })
  #tools = new MessageTools(this)
  #extras = new MessageExtras(this)
  #folds = new MergedFolds(this, () => this.desk)
  #seen = this.watch((desk) => desk.seen)
  #viewers = new ThreadViewers(this, { desk: () => this.desk, view: () => this.view })
  #aside = new ConversationAside(this, { desk: () => this.desk, view: () => this.view })
  #whispers = createWhisperPlaces()
  #writing = new WritingToo(() => this.desk!.now())
  #drafts = new DraftDesk(this, {
    view: () => this.view,
    composer: () => this.#composer,
    act: (done) => this.#act(done),
  })
  #work = new ThreadDesk(this, {
    desk: () => this.desk,
    view: () => this.view,
    act: (done) => this.#act(done),
    accept: () => void this.#acceptance.take().catch(() => {}),
    write: (kind) => this.#composer?.write(kind),
    open: (id) => this.#open(id),
  })
  #acceptance = new Acceptance(this, {
    view: () => this.view,
    meId: () => this.#me.value?.agent.id,
    begun: () => {
      this.notice = null
    },
    refused: (error) => {
      this.notice = noticeOf(error, this.desk!.t)
    },
  })
  #marked = 0
  #wantsFocus = false

  constructor() {
    super()
    redrawOnFocus(this)
    new KeepFocus(this, () => this.focusComposer())
    this.view = null
    this.eventId = null
    this.phone = false
    this.detailsHidden = false
    this.notice = null
    this.cited = null
  }

  /** Puts the cursor where one writes, as soon as that is on screen. */
  focusComposer(): void {
    this.#wantsFocus = true
    this.requestUpdate()
  }

  /** Puts a text into the composer. */
  insert(text: string): void {
    this.#composer?.insert(text)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) {
      this.notice = null
      this.cited = null
      this.#marked = 0
      this.#place.reset()
      this.#extras.reset()
      this.#folds.reset()
      this.#writing.reset()
    }
    if (this.eventId && (changed.has('eventId') || changed.has('view'))) this.#place.goTo(this.eventId)
  }

  protected override updated(): void {
    const state = this.#state.value
    if (!state) return
    this.#place.settle(state)
    this.#markRead(state)
    const composer = this.#wantsFocus ? this.#composer : null
    if (!composer) return
    this.#wantsFocus = false
    // A draft is what there is to decide first.
    const first = this.renderRoot.querySelector('deskbell-draft-card') ?? composer
    void first.updateComplete.then(() => first.focus())
  }

  protected override render() {
    const state = this.#state.value
    const me = this.#me.value?.agent
    if (!this.desk || !this.view || !state || !me) return nothing
    if (state.phase === 'failed' && !state.conversation) return this.#failed()
    if (!state.conversation) return html`<div class="blocks" aria-hidden="true"><i></i><i></i><i></i></div>`
    const { conversation } = state
    const { desk, phone, detailsHidden } = this
    const draft = isOver(conversation) ? null : this.#drafts.waiting(state.events)
    return html`
      ${threadHeader({
        conversation,
        viewers: this.#viewers.others,
        commands: this.#work.commands(),
        phone,
        detailsHidden,
        seen: this.#seen.value?.get(this.view.id),
        desk,
        back: this.#close,
        details: () => this.dispatchEvent(new ShowDetailsEvent()),
        pick: (kind) => this.#work.pick(kind),
        run: this.#work.run,
      })}
      ${this.#log(state, conversation, me)}
      <deskbell-action-request .events=${state.events} .decide=${async (id: string, approve: boolean) => this.view?.decide(id, approve)}></deskbell-action-request>
      ${scheduledList({
        scheduled: this.#aside.value.scheduled,
        desk,
        cancel: ({ id }) => this.#act(this.view!.act('message.unschedule', { scheduled_id: id })),
        edit: ({ id, body }) => this.#act(this.#takeBack(id, body)),
      })}
      ${this.#strip(state, conversation, me, draft !== null)}
      ${this.#work.render()}
      ${this.#drafts.render(draft, { meId: me.id, phone, desk })}
      <deskbell-reply-composer .view=${this.view} .customer=${customerName(conversation.contact, desk.t)}
        .channel=${conversation.channel} .takes=${takes(conversation, me)} .noteOnly=${isOver(conversation)}
        ?phone=${phone} .unsent=${state.pending.length > 0} .kept=${this.#aside.value.replies}
        .copilot=${this.#drafts.hasModel} @deskbell-submit-reply=${this.#onSubmit}
        @deskbell-edit-last=${this.#onEditLast}></deskbell-reply-composer>
      <deskbell-fix-answer></deskbell-fix-answer>`
  }

  #failed() {
    const { t } = this.desk!
    return html`<div class="empty" role="alert"><h2>${t('thread.failed')}</h2><p>${t('thread.failed.detail')}</p>
      <p><button class="button" type="button" @click=${() => this.#open(this.view!.id)}>${t('app.again')}</button>
        <button class="button bare" type="button" @click=${this.#close}>${t('thread.back')}</button></p></div>`
  }

  #strip(state: State, conversation: AgentConversation, me: Agent, draft: boolean) {
    const { pending, typing } = state
    return threadStrip({
      conversation,
      me,
      pending,
      draft,
      agents: this.#agents.value ?? [],
      writing: this.#writing.of(typing, me.id),
      notice: this.notice,
      accepting: this.#acceptance.busy,
      desk: this.desk!,
      accept: () => void this.#acceptance.take().catch(() => {}),
      next: () => this.#next(),
      leaveTo: (id) => this.#act(this.#work.actions!.assign(id)),
      decideHeld: (cid, what) => this.#decideHeld(cid, what),
      wake: () => this.#act(this.#work.actions!.snooze(null)),
    })
  }

  #decideHeld(cid: string, what: HeldWish): void {
    if (what === 'edit') this.#discard(cid)
    else this.#act(what === 'send' ? this.view!.sendAnyway(cid) : this.view!.discard(cid))
  }

  #log(state: State, conversation: AgentConversation, me: Agent) {
    const items = this.#whispers(this.#place.items(state), this.#aside.value.whispers, state.hasEarlier)
    return threadLog({
      state,
      chunks: this.#place.chunks(items),
      context: this.#context(state, conversation, me, deliveryOf(items, conversation.other_read_seq)),
      self: { kind: 'human', id: me.id, name: me.name } satisfies Actor,
      pinned: this.#place.pinned,
      actions: {
        retry: (cid) => this.#act(this.view!.retry(cid)),
        discard: (cid) => this.#discard(cid),
      },
      earlier: this.#place.earlier,
      toEnd: this.#place.toEnd,
    })
  }

  #context(
    { events }: State,
    conversation: AgentConversation,
    me: Agent,
    delivery: LineContext['delivery'],
  ): LineContext {
    const desk = this.desk!
    return {
      desk,
      events,
      delivery,
      customer: customerName(conversation.contact, desk.t),
      foreign: this.#drafts.hasModel ? foreignLanguage(conversation.contact, desk) : null,
      cited: this.cited,
      onCitation: (key, citation) => this.#toggle(key, citation),
      editArticle: (slug) => this.#act(openCited(this, desk, slug)),
      tools: (event) => this.#toolsOf(event, conversation, me),
      fix: (event) => this.#act(this.#fix(event)),
      extras: this.#extras,
      translate: ({ id, data }) => void this.#extras.translate(this.view!, id, data.body, desk),
      linkOf: (id) => `#/open/${conversation.id}/${id}`,
      copyLink: (id) => this.#act(this.#work.actions!.copyLink(id)),
      open: (id) => this.#open(id),
      chosen: this.#work.chosen,
      choose: this.#work.toggleChosen,
      target: this.#place.target,
      merged: new Map(this.#aside.value.merged.map(({ id, messages }) => [id, messages])),
      fold: this.#folds.of,
      toggleFold: (id) => void this.#folds.toggle(id),
    }
  }

  #open(conversationId: string): void {
    this.dispatchEvent(new OpenConversationEvent(conversationId))
  }

  #close = (): void => {
    this.dispatchEvent(new CloseThreadEvent())
  }

  async #takeBack(scheduledId: string, body: string): Promise<void> {
    await this.view!.act('message.unschedule', { scheduled_id: scheduledId })
    this.#composer?.giveBack('message', body)
  }

  #next(): void {
    this.notice = null
    this.dispatchEvent(new ShowViewEvent('waiting'))
  }

  #toggle(key: string, citation: Citation): void {
    const same = this.cited?.key === key && this.cited.citation === citation
    this.cited = same ? null : { key, citation }
  }

  #act(done: Promise<unknown>): void {
    const { view } = this
    this.notice = null
    done.catch((error: unknown) => {
      if (this.view === view) this.notice = noticeOf(error, this.desk!.t)
    })
  }

  #onSubmit(event: SubmitReplyEvent): void {
    const view = this.view!
    const { kind, body, editedId, draftId, sendAt } = event
    const done = draftId
      ? view.drafts.approve(draftId, body)
      : editedId
        ? view.edit(editedId, body)
        : sendAt
          ? scheduleReply(view, event, sendAt)
          : null
    if (done) {
      event.keepUntil(done)
      this.#act(done)
      return
    }
    const send = () => this.#act(sendReply(view, event, this.desk!))
    if (kind === 'note') this.#act(addNote(view, event))
    else if (!takes(view.state.get().conversation!, this.#me.value!.agent)) send()
    else event.keepUntil(this.#acceptance.take().then(send))
    this.#place.toEnd()
  }

  async #fix(event: FoldedMessage): Promise<void> {
    const { view } = this
    await import('../copilot/fix-answer.define.ts')
    if (this.view === view)
      void this.renderRoot.querySelector<FixAnswer>('deskbell-fix-answer')?.open(view!, event)
  }

  #toolsOf(event: FoldedMessage | FoldedNote, conversation: AgentConversation, me: Agent) {
    const may = mayChange(event, conversation, me)
    const wishes = {
      edit: may.edit ? () => this.#edit(event) : undefined,
      remove: may.remove ? () => this.#act(this.view!.remove(event.id)) : undefined,
    }
    return this.#tools.render(event.id, wishes, this.desk!.shared.t)
  }

  #edit({ id, type, data }: FoldedMessage | FoldedNote): void {
    this.notice = null
    this.#composer?.edit(id, type === 'note.created' ? 'note' : 'message', data.body)
  }

  #onEditLast(event: EditLastEvent): void {
    const { conversation, events } = this.view!.state.get()
    const last = lastOwn(events, event.kind, conversation!, this.#me.value!.agent)
    if (!last) return
    event.preventDefault()
    this.#edit(last)
  }

  get #composer(): ReplyComposer | null {
    return this.renderRoot.querySelector<ReplyComposer>('deskbell-reply-composer')
  }

  #discard(cid: string): void {
    const kind = this.#state.value?.pending.find((each) => each.cid === cid)?.kind ?? 'message'
    this.#act(this.view!.discard(cid).then((text) => this.#giveBack(kind, text)))
  }

  #giveBack(kind: PendingMessage['kind'], text: string | null): void {
    if (text === null) this.notice = { kind: 'failed', reason: this.desk!.t('message.too_late') }
    else this.#composer?.giveBack(kind, text)
  }

  #markRead({ conversation, phase }: State): void {
    if (!conversation || phase !== 'ready' || !this.#place.atEnd || !this.desk!.attentive()) return
    if (conversation.unread === 0 || conversation.head <= this.#marked) return
    this.#marked = conversation.head
    this.view!.read()
  }
}
