// The lines of a thread as templates: messages on the page or in bubbles, notes, events. Decides nothing.

import { html, nothing, type TemplateResult } from 'lit'
import type { PendingMessage, RunningAnswer, TypingActor } from '../../client/conversation-state.ts'
import type { FoldedMessage, FoldedNote } from '../../client/folded-messages.ts'
import { filesOf } from '../../elements/attachments/files-of.ts'
import { aiTag, isMachine, mark } from '../../elements/mark/mark.ts'
import { finishedLength } from '../../elements/message-list/sentence.ts'
import { richText } from '../../elements/rich-text/rich-text.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { Attachment } from '../../protocol/attachment.ts'
import type { Citation } from '../../protocol/citation.ts'
import type { Choice } from '../../protocol/site-settings.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime, dayName, fullTime } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { actorName } from '../names.ts'
import type { LogItem } from './log-item.ts'
import { threadEvent } from './thread-event.ts'

export interface LineContext {
  desk: Desk
  /** The customer's name, for events that speak of them. */
  customer: string
  /** Key of the line that carries the team's read mark. */
  readKey: string | null
  /** The citation that is unfolded, and under which message. */
  cited: { key: string; citation: Citation } | null
  onCitation: (key: string, citation: Citation) => void
  /** What may be done with a message, drawn behind its text. */
  tools: (event: FoldedMessage | FoldedNote) => unknown
  /** Says what an AI answer should have been. */
  fix: (event: FoldedMessage) => void
}

const time = (at: string, { desk }: LineContext) =>
  html`<time class="tabular" datetime=${at} title=${fullTime(at, desk.locale)}>${clockTime(at, desk.locale)}</time>`

const named = (actor: Actor, context: LineContext): Actor => ({
  ...actor,
  name: actor.kind === 'contact' ? context.customer : actorName(actor, context.desk.t),
})

function head(actor: Actor, after: unknown, { desk }: LineContext) {
  return html`<span class="face">${mark(actor, 24)}</span>
    <div class="head"><span class="name cut">${actor.name}</span>${actor.kind === 'ai' ? aiTag(desk.shared.t) : nothing}<span
      class="after">${after}</span></div>`
}

export function threadLine(item: LogItem, context: LineContext): TemplateResult | typeof nothing {
  const { desk } = context
  switch (item.kind) {
    case 'day':
      return html`<div class="day"><span>${dayName(item.at, desk.now(), desk.locale)}</span></div>`
    case 'new':
      return html`<div class="day new"><span>${desk.t('thread.new')}</span></div>`
    case 'message':
      return message(item, context)
    case 'note':
      return note(item.event, context)
    case 'event':
      return small(item, context)
  }
}

function small({ event }: Extract<LogItem, { kind: 'event' }>, context: LineContext) {
  const line = threadEvent(event, context.customer, context.desk.t)
  if (!line) return nothing
  return html`<div class="event"><span class="face">${consoleIcon(line.icon)}</span><p>${line.parts.map(
    (part) => (part.strong ? html`<b>${part.text}</b>` : part.text),
  )} ·&nbsp;${time(event.at, context)}</p></div>`
}

/** The files of a message, wherever it stands. */
const files = (
  { attachments }: { attachments?: readonly Attachment[] | undefined },
  id: string | undefined,
  { desk }: LineContext,
) =>
  filesOf(attachments, id, {
    source: () => desk.client.files(),
    words: { t: desk.shared.t, locale: desk.locale },
  })

function message({ event, first, key }: Extract<LogItem, { kind: 'message' }>, context: LineContext) {
  const { t, shared } = context.desk
  const actor = named(event.actor, context)
  const side = isMachine(actor) ? 'machine' : actor.kind === 'contact' ? 'customer' : 'team'
  const read = key === context.readKey ? html` · ${t('message.read')}` : nothing
  const { citations, answer, choices = [], content } = event.data
  const tools = context.tools(event)
  const body = richText(content, {
    translator: shared,
    citations,
    onCitation: (citation) => context.onCitation(key, citation),
  })
  const states = [
    event.edited ? t('message.edited') : '',
    !first && read !== nothing ? t('message.read') : '',
  ]
  const state = states.filter(Boolean).join(' · ')
  return html`<article class="message ${side} ${first ? 'first' : ''} ${tools === nothing ? '' : 'has-tools'}">
    ${
      first
        ? head(
            actor,
            html`${answer === 'quoted' ? html`${t('message.quoted')} · ` : nothing}${time(event.at, context)}${read}`,
            context,
          )
        : html`<span class="hidden-text">${actor.name}</span>`
    }
    ${event.deleted ? gone(event, context) : html`${event.data.body || !event.data.attachments ? html`<div class="body" dir="auto">${body}</div>` : nothing}${files(event.data, event.conversation_id, context)}`}${offered(choices)}${tools}
    ${context.cited?.key === key ? source(context.cited.citation) : nothing}
    ${state && !event.deleted ? html`<div class="state">${state}</div>` : nothing}
    ${
      actor.kind === 'ai' && answer && !event.deleted
        ? html`<div class="mend"><button class="fix" type="button" @click=${() => context.fix(event)}>${t('fix.open')}</button></div>`
        : nothing
    }
  </article>`
}

