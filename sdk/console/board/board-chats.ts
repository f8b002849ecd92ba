// The open chats of one colleague, for a supervisor: look in, take over, whisper. Reads them when it is shown.

import { css, html, nothing } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { OpenConversationEvent } from '../inbox/inbox-list.events.ts'
import { conversationTitle, customerName } from '../names.ts'
import { dueWords } from './board-time.ts'
import type { BoardAgent } from './people-table.ts'

const styles = css`
  :host { padding-block: 4px 12px; padding-inline-start: 36px }
  li { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; min-block-size: 40px }
  .name { font-weight: 600; max-inline-size: 160px }
  .link { flex: 1; min-inline-size: 120px; text-decoration: underline transparent; border-radius: 4px }
  .link:hover { text-decoration-color: currentColor }
  .late { color: var(--db-danger) }
  form { display: grid; gap: 8px; flex-basis: 100%; padding: 12px; border-radius: 12px; background: var(--db-note) }
  textarea {
    inline-size: 100%; min-block-size: 60px; padding: 8px 12px; border: 1px solid var(--db-line-2); border-radius: 8px;
    background: var(--db-surface); resize: vertical;
  }
  label { display: grid; gap: 4px; font: var(--db-tiny); color: var(--db-warn) }
  .buttons { display: flex; gap: 8px }
  .fault { color: var(--db-danger) }
`

export class BoardChats extends DeskElement {
  static override properties = {
    agent: { attribute: false },
    chats: { state: true },
    writing: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, markStyles, styles]

  declare agent: BoardAgent | null
  protected declare chats: readonly AgentConversation[] | null
  /** The chat a note is being written into. */
  protected declare writing: string | null
  protected declare fault: string

  constructor() {
    super()
    this.agent = null
    this.chats = null
    this.writing = null
    this.fault = ''
  }

  #known = ''

  protected override willUpdate(): void {
    const { agent, desk } = this
    if (!agent || !desk) return
    // Another count is another list.
    const wanted = `${agent.id} ${agent.open_chats}`
    if (wanted === this.#known) return
    this.#known = wanted
    void this.#read()
  }

  protected override render() {
    const { desk, agent, chats } = this
    if (!desk || !agent || !chats) return nothing
    const { t } = desk
    return html`
      ${chats.length === 0 && !this.fault ? html`<p class="muted">${t('board.chats_of.none', { name: agent.name })}</p>` : nothing}
      <ul aria-label=${t('board.chats_of', { name: agent.name })}>${chats.map((chat) => this.#row(chat))}</ul>
      ${this.fault ? html`<p class="fault" role="alert">${t('board.action_failed', { reason: this.fault })}</p>` : nothing}`
  }

  #row(chat: AgentConversation) {
    const { t, now } = this.desk!
    const name = customerName(chat.contact, t)
    const due = chat.due_at ? dueWords(chat.due_at, now(), t, 'board.in') : null
    return html`<li>
      ${mark({ kind: 'contact', id: chat.contact.id, name }, 20)}<bdi class="name cut">${name}</bdi>
      <button class="link cut" type="button" dir="auto" @click=${() => this.dispatchEvent(new OpenConversationEvent(chat.id))}
        >${conversationTitle(chat, t)}</button>
      ${due ? html`<span class="tabular ${due.state === 'late' ? 'late' : 'muted'}">${due.text}</span>` : nothing}
      <button class="button" type="button" @click=${() => this.#takeOver(chat)}>${t('board.take_over')}</button>
      <button class="button" type="button" data-whisper=${chat.id} aria-expanded=${this.writing === chat.id} @click=${() => this.#write(chat)}>${t('board.whisper')}</button>
      ${this.writing === chat.id ? this.#form(chat) : nothing}
    </li>`
  }

  #form(chat: AgentConversation) {
    const { t } = this.desk!
    return html`<form @submit=${(event: SubmitEvent) => this.#whisper(event, chat)} @keydown=${this.#onKey}>
      <label>${t('board.whisper.only', { name: this.agent!.name })}<textarea name="body" dir="auto" required maxlength="8000"></textarea></label>
      <span class="buttons"><button class="button solid" type="submit">${t('board.whisper.give', { name: this.agent!.name })}</button>
      <button class="button" type="button" @click=${() => this.#write(null)}>${t('board.whisper.cancel')}</button></span>
    </form>`
  }

  async #read(): Promise<void> {
    const { agent, desk } = this
    if (!agent || !desk) return
    try {
      const { conversations } = await desk.client.call('inbox.list', {
        view: 'open',
        filter: { assignee_ids: [agent.id] },
        sort: 'deadline',
        limit: 20,
      })
      if (this.agent?.id === agent.id) this.chats = conversations
      this.fault = ''
    } catch (error) {
      this.chats ??= []
      this.fault = reasonOf(error, this.desk!.t)
    }
  }

  async #takeOver(chat: AgentConversation): Promise<void> {
    const { client } = this.desk!
    try {
      await client.call('conversation.assign', {
        conversation_id: chat.id,
        assignee_id: client.me.get()!.agent.id,
      })
      this.dispatchEvent(new OpenConversationEvent(chat.id))
    } catch (error) {
      this.fault = reasonOf(error, this.desk!.t)
    }
  }

  /** The focus goes into the note, and back to the button that opened it. */
  #write(chat: AgentConversation | null): void {
    const before = this.writing
    this.writing = chat && before !== chat.id ? chat.id : null
    const next = this.writing ? 'textarea' : `[data-whisper="${before}"]`
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(next)?.focus())
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    this.writing = null
  }

  /** Only the two see it. */
  async #whisper(event: SubmitEvent, chat: AgentConversation): Promise<void> {
    event.preventDefault()
    const { client, undo, t } = this.desk!
    const body = String(new FormData(event.target as HTMLFormElement).get('body')).trim()
    if (!body) return
    try {
      await client.call('whisper.add', { conversation_id: chat.id, agent_id: this.agent!.id, body })
      this.#write(null)
      undo.say(t('board.whisper.given', { name: this.agent!.name }))
    } catch (error) {
      this.fault = reasonOf(error, this.desk!.t)
    }
  }
}
