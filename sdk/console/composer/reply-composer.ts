// Where an agent writes: a reply to the customer or a note for the team. Says what is to be sent; sends nothing.

import { html, nothing, type PropertyValues } from 'lit'
import { live } from 'lit/directives/live.js'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { PendingMessage } from '../../client/conversation-state.ts'
import { FileIntake } from '../../elements/attachments/file-intake.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import type { Attachment } from '../../protocol/attachment.ts'
import type { Channel } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { readNoteDraft, writeNoteDraft } from './note-draft.ts'
import { composerStyles } from './reply-composer.styles.ts'
import { RewordedText } from './reworded-text.controller.ts'

type Kind = PendingMessage['kind']

/** The protocol's limit; the server has the last word. */
const LONGEST = 8000

/** Somebody wants this sent. The text is gone from the composer afterwards, unless a promise given here rejects. */
export class SubmitReplyEvent extends Event {
  readonly kind: Kind
  readonly body: string
  /** The message that gets this text, when it is no new one. */
  readonly editedId: string | null
  readonly attachments: readonly Attachment[]
  /** The AI agent's draft this is sent for. */
  readonly draftId: string | null
  /** What to wait for before the text may go. */
  until: Promise<unknown> | null = null

  constructor(
    kind: Kind,
    body: string,
    editedId: string | null = null,
    attachments: readonly Attachment[] = [],
    draftId: string | null = null,
  ) {
    super('deskbell-submit-reply', { bubbles: true })
    this.kind = kind
    this.body = body
    this.editedId = editedId
    this.attachments = attachments
    this.draftId = draftId
  }

  keepUntil(done: Promise<unknown>): void {
    this.until = done
  }
}

/** Somebody wants to change the last thing they wrote; cancel it where there is such a thing. */
export class EditLastEvent extends Event {
  readonly kind: Kind

  constructor(kind: Kind) {
    super('deskbell-edit-last', { cancelable: true })
    this.kind = kind
  }
}

/** A message that was sent, while its text is being changed. */
interface Edited {
  id: string
  kind: Kind
  text: string
  /** It is no message yet, but a draft of the AI agent's. */
  isDraft?: true
  /** What was being written before; it goes on afterwards. */
  before: Kind
}

/**
 * @event deskbell-submit-reply - a reply or a note is to be sent, or to be changed.
 * @event deskbell-edit-last - the last own message is to be changed.
 */
export class ReplyComposer extends DeskElement {
  static override properties = {
    view: { attribute: false },
    customer: {},
    channel: {},
    takes: { type: Boolean },
    noteOnly: { type: Boolean },
    unsent: { type: Boolean },
    phone: { type: Boolean, reflect: true },
    kind: { reflect: true },
    text: { state: true },
    edited: { state: true },
    copilot: { type: Boolean },
    busy: { state: true },
  }
  static override styles = [deskStyles, markStyles, composerStyles]

  declare view: AgentConversationView | null
  declare customer: string
  declare channel: Channel
  /** Sending a reply takes the conversation first. */
  declare takes: boolean
  declare noteOnly: boolean
  /** Something written earlier is not sent yet. */
  declare unsent: boolean
  declare phone: boolean
  declare kind: Kind
  declare text: Record<Kind, string>
  declare edited: Edited | null
  /** A model is there to reword what stands here. */
  declare copilot: boolean
  declare busy: boolean

