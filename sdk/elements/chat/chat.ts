// The chat view: one conversation, or the beginning of one. It joins the client's view of a conversation to the
// elements that draw it; how a message travels is not its business.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { ApiError } from '../../client/api-error.ts'
import type { LogEvent } from '../../protocol/event.ts'
import type { SendEvent, TypingEvent } from '../composer/composer.events.ts'
import type { ContactEvent } from '../handoff-slot/handoff-slot.events.ts'
import { markStyles } from '../mark/mark.styles.ts'
import type {
  ChooseEvent,
  DeleteEvent,
  DiscardEvent,
  EditEvent,
  OpenArticleEvent,
  RetryEvent,
} from '../message-list/message-list.events.ts'
import { greyBlocks } from '../panel/grey-blocks.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { panelHeader } from '../panel/panel-header.ts'
import type { PreChatEvent } from '../pre-chat/pre-chat.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import type { ViewParams } from '../provider/widget-context.ts'
import type { RateEvent } from '../rating/rating.events.ts'
import { ConversationStartedEvent } from './chat.events.ts'
import { chatStyles } from './chat.styles.ts'
import { chatEmpty } from './chat-empty.ts'
import { ChatExtras } from './chat-extras.ts'
import { ChatOpening } from './chat-opening.ts'
import { chatPartner, partnerParts } from './chat-partner.ts'
import { ChatSession } from './chat-session.ts'
import { LateThread } from './late-thread.ts'
import { MessageEditing } from './message-editing.ts'
import { storageLine } from './storage-line.ts'

type Files = SendEvent['attachments']
type Want = 'assistant' | 'person'

/** @event deskbell-conversation-started - a new conversation has begun here */
export class DeskbellChat extends LitElement {
  static override properties = {
    conversationId: { attribute: 'conversation-id' },
    prefill: {},
    want: {},
    proactive: { attribute: false },
    draft: { state: true },
    notice: { state: true },
    rating: { state: true },
  }
  static override styles = [...panelStyles, markStyles, chatStyles]

  /** Null or absent: a new chat. */
  declare conversationId: string | null | undefined
  /** A first message to send at once. */
  declare prefill: string | undefined
  declare want: Want | undefined
  /** The site's message that a new chat answers. */
  declare proactive: ViewParams['chat']['proactive']
  protected declare draft: string
  protected declare notice: string
  protected declare rating: 'asking' | 'sending' | 'failed' | RateEvent['score']

  #widget = consumeWidget(this)
  #session = new ChatSession(this)
  #editing = new MessageEditing(this)
  #opening = new ChatOpening(this)
  #extras = new ChatExtras(this)
  #thread = new LateThread(this)
  /** The first message is being stored; whether it was. */
  #starting: Promise<boolean> | null = null
  #prefilled = false

