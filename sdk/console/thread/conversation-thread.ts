// One open conversation: its head, its log, what is happening in it now, and where one writes.

import { html, nothing, type PropertyValues } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { ApiError } from '../../client/api-error.ts'
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
import type { EditLastEvent, ReplyComposer, SubmitReplyEvent } from '../composer/reply-composer.ts'
import { consoleIcon } from '../console-icon.ts'
import type { FixAnswer } from '../copilot/fix-answer.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { DraftDesk } from '../drafts/draft-desk.controller.ts'
import { customerName } from '../names.ts'
import { ShowViewEvent } from '../rail/console-rail.ts'
import { Watch } from '../watch.controller.ts'
import { threadStyles } from './conversation-thread.styles.ts'
import { logItems } from './log-item.ts'
import { ScrollPin } from './scroll-pin.controller.ts'
import { threadHeader } from './thread-header.ts'
import { answerLine, type LineContext, pendingLine, threadLine, typingLine } from './thread-line.ts'
import { isOver, lastOwn, mayChange, readKey, takes } from './thread-rule.ts'
import { type ThreadNotice, threadStrip } from './thread-strip.ts'

type State = ConversationState<AgentConversation>

/** Somebody on a narrow screen wants to see the customer's facts. */
export class ShowDetailsEvent extends Event {
  constructor() {
    super('deskbell-show-details', { bubbles: true, composed: true })
  }
}

/** Somebody on a phone wants to go back to the list. */
export class CloseThreadEvent extends Event {
  constructor() {
    super('deskbell-close-thread', { bubbles: true, composed: true })
  }
}

/**
 * @event deskbell-show-details - the customer's facts were asked for.
 * @event deskbell-close-thread - back to the list.
 */
export class ConversationThread extends DeskElement {
  static override properties = {
    view: { attribute: false },
    phone: { type: Boolean, reflect: true },
    detailsHidden: { type: Boolean },
    notice: { state: true },
    cited: { state: true },
    accepting: { state: true },
  }
  static override styles = [deskStyles, markStyles, richTextStyles, threadStyles, messageToolsStyles]

  declare view: AgentConversationView | null
  declare phone: boolean
  /** The sidebar is not in sight, so offer it. */
  declare detailsHidden: boolean
  declare notice: ThreadNotice | null
  declare cited: { key: string; citation: Citation } | null
  declare accepting: boolean