  #files = new FileIntake(this, {
    target: () => {
      const { view, edited } = this
      return view && !edited ? () => ({ conversationId: view.id }) : null
    },
    send: () => void this.#submit(),
    source: () => this.desk!.client.files(),
    words: () => ({ t: this.desk!.shared.t, locale: this.desk!.locale }),
  })

  #reworded = new RewordedText(this, {
    view: () => this.view,
    text: () => this.edited?.text ?? this.text[this.kind],
    set: (text) => this.#set(text),
    focus: () => this.focus(),
    t: () => this.desk!.t,
  })

  #durable = this.watch((desk) => desk.client.durable)

  constructor() {
    super()
    this.view = null
    this.customer = ''
    this.channel = 'chat'
    this.takes = false
    this.noteOnly = false
    this.unsent = false
    this.phone = false
    this.kind = 'message'
    this.text = { message: '', note: '' }
    this.edited = null
    this.copilot = false
    this.busy = false
  }

  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus()
  }

  /** Puts a text back that could not be sent, in front of what stands here now. */
  giveBack(kind: Kind, text: string): void {
    this.kind = kind
    this.#write([text, this.text[kind]].filter(Boolean).join('\n'))
    this.focus()
  }

  /** Takes a message in to be changed; what was being written waits below it. */
  edit(id: string, kind: Kind, text: string): void {
    const before = this.edited?.before ?? this.kind
    this.#choose(kind)
    // A change of what was sent is no typing that anybody waits for.
    this.view?.typing('')
    this.edited = { id, kind, text, before }
    void this.updateComplete.then(() => this.focus())
  }

  /** Takes the AI agent's draft in, to be sent as it is changed. */
  editDraft(id: string, text: string): void {
    this.edit(id, 'message', text)
    this.edited = { ...this.edited!, isDraft: true }
  }

  /** The draft has been decided or overtaken: its text stays, as a reply of one's own. */
  draftGone(id: string): void {
    if (!this.edited?.isDraft || this.edited.id !== id || this.busy) return
    const { text } = this.edited
    this.#endEdit()
    this.giveBack('message', text)
  }

  /** Puts a text to what stands here; one press takes it out again. */
  insert(text: string): void {
    this.#choose('message')
    const before = this.edited?.text ?? this.text.message
    this.#reworded.replace([before.trimEnd(), text].filter(Boolean).join('\n\n'), 'composer.inserted')
    this.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view')) void this.#load(this.view)
    if (this.noteOnly) this.kind = 'note'
    else if (changed.get('noteOnly')) this.kind = 'message'
  }

  protected override render() {
    if (!this.desk || !this.view) return nothing
    const { t } = this.desk
    const text = this.edited?.text ?? this.text[this.kind]
    const note = this.kind === 'note'
    const over = text.length - LONGEST
    const place = note
      ? t('composer.note_placeholder')
      : t('composer.reply_placeholder', { name: this.customer })
    return html`<form class="box" @submit=${this.#submit}>
      <div class="top">
        ${
          this.edited
            ? html`<span class="editing grow cut">${t(this.edited.isDraft ? 'composer.editing_draft' : `composer.editing_${this.edited.kind}`)}</span>
              <button class="button bare" type="button" aria-keyshortcuts="Escape" @click=${this.#endEdit}>${t('composer.cancel')}</button>`
            : html`<div class="tabs" role="radiogroup" aria-label=${t('composer.kind')} @keydown=${this.#onTabKey}>
                ${this.#tab('message')}${this.#tab('note')}
              </div>
              <span class="to cut">${note ? html`${consoleIcon('lock')}${t('composer.to_team')}` : t(`composer.to_${this.channel}`, { name: this.customer })}</span>`
        }
      </div>
      <textarea rows="2" dir="auto" placeholder=${place} aria-label=${note ? t('composer.note_label') : t('composer.label', { name: this.customer })}
        .value=${live(text)} @input=${this.#onInput} @keydown=${this.#onKey} @paste=${this.#files.paste}></textarea>
      ${this.#files.tray}
      <div class="foot">
        ${this.#files.button(this.desk.shared.t('files.attach'))}
        ${this.copilot && !note && !this.noteOnly ? this.#reworded.menu() : nothing}
        ${this.#reworded.undo()}
        <span class="grow ${over > 0 ? 'over' : 'told'}" role="status">${over > 0 ? t('composer.long', { over }) : this.#reworded.told}</span>
        <button class="button solid" type="submit" ?disabled=${this.busy || this.#reworded.busy || over > 0 || (!text.trim() && (this.edited !== null || this.#files.isEmpty))}
          aria-keyshortcuts="Control+Enter Meta+Enter">
          ${t(this.edited?.isDraft ? 'composer.approve' : this.edited ? 'composer.save' : note ? 'composer.add_note' : this.takes ? 'composer.accept_send' : 'composer.send')}
          ${this.phone ? nothing : html`<kbd aria-hidden="true">${isMac ? '⌘' : 'Ctrl'}&#8202;↵</kbd>`}
        </button>
      </div>
      <div role="status">${
        (this.unsent || text.trim()) && this.#durable.value === false
          ? html`<p class="unsaved">${t('composer.not_durable')}</p>`
          : nothing
      }</div>
    </form>`
  }

  #tab(kind: Kind) {
    const chosen = this.kind === kind
    return html`<button type="button" role="radio" aria-checked=${chosen} tabindex=${chosen ? 0 : -1}
      ?disabled=${kind === 'message' && this.noteOnly}
      @click=${() => this.#choose(kind)}>${this.desk!.t(kind === 'note' ? 'composer.note' : 'composer.reply')}</button>`
  }

  #choose(kind: Kind): void {
    if (kind === this.kind) return
    this.kind = kind
    // A note is nobody's business but the team's, so the customer must not see it being typed.
    this.view?.typing(kind === 'message' ? this.text.message : '')
    void this.updateComplete.then(() => this.focus())
  }

  #onTabKey(event: KeyboardEvent): void {
    if (!event.key.startsWith('Arrow') || this.noteOnly) return
    event.preventDefault()
    this.#choose(this.kind === 'note' ? 'message' : 'note')
  }

  async #load(view: AgentConversationView | null): Promise<void> {
    this.kind = 'message'
    this.busy = false
    this.edited = null
    this.#reworded.reset()
    // They were for the conversation before.
    this.#files.clear()
    this.text = { message: '', note: view ? readNoteDraft(this.#meId, view.id) : '' }
    const text = (await view?.draft.get().catch(() => '')) ?? ''
    // Whatever was typed meanwhile is newer than the draft.
    if (this.view === view && text && !this.text.message) this.text = { ...this.text, message: text }
  }

  get #meId(): string {
    return this.desk?.client.me.get()?.agent.id ?? ''
  }

  #write(text: string, kind = this.kind): void {
    this.text = { ...this.text, [kind]: text }
    if (kind === 'note') {
      writeNoteDraft(this.#meId, this.view!.id, text)
      return
    }
    this.view!.draft.set(text)
    this.view!.typing(text)
  }

  #onInput(event: InputEvent): void {
    this.#reworded.forget()
    this.#set((event.target as HTMLTextAreaElement).value)
  }

  #set(text: string): void {
    if (this.edited) this.edited = { ...this.edited, text }
    else this.#write(text)
  }

  #endEdit(): void {
    if (this.edited) this.kind = this.edited.before
    this.edited = null
    void this.updateComplete.then(() => this.focus())
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Escape' && this.edited) {
      this.#endEdit()
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const bare = !event.shiftKey && !event.altKey && !event.metaKey && !event.ctrlKey
    if (event.key === 'ArrowUp' && bare && !this.edited && !this.text[this.kind]) {
      if (!this.dispatchEvent(new EditLastEvent(this.kind))) event.preventDefault()
      return
    }
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    void this.#submit()
  }

  async #submit(event?: Event): Promise<void> {
    event?.preventDefault()
    const { view, kind, edited } = this
    const body = (edited?.text ?? this.text[kind]).trim()
    const files = edited ? [] : this.#files.attachments
    if (!view || body.length > LONGEST || this.busy || (!edited && this.#files.holds())) return
    if (!body && files.length === 0) return
    const draftId = edited?.isDraft ? edited.id : null
    const sent = new SubmitReplyEvent(kind, body, draftId ? null : edited?.id, files, draftId)
    this.dispatchEvent(sent)
    if (sent.until) {
      this.busy = true
      const done = await sent.until.then(
        () => true,
        () => false,
      )
      if (this.view !== view) return
      this.busy = false
      if (!done) return
    }
    this.#reworded.forget()
    if (edited) this.#endEdit()
    else {
      this.#write('', kind)
      if (files.length > 0) this.#files.clear()
    }
    this.focus()
  }
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
