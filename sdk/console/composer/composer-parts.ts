// The fixed parts of the composer as templates: its head, a phone's chips, its foot. Decide nothing.

import { html, nothing } from 'lit'
import { icon } from '../../elements/icon/icon.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { Channel } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import { ASSISTANT_MARK } from '../inbox/inbox-view.ts'
import type { ReplyKind } from './reply.events.ts'

export interface ComposerParts {
  desk: Desk
  kind: ReplyKind
  channel: Channel
  customer: string
  noteOnly: boolean
  phone: boolean
  /** What is being changed, if anything. */
  edited: { kind: ReplyKind; isDraft: boolean } | null
  /** Sending takes the conversation first. */
  takes: boolean
  /** A model is there to write. */
  copilot: boolean
  asking: boolean
  isEmpty: boolean
  previewed: boolean
  over: number
  told: string
  /** It cannot be sent now. */
  stopped: boolean
  clip: unknown
  emoji: unknown
  reword: unknown
  undo: unknown
  split: unknown
  choose: (kind: ReplyKind) => void
  endEdit: () => void
  slash: () => void
  articles: () => void
  preview: () => void
  ask: () => void
}

export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform)

export function composerTop(parts: ComposerParts) {
  const { desk, edited, kind, channel, customer, endEdit } = parts
  const { t } = desk
  if (edited)
    return html`<div class="top"><span class="editing grow cut">${t(edited.isDraft ? 'composer.editing_draft' : `composer.editing_${edited.kind}`)}</span>
      <button class="button bare" type="button" aria-keyshortcuts="Escape" @click=${endEdit}>${t('composer.cancel')}</button></div>`
  if (parts.phone) return nothing
  return html`<div class="top"><div class="tabs" role="radiogroup" aria-label=${t('composer.kind')} @keydown=${(event: KeyboardEvent) => onTabKey(event, parts)}>
      ${tab('message', parts)}${tab('note', parts)}
    </div>
    <span class="to cut">${kind === 'note' ? html`${consoleIcon('lock')}${t('composer.to_team')}` : t(`composer.to_${channel}`, { name: customer })}</span></div>`
}

function tab(kind: ReplyKind, parts: ComposerParts) {
  const chosen = parts.kind === kind
  return html`<button type="button" role="radio" aria-checked=${chosen} tabindex=${chosen ? 0 : -1}
    ?disabled=${kind === 'message' && parts.noteOnly}
    @click=${() => parts.choose(kind)}>${parts.desk.t(kind === 'note' ? 'composer.note' : 'composer.reply')}</button>`
}

function onTabKey(event: KeyboardEvent, { kind, noteOnly, choose }: ComposerParts): void {
  if (!event.key.startsWith('Arrow') || noteOnly) return
  event.preventDefault()
  choose(kind === 'note' ? 'message' : 'note')
}

/** On a phone the tools stand above the box. */
export function composerChips(parts: ComposerParts) {
  const { desk, kind, phone, edited, copilot, noteOnly, choose, slash } = parts
  if (!phone || edited) return nothing
  const note = kind === 'note'
  return html`<div class="chips">
    ${copilot && !note ? draftButton(parts) : nothing}
    ${note ? nothing : html`<button class="button" type="button" @click=${slash}>${consoleIcon('slash')}${desk.t('composer.canned')}</button>`}
    <button class="button note-chip" type="button" aria-pressed=${note} ?disabled=${noteOnly} @click=${() => choose(note ? 'message' : 'note')}
      >${consoleIcon('lock')}${desk.t('composer.note')}</button></div>`
}

const draftButton = ({ desk: { t }, asking, ask }: ComposerParts) =>
  html`<button class="button bare draft" type="button" aria-keyshortcuts="Control+J Meta+J" ?disabled=${asking} title=${t('ghost.ask')}
    @click=${ask}>${mark(ASSISTANT_MARK, 18)}${t('composer.draft')}</button>`

type ToolWords = 'composer.canned' | 'composer.articles' | 'composer.preview'

function tool(icon: 'slash' | 'book' | 'eye', label: string, act: () => void, pressed?: boolean) {
  return html`<button class="tool" type="button" aria-label=${label} title=${label} aria-pressed=${pressed ?? nothing} @click=${act}>${consoleIcon(icon)}</button>`
}

export function composerFoot(parts: ComposerParts) {
  const { desk, kind, phone, edited, over, stopped, isEmpty, previewed } = parts
  const { t } = desk
  const words = (key: ToolWords): string => t(key)
  const note = kind === 'note'
  const rewords = parts.copilot && !note && !parts.noteOnly
  const sending = t(sendWords(parts))
  // Where nothing else is done by it, an arrow says it in the one row a phone has.
  const isPlain = phone && !edited && !note && !parts.takes
  return html`<div class="foot">
    ${parts.clip}
    <span class="tools">
      ${
        phone
          ? nothing
          : html`${parts.emoji}
            ${note ? nothing : html`${tool('slash', words('composer.canned'), parts.slash)}${tool('book', words('composer.articles'), parts.articles)}`}
            ${tool('eye', words('composer.preview'), parts.preview, previewed)}`
      }
      ${rewords && !phone && isEmpty && !edited ? draftButton(parts) : nothing}
      ${rewords && !isEmpty ? parts.reword : nothing}
      ${parts.undo}
      <span class="grow ${over > 0 ? 'over' : 'told'}" role="status">${over > 0 ? t('composer.long', { over }) : parts.told}</span>
    </span>
    <span class="send"><button class="button solid ${isPlain ? 'square' : ''}" type="submit" ?disabled=${stopped}
      aria-label=${isPlain ? sending : nothing} aria-keyshortcuts="Control+Enter Meta+Enter">
      ${isPlain ? icon('send') : sending}
      ${phone ? nothing : html`<kbd aria-hidden="true">${IS_MAC ? '⌘' : 'Ctrl'}&#8202;↵</kbd>`}
    </button>${note || edited || (phone && isEmpty) ? nothing : parts.split}</span>
  </div>`
}

function sendWords({ edited, kind, takes }: ComposerParts) {
  if (edited) return edited.isDraft ? 'composer.approve' : 'composer.save'
  if (kind === 'note') return 'composer.add_note'
  return takes ? 'composer.accept_send' : 'composer.send'
}