  constructor() {
    super()
    this.draft = ''
    this.notice = ''
    this.rating = 'asking'
    // The focus comes with a customer who comes back from another view, or opens the panel again.
    this.addEventListener('focusin', () =>
      this.renderRoot.querySelector('deskbell-message-list')?.requestUpdate(),
    )
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot?.querySelector<HTMLElement>('deskbell-pre-chat, deskbell-composer')?.focus(options)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { client } = this.#widget
    if (this.#session.show(client, this.conversationId ?? null)) {
      this.#endEdit()
      this.#extras.reset()
      this.renderRoot?.querySelector('deskbell-composer')?.clearFiles()
      void this.#restoreDraft()
    }
    if (this.conversationId || this.#session.view) this.#thread.need()
    if (changed.has('prefill')) this.#prefilled = false
    if (client && this.prefill && !this.conversationId && !this.#prefilled && this.#mayStart()) {
      this.#prefilled = true
      this.#start(this.prefill)
    }
  }

  protected override render(): TemplateResult {
    const { tr, config, client, navigation } = this.#widget
    const { t } = tr
    const state = this.#session.state
    const conversation = state?.conversation ?? null
    const ended = conversation?.status === 'resolved' || conversation?.status === 'closed'
    const waits = conversation?.queue != null
    const unsent = this.draft.trim() !== '' || (state?.pending.length ?? 0) > 0
    return html`
      ${panelHeader({
        t,
        navigation,
        ...partnerParts(chatPartner(conversation, config, tr), tr),
        actions: this.#menu(ended),
      })}
      ${this.#body(ended)}
      <div class="foot" ?hidden=${!state && this.#opening.questions(config) !== null}>
        ${
          this.#extras.task(this.#session.view, conversation) ??
          html`<deskbell-handoff-slot .conversation=${conversation} .connection=${this.#session.connection}
          .availability=${config?.availability ?? null}
          ?wantsPerson=${this.want === 'person' || config?.assistant === null}
          @deskbell-ask-person=${this.#askPerson}
          @deskbell-leave-queue=${() => this.#try((view) => view.cancelPerson())}
          @deskbell-contact=${({ name, email }: ContactEvent) =>
            this.#try((view) =>
              view.setContact(name ? { name, email } : { email }),
            )}></deskbell-handoff-slot>`
        }
        ${conversation?.queue?.staffed ? this.#notifyOffer() : nothing}
        <deskbell-composer .target=${config?.settings?.chat?.attachments === false ? null : this.#session.target} .value=${this.draft} ?editing=${this.#editing.active} ?answering=${state?.answer != null}
          .placeholder=${t(conversation?.status === 'resolved' ? 'chat.write_reopen' : waits ? 'chat.write_more' : 'chat.write')}
          @deskbell-send=${this.#onSend} @deskbell-typing=${this.#onTyping}
          @deskbell-cancel-edit=${this.#endEdit}
          @deskbell-stop=${() => this.#try((view) => view.stopAnswer())}></deskbell-composer>
        ${this.notice ? html`<p class="small notice" role="alert">${this.notice}</p>` : nothing}
        ${storageLine({ t, client, unsent, begun: state !== null })}
      </div>`
  }

  #body(ended: boolean): TemplateResult {
    const { tr, config, client } = this.#widget
    const { state } = this.#session
    if (!state) {
      if (this.conversationId || this.#starting) return html`<div class="body"></div>`
      const questions = this.#opening.questions(config)
      if (questions)
        return html`<deskbell-pre-chat .fields=${questions}
          @deskbell-pre-chat=${({ values }: PreChatEvent) => this.#answer(values)}></deskbell-pre-chat>`
      return chatEmpty({
        t: tr.t,
        config,
        said: this.proactive,
        wantsPerson: this.want === 'person',
        hasOthers: (client?.conversations.list.get().length ?? 0) > 0,
        onAsk: (question) => this.#start(question),
      })
    }
    const phase = this.#thread.phase
    if (phase !== 'ready') return this.#missing(phase, () => this.#thread.fetch())
    if (state.events.length + state.pending.length === 0 && state.phase !== 'ready')
      return this.#missing(state.phase, () => this.#session.reload())
    return html`<deskbell-message-list .state=${state}
      @deskbell-seen=${() => this.#session.read()}
      @deskbell-open-article=${this.#openArticle}
      @deskbell-retry=${({ cid }: RetryEvent) => this.#try((view) => view.retry(cid))}
      @deskbell-discard=${this.#discard}
      @deskbell-choose=${({ body }: ChooseEvent) => this.#send(body)}
      @deskbell-edit=${this.#edit}
      @deskbell-delete=${({ id }: DeleteEvent) => this.#change((view) => view.remove(id))}
      @deskbell-load-earlier=${() => this.#try((view) => view.loadEarlier())}>${this.#actions(state.events)}${ended ? this.#rating() : nothing}</deskbell-message-list>`
  }

  #missing(phase: string, again: () => void): TemplateResult {
    const { t } = this.#widget.tr
    return phase === 'failed'
      ? html`<div class="body empty"><div role="alert"><h2 class="big">${t('chat.failed')}</h2>
          <p>${t('widget.failed_more')}</p></div>
          <button class="button solid" type="button" @click=${again}>${t('common.retry')}</button></div>`
      : html`<div class="body late">${greyBlocks(t('common.loading'), 3)}</div>`
  }

  /** What the AI agent asks to do: seldom, so it is fetched when it does. */
  #actions(events: readonly LogEvent[]): TemplateResult | typeof nothing {
    if (!events.some(({ type }) => type === 'action.requested')) return nothing
    void import('../action-card/action-card.define.ts').catch(() => {})
    return html`<deskbell-action-card .events=${events} .decide=${this.#decide}></deskbell-action-card>`
  }

  #decide = async (id: string, approve: boolean): Promise<void> => this.#session.view?.decide(id, approve)

  /** Without the settings nobody knows yet whether something is to be asked first. */
  #mayStart(): boolean {
    const { config } = this.#widget
    return config !== null && !this.#opening.questions(config)
  }

