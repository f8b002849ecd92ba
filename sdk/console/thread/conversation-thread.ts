// One open conversation: its head, its log, what is happening in it now, and where one writes.

import { html, nothing, type PropertyValues } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { ApiError } from '../../client/api-error.ts'
import type { ConversationState } from '../../client/conversation-state.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { isMachine, mark } from '../../elements/mark/mark.ts'
import { richTextStyles } from '../../elements/rich-text/rich-text.styles.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { Citation } from '../../protocol/event.ts'
import type { ReplyComposer, SubmitReplyEvent } from '../composer/reply-composer.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime } from '../console-time.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { ChooseEvent } from '../menu/console-menu.ts'
import { actorName, conversationTitle, customerName } from '../names.ts'
import { ShowViewEvent } from '../rail/console-rail.ts'
import { Watch } from '../watch.controller.ts'
import { assignItems, NOBODY } from './assign-menu.ts'
import { threadStyles } from './conversation-thread.styles.ts'
import { type LogItem, logItems } from './log-item.ts'
import { ScrollPin } from './scroll-pin.controller.ts'
import { answerLine, type LineContext, pendingLine, threadLine, typingLine } from './thread-line.ts'

type State = ConversationState<AgentConversation>
/** What stands above the composer until the agent goes on. */
type Notice = { kind: 'taken'; by: string | null } | { kind: 'failed'; reason: string }

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
  static override styles = [deskStyles, markStyles, richTextStyles, threadStyles]

  declare view: AgentConversationView | null
  declare phone: boolean
  /** The sidebar is not in sight, so offer it. */
  declare detailsHidden: boolean
  declare notice: Notice | null
  declare cited: { key: string; citation: Citation } | null
  declare accepting: boolean

  #me = this.watch((desk) => desk.client.me)
  #agents = this.watch((desk) => desk.client.agents)
  #state = new Watch(this, () => this.view?.state)
  #pin = new ScrollPin(this, () => this.renderRoot.querySelector<HTMLElement>('.scroller'))
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
    const composer = this.renderRoot.querySelector<ReplyComposer>('deskbell-reply-composer')
    if (!this.#wantsFocus || !composer) return
    this.#wantsFocus = false
    void composer.updateComplete.then(() => composer.focus())
  }

  protected override render() {
    const state = this.#state.value
    const me = this.#me.value?.agent
    if (!this.desk || !this.view || !state || !me) return nothing
    if (state.phase === 'failed' && !state.conversation) return this.#failed()
    if (!state.conversation) return html`<div class="blocks" aria-hidden="true"><i></i><i></i><i></i></div>`
    const { conversation } = state
    return html`
      ${this.#header(conversation, me)}
      ${this.#log(state, conversation, me)}
      ${this.#strip(conversation, me)}
      <deskbell-reply-composer .view=${this.view} .customer=${customerName(conversation.contact, this.desk.t)}
        .channel=${conversation.channel} .takes=${takes(conversation, me)} .noteOnly=${isOver(conversation)}
        ?phone=${this.phone} @deskbell-submit-reply=${this.#onSubmit}></deskbell-reply-composer>`
  }

  #failed() {
    const { t } = this.desk!
    return html`<div class="empty" role="alert"><h2>${t('thread.failed')}</h2><p>${t('thread.failed.detail')}</p></div>`
  }

  #header(conversation: AgentConversation, me: Agent) {
    const { t } = this.desk!
    const over = isOver(conversation)
    const place = [t(`channel.${conversation.channel}`), conversation.department?.name].filter(Boolean)
    const name = customerName(conversation.contact, t)
    return html`<header>
      ${
        this.phone
          ? html`<button class="button bare square back" type="button" aria-label=${t('thread.back')}
            @click=${() => this.dispatchEvent(new CloseThreadEvent())}>${consoleIcon('back')}</button>`
          : nothing
      }
      <div class="grow titles">
        <h2 class="cut"><bdi>${conversationTitle(conversation, t)}</bdi></h2>
        <p class="cut tabular">${(this.phone ? [name, conversation.reference] : [conversation.reference, ...place]).join(' · ')}</p>
      </div>
      ${this.#assignee(conversation, me)}
      ${
        conversation.status === 'closed'
          ? nothing
          : html`<button class="button resolve" type="button" aria-label=${t(over ? 'thread.reopen' : 'thread.resolve')}
            @click=${() => this.#act(over ? this.view!.reopen() : this.view!.resolve())}
            >${consoleIcon(over ? 'reopen' : 'check')}<span class="wide">${t(over ? 'thread.reopen' : 'thread.resolve')}</span></button>`
      }
      ${
        this.detailsHidden
          ? html`<button class="button bare square" type="button" aria-label=${t('thread.details', { name })}
            @click=${() => this.dispatchEvent(new ShowDetailsEvent())}>${consoleIcon('details')}</button>`
          : nothing
      }
    </header>`
  }

  #assignee(conversation: AgentConversation, me: Agent) {
    const { t } = this.desk!
    const holder = conversation.assignee
    const name = holder ? actorName(holder, t) : t('nobody')
    return html`<deskbell-console-menu place="end" .items=${assignItems(conversation, this.#agents.value ?? [], me, t)}
        .label=${t('assign.label')} .heading=${t('assign.title')} ?disabled=${isOver(conversation)}
        @deskbell-choose=${this.#onAssign}>
      ${holder ? mark(holder, 20) : html`<span class="nobody">${consoleIcon('waiting')}</span>`}
      <span class="wide cut">${name}</span><span class="wide">${consoleIcon('down')}</span>
    </deskbell-console-menu>`
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

  /** The one line above the composer: what happened, or what can be done now. */
  #strip(conversation: AgentConversation, me: Agent) {
    const { t, locale } = this.desk!
    const name = customerName(conversation.contact, t)
    if (this.notice?.kind === 'taken') return this.#taken(this.notice.by)
    if (this.notice)
      return html`<div class="strip" role="alert">${consoleIcon('alert')}<p class="grow">${t(
        'thread.action_failed',
        {
          reason: this.notice.reason,
        },
      )}</p></div>`
    if (isOver(conversation))
      return html`<div class="strip">${consoleIcon('check')}<p class="grow">${t(
        conversation.status === 'closed' ? 'closed.strip' : 'resolved.strip',
      )}</p></div>`
    if (!takes(conversation, me)) return nothing
    const machine = conversation.assignee && isMachine(conversation.assignee)
    const since = conversation.waiting_since
    const text = since
      ? t('accept.waits', { name, time: clockTime(since, locale) })
      : machine
        ? t('accept.assistant', { assistant: actorName(conversation.assignee!, t), name })
        : t('accept.unassigned')
    return html`<div class="strip">
      ${since || !machine ? consoleIcon('waiting') : mark(conversation.assignee!, 20)}
      <p class="grow">${text}</p>
      <button class="button solid accept" type="button" ?disabled=${this.accepting} @click=${() => this.#accept().catch(() => {})}
        >${t(machine && !since ? 'accept.takeover' : 'accept.button')}</button>
    </div>`
  }

  #taken(by: string | null) {
    const { t } = this.desk!
    const colleague = this.#agents.value?.find((agent) => agent.name === by)
    return html`<div class="strip taken" role="alert">
      ${colleague ? mark(colleague, 20) : consoleIcon('person')}
      <p class="grow"><b>${by ? t('accept.taken', { name: by }) : t('accept.taken.unknown')}</b>
        <span class="muted">${t('accept.taken.detail')}</span></p>
      <button class="button" type="button" @click=${this.#next}>${t('accept.next')}</button>
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

  #onAssign(event: ChooseEvent): void {
    this.#act(this.view!.assign(event.id === NOBODY ? null : event.id))
  }

  #onSubmit(event: SubmitReplyEvent): void {
    const view = this.view!
    const me = this.#me.value!.agent
    if (event.kind === 'note') this.#act(view.addNote(event.body))
    else if (!takes(view.state.get().conversation!, me)) this.#act(view.send(event.body))
    else event.keepUntil(this.#accept().then(() => void this.#act(view.send(event.body))))
    this.#pin.toEnd()
  }

  #discard(cid: string): void {
    const composer = this.renderRoot.querySelector<ReplyComposer>('deskbell-reply-composer')
    const kind = this.#state.value?.pending.find((each) => each.cid === cid)?.kind ?? 'message'
    this.#act(this.view!.discard(cid).then((text) => composer?.giveBack(kind, text)))
  }

  #markRead({ conversation, phase }: State): void {
    if (!conversation || phase !== 'ready' || !this.#pin.pinned || !this.desk!.attentive()) return
    if (conversation.unread === 0 || conversation.head <= this.#marked) return
    this.#marked = conversation.head
    this.view!.read()
  }
}

const isOver = ({ status }: AgentConversation): boolean => status === 'resolved' || status === 'closed'

/** Whether answering means taking it first: somebody waits, the AI agent has it, or nobody. */
function takes(conversation: AgentConversation, me: Agent): boolean {
  const { assignee } = conversation
  if (isOver(conversation) || assignee?.id === me.id) return false
  return conversation.waiting_since !== null || assignee === null || isMachine(assignee)
}

/** The last line of the team that the customer has read, when nothing of the team came after it. */
function readKey(items: readonly LogItem[], readSeq: number): string | null {
  const last = items.findLast((item) => item.kind === 'message' && item.event.actor.kind === 'human')
  return last?.kind === 'message' && last.event.seq <= readSeq ? last.key : null
}

function noticeOf(error: unknown): Notice {
  if (error instanceof ApiError && error.code === 'conversation-taken') {
    const by = error.problem?.context?.by
    const name = typeof by === 'string' ? by : (by as { name?: unknown } | undefined)?.name
    return { kind: 'taken', by: typeof name === 'string' ? name : null }
  }
  const reason = error instanceof ApiError ? (error.problem?.detail ?? error.message) : String(error)
  return { kind: 'failed', reason }
}
