// Where an agent writes: a reply to the customer or a note for the team. Says what is to be sent; sends nothing.

import { html, nothing, type PropertyValues } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { live } from 'lit/directives/live.js'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { FileIntake } from '../../elements/attachments/file-intake.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { richTextStyles } from '../../elements/rich-text/rich-text.styles.ts'
import { richText } from '../../elements/rich-text/rich-text.ts'
import type { Desk } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { fetchedPart } from '../fetched-part.ts'
import { GAP } from './canned-variables.ts'
import { composerKey } from './composer-keys.ts'
import { ComposerMenu } from './composer-menu.controller.ts'
import { composerMenuStyles } from './composer-menu.styles.ts'
import { type ComposerParts, composerChips, composerFoot, composerTop } from './composer-parts.ts'
import { ComposerState } from './composer-state.ts'
import { EmojiTool } from './emoji-tool.controller.ts'
import { createFieldText } from './field-text.ts'
import { GhostText } from './ghost-text.controller.ts'
import { KeptReply } from './kept-reply.controller.ts'
import { mentionedIn } from './mentioned-agents.ts'
import { readNoteDraft, writeNoteDraft } from './note-draft.ts'
import { EditLastEvent, type ReplyKind as Kind, SubmitReplyEvent } from './reply.events.ts'
import { composerStyles } from './reply-composer.styles.ts'
import { RewordedText } from './reworded-text.controller.ts'
import { SendSplit, type SendWish } from './send-split.controller.ts'
import type { TextFormat } from './text-format.ts'

/** The protocol's limit; the server has the last word. */
const LONGEST = 8000

/**
 * @event deskbell-submit-reply - a reply or a note is to be sent, or to be changed.
 * @event deskbell-edit-last - the last own message is to be changed.
 */
export class ReplyComposer extends ComposerState {
  static override styles = [deskStyles, markStyles, richTextStyles, composerStyles, composerMenuStyles]