  #answer(values: PreChatEvent['values']): void {
    this.#opening.answer(values)
    void this.updateComplete.then(() => this.focus())
  }

  #rating(): TemplateResult {
    // Fetched at the end of a chat: most of what is looked at goes on.
    void import('../rating/rating.define.ts').catch(() => {})
    const { rating } = this
    const known = this.#session.state?.conversation?.rating
    const given = typeof rating === 'number' ? { comment: '', ...known, score: rating } : known
    return html`<deskbell-rating .phase=${typeof rating === 'number' ? 'asking' : rating} .given=${given ?? null} @deskbell-rate=${this.#rate}
      @deskbell-transcript=${() => this.#extras.show('download').catch(this.#extraFailed)}></deskbell-rating>`
  }

  #menu(ended: boolean): TemplateResult | typeof nothing {
    if (!this.#session.view) return nothing
    const { t } = this.#widget.tr
    return this.#extras.menu(t('common.menu'), ended, {
      onNew: this.#begin,
      onFault: this.#extraFailed,
    })
  }

  #extraFailed = (): void => {
    this.notice = this.#widget.tr.t('widget.failed_more')
  }

  /** To be told of an answer while this page is not looked at. Who cannot be told does not hear of it. */
  #notifyOffer(): TemplateResult {
    void import('../notify-offer/notify-offer.define.ts').catch(() => {})
    return html`<deskbell-notify-offer></deskbell-notify-offer>`
  }

  #begin = (): void => {
    this.#endEdit()
    this.conversationId = null
    this.prefill = undefined
    this.draft = ''
    this.rating = 'asking'
    this.dispatchEvent(new ConversationStartedEvent(null))
    this.focus()
  }

  #onSend = (event: SendEvent): void => {
    // The chat's own business: the page around it hears of no text.
    event.stopPropagation()
    const { view, state } = this.#session
    if (this.#editing.active) {
      event.preventDefault()
      void this.#saveEdit(event.body)
    } else if (this.#starting) void this.#follow(this.#starting, event)
    else if (!view || state?.conversation?.status === 'closed') this.#start(event.body, event.attachments)
    else this.#send(event.body, event.attachments)
  }

  #send = (body: string, files: Files = []): void =>
    void this.#try((view) => (files.length > 0 ? view.send(body, files) : view.send(body)), body)

  /** Sent right behind the first message: it goes when that is stored, and stays in the composer when it could not be. */
  async #follow(first: Promise<boolean>, { body, attachments }: SendEvent): Promise<void> {
    if (await first) this.#send(body, attachments)
    else this.draft = `${this.draft}\n${body}`
  }

  #start(message: string, files?: Files): void {
    void this.#thread.fetch()
    this.#starting = this.#begun(message, files)
  }

  async #begun(message: string, files: Files = []): Promise<boolean> {
    this.notice = ''
    const { draft } = this.#session
    try {
      const id = await this.#session.start(message, this.want ?? 'assistant', {
        ...this.#opening.with(this.proactive),
        ...(files.length > 0 && { attachments: files }),
      })
      this.#opening.begun()
      this.proactive = undefined
      // Only now is it stored elsewhere. What was typed meanwhile is the new conversation's.
      draft?.set('')
      if (this.draft) this.#session.draft?.set(this.draft)
      this.conversationId = id
      this.rating = 'asking'
      this.dispatchEvent(new ConversationStartedEvent(id))
      return true
    } catch {
      this.draft ||= message
      this.notice = this.#widget.tr.t('rating.failed')
      return false
    } finally {
      this.#starting = null
      this.requestUpdate()
    }
  }

  /** Does it, or says that it did not work; `text` goes back into the composer then. */
  async #try(act: (view: NonNullable<ChatSession['view']>) => Promise<unknown>, text = ''): Promise<boolean> {
    const { view } = this.#session
    if (!view) return false
    this.notice = ''
    try {
      await act(view)
      return true
    } catch {
      this.notice = this.#widget.tr.t('rating.failed')
      this.draft ||= text
      return false
    }
  }

  #onTyping = ({ text }: TypingEvent): void => {
    this.draft = text
    // While it is being written, what is to draw it comes.
    this.#thread.need()
    // What was sent already is no draft, and nobody is told that it is being written.
    if (this.#editing.active) return
    if (!this.#starting) this.#session.draft?.set(text)
    this.#session.view?.typing(text)
  }

  async #restoreDraft(): Promise<void> {
    const { view, draft } = this.#session
    const text = await draft?.get()
    if (text && view === this.#session.view && !this.draft) this.draft = text
  }

  #askPerson = (): void => {
    if (this.#session.view) void this.#try((view) => view.requestPerson())
    else {
      this.want = 'person'
      this.focus()
    }
  }

  #discard = ({ cid }: DiscardEvent): void =>
    void this.#try(async (view) => {
      const text = await view.discard(cid)
      if (text === null) {
        this.notice = this.#widget.tr.t('chat.too_late')
        return
      }
      // Not into the message that is being changed.
      this.#endEdit()
      this.draft = this.draft ? `${text}\n${this.draft}` : text
      const { conversation, pending } = view.state.get()
      // Nothing of it was ever sent: it has not begun.
      if (!conversation && pending.length === 0) {
        this.conversationId = null
        this.dispatchEvent(new ConversationStartedEvent(null))
        this.#widget.client!.conversations.draft.set(this.draft)
      } else view.draft.set(this.draft)
      this.focus()
    })

  #edit = ({ id, body }: EditEvent): void => {
    this.notice = ''
    this.draft = this.#editing.begin(id, body, this.draft)
    this.focus()
  }

  #endEdit = (): void => {
    if (!this.#editing.active) return
    this.notice = ''
    this.draft = this.#editing.end()
  }

  async #saveEdit(body: string): Promise<void> {
    const save = (view: NonNullable<ChatSession['view']>) =>
      this.#editing.save(body, (id, text) => view.edit(id, text))
    if (await this.#change(save)) this.#endEdit()
  }

  /** Changes what was sent, or says why not; the composer keeps what it holds. */
  async #change<T>(act: (view: NonNullable<ChatSession['view']>) => Promise<T>): Promise<T | undefined> {
    const { view } = this.#session
    this.notice = ''
    try {
      return view ? await act(view) : undefined
    } catch (error) {
      const final = (error as Partial<ApiError>).retryable === false
      this.notice = this.#widget.tr.t(final ? 'chat.edit_refused' : 'chat.edit_failed')
      return undefined
    }
  }

  #openArticle = ({ slug, passage }: OpenArticleEvent): void =>
    this.#widget.navigation?.open('article', { slug, passage })

  #rate = async ({ score, comment }: RateEvent): Promise<void> => {
    this.rating = 'sending'
    this.rating = (await this.#try((view) => view.rate(score, comment))) ? score : 'failed'
  }
}