/** What the customer can answer with one tap; here it is only seen. */
const offered = (choices: readonly Choice[]) =>
  choices.length > 0
    ? html`<ul class="offered">${choices.map(({ label }) => html`<li dir="auto">${label}</li>`)}</ul>`
    : nothing

/** What is left of a deleted text: that it was there, and whose doing it is when it is not the author's. */
function gone({ type, actor, deleted }: FoldedMessage | FoldedNote, context: LineContext) {
  const { t } = context.desk
  const own = t(type === 'note.created' ? 'note.deleted' : 'message.deleted')
  const by = deleted!.actor
  const other = by.id === actor.id ? null : named(by, context).name
  return html`<div class="body gone">${other ? t('message.deleted_by', { name: other }) : own}</div>`
}

const source = (citation: Citation) => html`<blockquote class="source" dir="auto">
  <cite>${consoleIcon('book')}<span class="cut">${citation.title}</span></cite>
  <p>${citation.quote}</p>
</blockquote>`

function noteHead(name: string, after: unknown, { desk }: LineContext) {
  return html`<div class="head">${consoleIcon('lock')}<span class="name cut">${name}</span><span
    class="only cut">${desk.t('message.note')}</span><span class="after">${after}</span></div>`
}

function note(event: FoldedNote, context: LineContext) {
  const actor = named(event.actor, context)
  const tools = context.tools(event)
  const edited = event.edited ? html`${context.desk.t('message.edited')} · ` : nothing
  return html`<article class="note ${tools === nothing ? '' : 'has-tools'}">
    ${noteHead(actor.name, html`${edited}${time(event.at, context)}`, context)}
    ${event.deleted ? gone(event, context) : html`<div dir="auto">${richText(event.data.content, { translator: context.desk.shared })}</div>${files(event.data, event.conversation_id, context)}`}${tools}
  </article>`
}

export interface PendingActions {
  retry(cid: string): void
  discard(cid: string): void
}

/** What was written here and is not in the log yet. */
export function pendingLine(
  pending: PendingMessage,
  me: Actor,
  context: LineContext,
  actions: PendingActions,
) {
  const { t } = context.desk
  const text = html`${pending.body ? html`<div class="body plain" dir="auto">${pending.body}</div>` : nothing}${files(pending, undefined, context)}`
  const takeBack = html`<button type="button" @click=${() => actions.discard(pending.cid)}>${t('message.discard')}</button>`
  const failed = pending.expired ? 'message.expired' : 'message.failed'
  const state =
    pending.state === 'failed'
      ? html`<div class="state failed" role="alert">${consoleIcon('alert')}<span
            >${t(failed)}${pending.problem ? `: ${pending.problem.detail ?? pending.problem.title}` : ''}</span>
          <button type="button" @click=${() => actions.retry(pending.cid)}>${t('message.retry')}</button>
          ${takeBack}</div>`
      : html`<div class="state">${pending.state === 'waiting' ? html`<span>${t('message.waiting')}</span> ${pending.tried ? nothing : takeBack}` : t('message.sending')}</div>`
  if (pending.kind === 'note')
    return html`<article class="note">${noteHead(me.name, nothing, context)}${text}${state}</article>`
  return html`<article class="message team first">${head(me, nothing, context)}${text}${state}</article>`
}

/** Live typing: not settled yet, so dashed. A customer's words are shown; a colleague's are not sent here. */
export function typingLine({ actor, text }: TypingActor, context: LineContext) {
  const who = named(actor, context)
  return html`<div class="message typing first">
    <span class="face">${mark(who, 24)}</span>
    <div class="head"><span class="name cut">${who.name}</span><span class="muted">${context.desk.t(
      'message.typing',
    )}</span></div>
    ${text ? html`<div class="body plain" dir="auto">${text}</div>` : nothing}
  </div>`
}

/** Where motion is unwanted, an answer comes sentence by sentence. */
const still = matchMedia('(prefers-reduced-motion: reduce)')

/** An answer the AI agent is writing; its `[1]` marks become chips. */
export function answerLine(answer: RunningAnswer, context: LineContext) {
  const actor = named(answer.actor, context)
  const text = still.matches ? answer.text.slice(0, finishedLength(answer.text)) : answer.text
  const pieces = text.split(/\s?\[(\d{1,2})\]/)
  return html`<div class="message machine first">
    ${head(actor, context.desk.t('message.writing'), context)}
    <div class="body plain" dir="auto">${pieces.map((piece, index) =>
      index % 2 ? html`<span class="chip">${context.desk.shared.number(Number(piece))}</span>` : piece,
    )}</div>
  </div>`
}