  #me = this.watch((desk) => desk.client.me)
  #agents = this.watch((desk) => desk.client.agents)
  #state = new Watch(this, () => this.view?.state)
  #pin = new ScrollPin(this, () => this.renderRoot.querySelector<HTMLElement>('.scroller'))
  #tools = new MessageTools(this)
  #drafts = new DraftDesk(this, {
    view: () => this.view,
    composer: () => this.#composer,
    act: (done) => this.#act(done),
  })
  /** Where reading began; undefined until the log is there. */
  #newAfter: number | null | undefined
  #marked = 0
  #wantsFocus = false
  #life: AbortController | undefined

  constructor() {
    super()
    this.view = null
    this.phone = false
    this.detailsHidden = false
    this.notice = null
    this.cited = null
    this.accepting = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    // Coming back to the window is when what stands there is seen.
    window.addEventListener('focus', () => this.requestUpdate(), { signal: this.#life.signal })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
  }

  /** Puts the cursor where one writes, as soon as that is on screen. */
  focusComposer(): void {
    this.#wantsFocus = true
    this.requestUpdate()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) {
      this.notice = null
      this.cited = null
      this.accepting = false
      this.#newAfter = undefined
      this.#marked = 0
      this.#pin.reset()
    }
    const state = this.#state.value
    if (this.#newAfter === undefined && state && state.events.length > 0) {
      const { read_seq = 0, unread = 0 } = state.conversation ?? {}
      this.#newAfter = unread > 0 && read_seq > 0 ? read_seq : null
    }
  }

  protected override updated(): void {
    const state = this.#state.value
    if (!state) return
    this.#pin.settle(state.events[0]?.seq)
    this.#markRead(state)
    const composer = this.#composer
    if (!this.#wantsFocus || !composer) return
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
    const { desk, phone, detailsHidden, notice, accepting } = this
    const { t } = desk
    const shared = { conversation, me, agents: this.#agents.value ?? [] }
    const draft = isOver(conversation) ? null : this.#drafts.waiting(state.events)
    return html`
      ${threadHeader({
        ...shared,
        phone,
        detailsHidden,
        t,
        back: () => this.dispatchEvent(new CloseThreadEvent()),
        details: () => this.dispatchEvent(new ShowDetailsEvent()),
        assign: (id) => this.#act(this.view!.assign(id)),
        resolve: () => this.#act(this.view!.resolve()),
        reopen: () => this.#act(this.view!.reopen()),
      })}
      ${this.#log(state, conversation, me)}
      <deskbell-action-request .events=${state.events} .decide=${this.#decide}></deskbell-action-request>
      ${
        draft && !notice
          ? nothing
          : threadStrip({
              ...shared,
              notice,
              accepting,
              desk,
              accept: () => void this.#accept().catch(() => {}),
              next: () => this.#next(),
            })
      }
      ${this.#drafts.render(draft, { meId: me.id, phone, desk })}
      <deskbell-reply-composer .view=${this.view} .customer=${customerName(conversation.contact, this.desk.t)}
        .channel=${conversation.channel} .takes=${takes(conversation, me)} .noteOnly=${isOver(conversation)}
        ?phone=${this.phone} .unsent=${state.pending.length > 0} @deskbell-submit-reply=${this.#onSubmit}
        .copilot=${this.#drafts.hasModel} @deskbell-edit-last=${this.#onEditLast}></deskbell-reply-composer>
      <deskbell-fix-answer></deskbell-fix-answer>`
  }

  #decide = async (id: string, approve: boolean): Promise<void> => this.view?.decide(id, approve)

  #failed() {
    const { t } = this.desk!
    return html`<div class="empty" role="alert"><h2>${t('thread.failed')}</h2><p>${t('thread.failed.detail')}</p></div>`
  }

  #log(state: State, conversation: AgentConversation, me: Agent) {
    const { t } = this.desk!
    const items = logItems(state.events, { newAfter: this.#newAfter ?? null, now: this.desk!.now() })
    const context: LineContext = {
      desk: this.desk!,
      customer: customerName(conversation.contact, t),
      readKey: readKey(items, conversation.other_read_seq),
      cited: this.cited,
      onCitation: (key, citation) => this.#toggle(key, citation),
      tools: (event) => this.#toolsOf(event, conversation, me),
      fix: (event) => void this.#fixer?.open(this.view!, event),
    }
    const self: Actor = { kind: 'human', id: me.id, name: me.name }
    const actions = {
      retry: (cid: string) => this.#act(this.view!.retry(cid)),
      discard: (cid: string) => this.#discard(cid),
    }
    return html`<div class="scroll-frame"><div class="scroller" tabindex="0" role="region" aria-label=${t('thread.log')}>
        ${
          state.hasEarlier
            ? html`<button class="button earlier" type="button" @click=${() => this.#act(this.view!.loadEarlier())}
              >${t('thread.earlier')}</button>`
            : nothing
        }
        <div class="log" role="log" aria-label=${t('thread.label', { name: context.customer })}>
          ${repeat(
            items,
            (item) => item.key,
            (item) => threadLine(item, context),
          )}
          ${repeat(
            state.pending,
            (each) => each.cid,
            (each) => pendingLine(each, self, context, actions),
          )}
        </div>
        <div class="now">
          ${state.answer ? answerLine(state.answer, context) : nothing}
          ${state.typing.filter(({ actor }) => actor.id !== me.id).map((each) => typingLine(each, context))}
        </div>
      </div>
      ${
        this.#pin.pinned
          ? nothing
          : html`<button class="button jump" type="button" @click=${() => this.#pin.toEnd()}
            >${consoleIcon('down')}${t('thread.jump')}</button>`
      }
    </div>`
  }

  #next(): void {
    this.notice = null
    this.dispatchEvent(new ShowViewEvent('waiting'))
  }

  #toggle(key: string, citation: Citation): void {
    const same = this.cited?.key === key && this.cited.citation === citation
    this.cited = same ? null : { key, citation }
  }

  /** Takes the conversation. Losing the race is an answer, not a fault: it says who has it. */
  async #accept(): Promise<void> {
    const { view } = this
    this.accepting = true
    this.notice = null
    try {
      await view!.accept()
    } catch (error) {
      if (this.view === view) this.notice = noticeOf(error)
      throw error
    } finally {
      if (this.view === view) this.accepting = false
    }
  }

  #act(done: Promise<unknown>): void {
    const { view } = this
    this.notice = null
    done.catch((error: unknown) => {
      if (this.view === view) this.notice = noticeOf(error)
    })
  }

  #onSubmit(event: SubmitReplyEvent): void {
    const view = this.view!
    const me = this.#me.value!.agent
    if (event.draftId) {
      const done = view.drafts.approve(event.draftId, event.body)
      event.keepUntil(done)
      this.#act(done)
      return
    }
    if (event.editedId) {
      const done = view.edit(event.editedId, event.body)
      event.keepUntil(done)
      this.#act(done)
      return
    }
    // Without files the call is as it always was.
    const { body, attachments } = event
    const files = attachments.length > 0 ? ([attachments] as const) : ([] as const)
    if (event.kind === 'note') this.#act(view.addNote(body, ...files))
    else if (!takes(view.state.get().conversation!, me)) this.#act(view.send(body, ...files))
    else event.keepUntil(this.#accept().then(() => void this.#act(view.send(body, ...files))))
    this.#pin.toEnd()
  }

  /** Puts a text into the composer. */
  insert(text: string): void {
    this.#composer?.insert(text)
  }

  get #fixer(): FixAnswer | null {
    return this.renderRoot.querySelector('deskbell-fix-answer')
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
    if (!conversation || phase !== 'ready' || !this.#pin.pinned || !this.desk!.attentive()) return
    if (conversation.unread === 0 || conversation.head <= this.#marked) return
    this.#marked = conversation.head
    this.view!.read()
  }
}

function noticeOf(error: unknown): ThreadNotice {
  if (error instanceof ApiError && error.code === 'conversation-taken') {
    const by = error.problem?.context?.by
    const name = typeof by === 'string' ? by : (by as { name?: unknown } | undefined)?.name
    return { kind: 'taken', by: typeof name === 'string' ? name : null }
  }
  const reason = error instanceof ApiError ? (error.problem?.detail ?? error.message) : String(error)
  return { kind: 'failed', reason }
}