  #text = createFieldText({
    host: this,
    field: () => this.#field,
    text: () => this.#now,
    set: (text) => this.#set(text),
  })
  #menu = new ComposerMenu(this, {
    desk: () => this.desk,
    view: () => this.view,
    field: () => this.#field,
    isNote: () => this.kind === 'note',
    replace: (start, end, text) => this.#text.replace(start, end, text),
    send: () => void this.#submit(),
    phone: () => this.phone,
  })
  #emoji = new EmojiTool(this, {
    words: () => this.desk!.shared,
    insert: (emoji) => this.#text.put(emoji),
    focus: () => this.focus(),
  })
  #ghost = new GhostText(this, {
    view: () => this.view,
    text: () => this.#now,
    set: (text) => this.#set(text),
    t: () => this.desk!.t,
  })
  #split = new SendSplit(this, { desk: () => this.desk, send: (wish) => void this.#submit(undefined, wish) })
  #keeping = new KeptReply(this, {
    desk: () => this.desk,
    view: () => this.view,
    text: (kind) => this.text[kind],
    take: (kind, text) => this.#store(text, kind),
  })
  /** A text with gaps was to be sent: the next press sends it as it is. */
  #warned = false
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
    text: () => this.#now,
    set: (text) => this.#set(text),
    focus: () => this.focus(),
    t: () => this.desk!.t,
  })
  #durable = this.watch((desk) => desk.client.durable)

  /** What stands in the field. */
  get #now(): string {
    return this.edited?.text ?? this.text[this.kind]
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  /** Turns to a reply or a note, and puts the cursor there. */
  write(kind: Kind): void {
    if (!this.edited && !(this.noteOnly && kind === 'message')) this.#choose(kind)
    this.focus()
  }

  override focus(): void {
    this.#field?.focus()
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
    if (changed.has('view')) {
      this.#load(this.view)
      // Each conversation has a field of its own: the browser's undo must not bring one customer's text to another.
      if (this.#field?.matches(':focus')) void this.updateComplete.then(() => this.focus())
    }
    if (changed.has('kept') && this.kept.length > 0)
      void this.#loaded.then(() => this.#keeping.offer(this.kept))
    if (this.noteOnly) this.kind = 'note'
    else if (changed.get('noteOnly')) this.kind = 'message'
  }

  protected override render() {
    if (!this.desk || !this.view) return nothing
    const { t } = this.desk
    const text = this.#now
    const note = this.kind === 'note'
    const place = note
      ? t('composer.note_placeholder')
      : t('composer.reply_placeholder', { name: this.customer })
    const parts = this.#parts(this.desk, text)
    return html`${composerChips(parts)}<form class="box" @submit=${this.#submit}>
      ${this.#menu.render()}
      ${composerTop(parts)}
      <div class="write" ?hidden=${this.preview !== null}>
        <div class="mirror" aria-hidden="true" dir="auto">${text}<span>${this.#ghost.text}</span>&#8203;</div>
        ${keyed(
          this.view.id,
          html`<textarea rows=${this.phone ? 1 : 2} dir="auto" placeholder=${this.#ghost.text ? '' : place} aria-label=${note ? t('composer.note_label') : t('composer.label', { name: this.customer })}
          aria-controls=${this.#menu.isOpen ? 'menu' : nothing} aria-activedescendant=${this.#menu.active ?? nothing}
          .value=${live(text)} @input=${this.#onInput} @keydown=${this.#onKey} @click=${() => this.#menu.follow()} @paste=${this.#files.paste}></textarea>`,
        )}
      </div>
      ${this.preview ? html`<div class="write shown" role="region" aria-label=${t('composer.preview')}>${richText(this.preview, { translator: this.desk.shared })}</div>` : nothing}
      ${this.#files.tray}${this.#emoji.panel()}
      ${composerFoot(parts)}
      <div role="status">${
        (this.unsent || text.trim()) && this.#durable.value === false
          ? html`<p class="unsaved">${t('composer.not_durable')}</p>`
          : nothing
      }</div>
    </form>`
  }

  #parts(desk: Desk, text: string): ComposerParts {
    const { kind, channel, customer, noteOnly, phone, edited, takes, copilot } = this
    const over = text.length - LONGEST
    const isEmpty = !text.trim()
    const nothingThere = isEmpty && (edited !== null || this.#files.isEmpty)
    const stopped = this.busy || this.#reworded.busy || over > 0 || nothingThere || this.#menu.isOpen
    return {
      desk,
      kind,
      channel,
      customer,
      noteOnly,
      phone,
      takes,
      copilot,
      over,
      isEmpty,
      stopped,
      edited: edited && { kind: edited.kind, isDraft: edited.isDraft ?? false },
      asking: this.#ghost.busy,
      previewed: this.preview !== null,
      told: this.#ghost.told || this.#reworded.told,
      clip: this.#files.button(desk.shared.t('files.attach')),
      emoji: this.#emoji.button(desk.shared.t('chat.emoji')),
      reword: this.#reworded.menu(),
      undo: this.#reworded.undo(),
      split: this.#split.render(stopped),
      choose: (next) => this.#choose(next),
      endEdit: () => this.#endEdit(),
      slash: this.#startSlash,
      articles: () => this.#menu.openArticles(),
      preview: () => void this.#togglePreview(),
      ask: () => this.#askGhost(),
    }
  }

  #choose(kind: Kind): void {
    if (kind === this.kind) return
    this.kind = kind
    // A note is nobody's business but the team's, so the customer must not see it being typed.
    this.view?.typing(kind === 'message' ? this.text.message : '')
    void this.updateComplete.then(() => this.focus())
  }

  #loaded: Promise<void> = Promise.resolve()

  #load(view: AgentConversationView | null): void {
    this.#keeping.flush()
    this.#menu.close()
    this.#ghost.drop()
    this.preview = null
    this.#warned = false
    this.#loaded = this.#read(view)
  }

  async #read(view: AgentConversationView | null): Promise<void> {
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
    this.#store(text, kind)
    this.#keeping.typed(kind, text)
    if (kind === 'message') this.view!.typing(text)
  }

  /** On this device. */
  #store(text: string, kind: Kind): void {
    this.text = { ...this.text, [kind]: text }
    if (kind === 'note') writeNoteDraft(this.#meId, this.view!.id, text)
    else this.view!.draft.set(text)
  }

  #onInput(event: InputEvent): void {
    const text = (event.target as HTMLTextAreaElement).value
    this.#reworded.forget()
    this.#warned = false
    this.#ghost.typed(this.#now, text)
    this.#set(text)
    this.#menu.follow()
  }

  #set(text: string): void {
    if (this.edited) this.edited = { ...this.edited, text }
    else this.#write(text)
  }

  #startSlash = (): void => {
    this.focus()
    const at = this.#field!.selectionStart
    const lead = at === 0 || /\s/.test(this.#now[at - 1]!) ? '/' : ' /'
    this.#text.put(lead)
    void this.updateComplete.then(() => this.#menu.follow())
  }

  #askGhost(): void {
    this.focus()
    void this.#ghost.ask()
  }

  async #togglePreview(): Promise<void> {
    if (this.preview) {
      this.preview = null
      void this.updateComplete.then(() => this.focus())
      return
    }
    const desk = this.desk!
    const part = await fetchedPart(desk, desk.t('composer.preview'), () => import('./markdown-preview.ts'))
    if (part) this.preview = part.previewOfMarkdown(this.#now)
  }

  #endEdit(): void {
    if (this.edited) this.kind = this.edited.before
    this.edited = null
    void this.updateComplete.then(() => this.focus())
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || this.#menu.press(event)) return
    const { edited, kind } = this
    const plain = kind === 'message'
    const wishes = {
      takeGhost: this.#ghost.text ? () => this.#ghost.take() : null,
      dropGhost: this.#ghost.text ? () => this.#ghost.drop() : null,
      endEdit: edited ? () => this.#endEdit() : null,
      ask: this.copilot && plain ? () => this.#askGhost() : null,
      format: (format: TextFormat) => this.#text.format(format),
      send: () => void this.#submit(),
      sendAndResolve: () => void this.#submit(undefined, plain && !edited ? { and: { do: 'resolve' } } : {}),
      editLast: edited || this.text[kind] ? null : () => !this.dispatchEvent(new EditLastEvent(kind)),
    }
    if (!composerKey(event, wishes)) return
    event.preventDefault()
    event.stopPropagation()
  }

  async #submit(event?: Event, { and, sendAt, unlessReply = false }: SendWish = {}): Promise<void> {
    event?.preventDefault()
    const { view, kind, edited } = this
    const body = this.#now.trim()
    const files = edited ? [] : this.#files.attachments
    if (!view || body.length > LONGEST || this.busy || (!edited && this.#files.holds())) return
    if (!body && files.length === 0) return
    if (this.#stopsAtGap()) return
    const draftId = edited?.isDraft ? edited.id : null
    const sent = new SubmitReplyEvent({
      kind,
      body,
      editedId: draftId ? null : (edited?.id ?? null),
      attachments: files,
      draftId,
      and: and ?? null,
      sendAt: sendAt ?? null,
      unlessReply,
      mentionIds: kind === 'note' && !edited ? mentionedIn(body, this.desk!.client.agents.get()) : [],
    })
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
    this.#ghost.drop()
    this.preview = null
    if (edited) this.#endEdit()
    else {
      this.#write('', kind)
      if (files.length > 0) this.#files.clear()
    }
    this.focus()
  }

  /** A customer is not to read `{{contact.name}}` by mistake: once it is said, the second press sends. */
  #stopsAtGap(): boolean {
    const gap = GAP.exec(this.#now)
    if (!gap || this.#warned || this.kind === 'note') return false
    this.#warned = true
    this.#ghost.told = this.desk!.t('composer.gap', { name: gap[0].slice(2, -2) })
    this.#text.choose(gap.index, gap.index + gap[0].length)
    this.requestUpdate()
    return true
  }
}
