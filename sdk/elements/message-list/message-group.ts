// How one author's messages look: the AI writes on the page, people speak in bubbles, one's own at the end side.

import { html, nothing, type TemplateResult } from 'lit'
import type { RunningAnswer } from '../../client/conversation-state.ts'
import type { FoldedMessage } from '../../client/folded-messages.ts'
import type { Translator } from '../../locales/translator.ts'
import type { Actor } from '../../protocol/actor.ts'
import { filesOf } from '../attachments/files-of.ts'
import { icon } from '../icon/icon.ts'
import { aiTag, isMachine, mark } from '../mark/mark.ts'
import { chip, richText } from '../rich-text/rich-text.ts'
import { answerBlocks } from './block-text.ts'
import type { MessageItem, Row } from './message-rows.ts'

export interface GroupActions {
  translator: Translator
  openArticle: (slug: string, passage: string | null) => void
  retry: (cid: string) => void
  discard: (cid: string) => void
  /** What may be done with a message, drawn behind its text. */
  tools: (message: FoldedMessage) => unknown
}

/** Mark and name, and what the author is doing right now. */
export function groupHead(actor: Actor, { t }: Translator, doing = ''): TemplateResult {
  return html`<div class="head">${mark(actor, 24)}<b>${actor.name || t('common.assistant')}</b> ${
    actor.kind === 'ai' ? aiTag(t) : nothing
  } ${doing ? html`<span>${doing}</span>` : nothing}</div>`
}

export function messageGroup(row: Extract<Row, { kind: 'group' }>, actions: GroupActions): TemplateResult {
  const { translator } = actions
  const machine = !row.own && isMachine(row.actor)
  return html`<div class="group ${row.own ? 'own' : machine ? 'machine' : 'person'}">
    ${row.own ? html`<span class="hidden">${translator.t('common.you')}</span>` : groupHead(row.actor, translator)}
    ${row.items.map((item) => messageItem(item, machine, actions))}
  </div>`
}

/** The answer that is being written: the citations are not known yet, so their numbers are only numbers. */
export const runningGroup = (
  { actor }: RunningAnswer,
  shown: string,
  translator: Translator,
): TemplateResult =>
  html`<div class="group machine running">${groupHead(actor, translator, translator.t('chat.is_writing'))}
    <div class="item said">${richText(answerBlocks(shown), { translator })}</div></div>`

function messageItem(item: MessageItem, machine: boolean, actions: GroupActions): TemplateResult {
  if ('message' in item && item.message.deleted)
    return html`<div class="item"><div class="gone">${actions.translator.t('chat.deleted')}</div></div>`
  if (machine && 'message' in item)
    return html`<div class="item said">${answered(item.message, actions)}</div>`
  const { body, attachments } = 'message' in item ? item.message.data : item.pending
  const text =
    'message' in item
      ? html`<div class="bubble" part="message">${rich(item.message, actions)}</div>`
      : html`<div class="bubble plain" part="message" dir="auto">${body}</div>`
  const bubble = body || !attachments ? text : nothing
  const files = filesOf(attachments, 'message' in item ? item.message.conversation_id : undefined)
  const tools = 'message' in item ? actions.tools(item.message) : nothing
  return html`<div class="item ${tools === nothing ? '' : 'has-tools'}">${bubble}${files}${tools}${sendState(item, actions)}</div>`
}

const rich = ({ data }: FoldedMessage, { translator, openArticle }: GroupActions): TemplateResult =>
  richText(data.content, {
    translator,
    citations: data.citations,
    onCitation: ({ slug, passage }) => openArticle(slug, passage),
    onArticle: (slug) => openArticle(slug, null),
  })

function answered(message: FoldedMessage, actions: GroupActions): TemplateResult {
  const { translator, openArticle } = actions
  const { citations, answer } = message.data
  // One row an article, with all its numbers: it opens at the first of them.
  const source = (
    { slug, title, passage }: FoldedMessage['data']['citations'][number],
    i: number,
  ): unknown =>
    citations.findIndex((other) => other.slug === slug) < i
      ? nothing
      : html`<button class="row" type="button" @click=${() => openArticle(slug, passage)}>
      ${citations.map((other, n) => (other.slug === slug ? chip(n + 1, { translator }) : nothing))}<span class="row-text row-title"><bdi>${title}</bdi></span>${icon('chevron')}</button>`
  return html`
    ${answer === 'quoted' ? html`<div class="small">${translator.t('chat.quoted')}</div>` : nothing}
    ${rich(message, actions)}
    ${
      citations.length > 0
        ? html`<div class="sources" role="group" aria-label=${translator.t('chat.sources')}>${citations.map(source)}</div>`
        : nothing
    }`
}

function sendState(item: MessageItem, { translator, retry, discard }: GroupActions): unknown {
  const { t } = translator
  const { state } = item
  if ('message' in item || (state !== 'failed' && state !== 'waiting')) {
    const words = 'message' in item && item.message.edited ? [t('chat.edited')] : []
    if (state) words.push(t(`chat.${state as 'sent'}`))
    return words.length > 0 ? html`<div class="state">${words.join(' · ')}</div>` : nothing
  }
  const { cid, expired, tried } = item.pending
  const takeBack = html`<button class="link" type="button" @click=${() => discard(cid)}>${t('chat.take_back')}</button>`
  if (state === 'waiting')
    return html`<div class="state"><span>${t('chat.waits')}</span> ${tried ? nothing : takeBack}</div>`
  return html`<div class="state failed" role="alert">${icon('alert')}<span>${t(expired ? 'chat.expired' : 'chat.not_sent')}</span>
    <button class="link" type="button" @click=${() => retry(cid)}>${t('common.retry')}</button>
    ${takeBack}</div>`
}
