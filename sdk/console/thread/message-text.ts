// The text of one message: what is new in it, what it quotes, its translation, what it said before. Draws; decides nothing.

import { html, nothing } from 'lit'
import type { FoldedMessage } from '../../client/folded-messages.ts'
import { richText } from '../../elements/rich-text/rich-text.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime } from '../console-time.ts'
import { languageNames } from '../kept-formats.ts'
import { formerTexts } from './message-extras.controller.ts'
import { type SplitText, splitQuoted } from './quoted-text.ts'
import type { LineContext } from './thread-line.ts'

/** `Arabic`, in the agent's language. */
const languageIn = (tag: string, locale: string): string => languageNames(locale).of(tag) ?? tag

/** A text is taken apart once, however often it is drawn. */
const split = new WeakMap<object, SplitText>()

function partsOf({ data, actor }: FoldedMessage): SplitText {
  if (actor.kind !== 'contact' || !data.body.includes('\n')) return { text: data.body, quoted: '' }
  const parts = split.get(data) ?? splitQuoted(data.body)
  split.set(data, parts)
  return parts
}

export function messageText(event: FoldedMessage, key: string, context: LineContext) {
  const { extras, desk, foreign } = context
  const { t } = desk
  const { id, data, actor } = event
  const { text, quoted } = partsOf(event)
  const original = quoted
    ? html`<div class="plain">${text}</div>`
    : richText(data.content, {
        translator: desk.shared,
        citations: data.citations,
        onCitation: (citation) => context.onCitation(key, citation),
      })
  const translation = extras.translation(id)
  const done = translation?.state === 'done' ? translation : null
  return html`<div class="body" dir="auto">${
    done
      ? html`<div class="plain" dir="auto">${done.text}</div>${done.original ? html`<div class="original" dir="auto">${original}</div>` : nothing}`
      : original
  }${quoted ? quotation(id, quoted, context) : nothing}</div>
    ${foreign && actor.kind === 'contact' && data.body ? translated(event, context) : nothing}
    ${event.edited ? edited(event, context) : nothing}
    ${translation?.state === 'failed' ? html`<div class="state failed">${t('translate.failed', { reason: translation.text })}</div>` : nothing}`
}

function quotation(id: string, quoted: string, { extras, desk: { t } }: LineContext) {
  const open = extras.showsQuoted(id)
  return html`<button class="more-toggle" type="button" aria-expanded=${open} @click=${() => extras.toggleQuoted(id)}
      >${t(open ? 'quoted.hide' : 'quoted.show')}</button>
    ${open ? html`<blockquote class="quoted plain" dir="auto">${quoted}</blockquote>` : nothing}`
}

function translated(event: FoldedMessage, context: LineContext) {
  const { extras, desk, foreign } = context
  const { t } = desk
  const held = extras.translation(event.id)
  if (!held || held.state === 'failed')
    return html`<div class="state"><button type="button" @click=${() => context.translate(event)}>${t('translate.do')}</button></div>`
  if (held.state === 'working') return html`<div class="state" role="status">${t('translate.working')}</div>`
  return html`<div class="state from">${consoleIcon('globe')}<span>${t('translate.from', { language: languageIn(foreign!, desk.locale) })}</span>
    <button type="button" aria-expanded=${held.original} @click=${() => extras.toggleOriginal(event.id)}
      >${t(held.original ? 'translate.hide' : 'translate.show')}</button></div>`
}

function edited({ id }: FoldedMessage, { extras, events, desk: { t, locale } }: LineContext) {
  const former = formerTexts(events, id)
  if (former.length === 0) return html`<div class="state">${t('message.edited')}</div>`
  const open = extras.showsFormer(id)
  return html`<div class="state"><button type="button" aria-expanded=${open} @click=${() => extras.toggleFormer(id)}>${t('message.edited')}</button></div>
    ${
      open
        ? html`<ol class="former" aria-label=${t('message.former')}>${former.map(
            ({ at, body }) =>
              html`<li dir="auto"><span class="muted tabular">${clockTime(at, locale)}</span> ${body}</li>`,
          )}</ol>`
        : nothing
    }`
}
