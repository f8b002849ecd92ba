// The lines of a thread as templates: messages on the page or in bubbles, notes, events. Decides nothing.

import { html, nothing, type TemplateResult } from 'lit'
import type { FoldedMessage, FoldedNote } from '../../client/folded-messages.ts'
import { aiTag, isMachine, mark } from '../../elements/mark/mark.ts'
import { richText } from '../../elements/rich-text/rich-text.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { Citation } from '../../protocol/citation.ts'
import type { LogEvent } from '../../protocol/event.ts'
import type { Choice } from '../../protocol/site-settings.ts'
import { threadFilesOf } from '../attachments/thread-files-of.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime, dayName, fullTime } from '../console-time.ts'
import { citedSource } from '../copilot/cited-source.ts'
import type { Desk } from '../desk.context.ts'
import { actorName } from '../names.ts'
import type { LogItem } from './log-item.ts'
import { markMentions } from './mention-marks.ts'
import { mergedFold } from './merged-fold.ts'
import type { MergedFold } from './merged-folds.controller.ts'
import type { MessageExtras } from './message-extras.controller.ts'
import { messageText } from './message-text.ts'
import { threadEvents } from './thread-event.ts'
import { whisperLine } from './whisper-line.ts'

export interface LineContext {
  desk: Desk
  /** The customer's name, for events that speak of them. */
  customer: string
  /** The language the customer writes in, when it is not the agent's and it can be translated. */
  foreign: string | null
  events: readonly LogEvent[]
  /** Key of the team's last line, and how far it has come. */
  delivery: { key: string; read: boolean } | null
  /** The citation that is unfolded, and under which message. */
  cited: { key: string; citation: Citation } | null
  onCitation: (key: string, citation: Citation) => void
  /** Edits the article a citation is from, beside the conversation. */
  editArticle: (slug: string) => void
  /** What may be done with a message, drawn behind its text. */
  tools: (event: FoldedMessage | FoldedNote) => unknown
  /** Says what an AI answer should have been. */
  fix: (event: FoldedMessage) => void
  extras: MessageExtras
  translate: (event: FoldedMessage) => void
  copyLink: (eventId: string) => void
  /** Address of a message, for its time. */
  linkOf: (eventId: string) => string
  open: (conversationId: string) => void
  /** Messages that are being chosen to be split off; null while none are. */
  chosen: ReadonlySet<string> | null
  choose: (eventId: string) => void
  /** The event somebody was led to. */
  target: string | null
  /** Conversations that are part of this one now: how many messages each has. */
  merged: ReadonlyMap<string, number>
  fold: (conversationId: string) => MergedFold
  toggleFold: (conversationId: string) => void
}

const time = (at: string, { desk }: LineContext) =>
  html`<time class="tabular" datetime=${at} title=${fullTime(at, desk.locale)}>${clockTime(at, desk.locale)}</time>`

/** The time of a message is the way to it: a link to be copied. */
function timeLink({ at, id }: LogEvent, context: LineContext) {
  const copy = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    context.copyLink(id)
  }
  return html`<a class="at" href=${context.linkOf(id)} aria-label=${context.desk.t('message.copy_link', { time: clockTime(at, context.desk.locale) })}
    @click=${copy}>${time(at, context)}</a>`
}

export const named = (actor: Actor, context: Pick<LineContext, 'customer' | 'desk'>): Actor => ({
  ...actor,
  name: actor.kind === 'contact' ? context.customer : actorName(actor, context.desk.t),
})

export function head(actor: Actor, after: unknown, { desk }: Pick<LineContext, 'desk'>) {
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
    case 'whisper':
      return whisperLine(item.whisper, desk)
  }
}

function small({ event }: Extract<LogItem, { kind: 'event' }>, context: LineContext) {
  const { customer, desk, open } = context
  const lines = threadEvents(event, { customer, t: desk.t, locale: desk.locale, now: desk.now() })
  const fold = event.type === 'conversation.merged' ? mergedFold(event, context, threadLine) : nothing
  return html`${lines.map(
    ({ icon, parts }) =>
      html`<div class="event ${context.target === event.id ? 'target' : ''}" data-event=${event.id}><span class="face">${consoleIcon(icon)}</span><p>${parts.map(
        ({ text, strong, leadsTo }) =>
          leadsTo
            ? html`<a class="ref" href=${`#/open/${leadsTo}`} @click=${(click: Event) => {
                click.preventDefault()
                open(leadsTo)
              }}><bdi>${text}</bdi></a>`
            : strong
              ? html`<b>${text}</b>`
              : text,
      )} ·&nbsp;${time(event.at, context)}</p></div>`,
  )}${fold}`
}

/** Chosen to be split off. */
function chooser({ id }: LogEvent, name: string, { chosen, choose, desk }: LineContext) {
  if (!chosen) return nothing
  return html`<input class="choose" type="checkbox" .checked=${chosen.has(id)} aria-label=${desk.t('split.choose', { name })}
    @change=${() => choose(id)}>`
}

function message({ event, first, key }: Extract<LogItem, { kind: 'message' }>, context: LineContext) {
  const { t } = context.desk
  const actor = named(event.actor, context)
  const side = isMachine(actor) ? 'machine' : actor.kind === 'contact' ? 'customer' : 'team'
  const delivery =
    context.delivery?.key === key ? t(context.delivery.read ? 'message.read' : 'message.sent') : ''
  const { answer, choices = [], attachments, body, copied_from: copied } = event.data
  const tools = context.chosen ? nothing : context.tools(event)
  const text = body || event.data.content.length > 0 || !attachments
  return html`<article class="message ${side} ${first ? 'first' : ''} ${tools === nothing ? '' : 'has-tools'} ${context.target === event.id ? 'target' : ''}"
      data-event=${event.id}>
    ${
      first
        ? head(
            actor,
            html`${answer === 'quoted' ? html`${t('message.quoted')} · ` : nothing}${timeLink(event, context)}${delivery ? html` · ${delivery}` : nothing}`,
            context,
          )
        : html`<span class="hidden-text">${actor.name}</span>${context.chosen ? nothing : timeLink(event, context)}`
    }${chooser(event, actor.name, context)}
    ${event.deleted ? gone(event, context) : html`${text ? messageText(event, key, context) : nothing}${threadFilesOf(attachments, event.conversation_id)}`}${offered(choices)}${tools}
    ${context.cited?.key === key ? citedSource(context.cited.citation, t, context.editArticle) : nothing}
    ${copied ? html`<div class="state"><a class="ref" href=${`#/open/${copied.conversation_id}/${copied.message_id}`}>${t('message.copied_from')}</a></div>` : nothing}
    ${first || !delivery || event.deleted ? nothing : html`<div class="state">${delivery}</div>`}
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

export function noteHead(name: string, after: unknown, { desk }: Pick<LineContext, 'desk'>) {
  return html`<div class="head">${consoleIcon('lock')}<span class="name cut">${name}</span><span
    class="only cut">${desk.t('message.note')}</span><span class="after">${after}</span></div>`
}

function note(event: FoldedNote, context: LineContext) {
  const actor = named(event.actor, context)
  const tools = context.chosen ? nothing : context.tools(event)
  const edited = event.edited ? html`${context.desk.t('message.edited')} · ` : nothing
  const { mentions = [], content, attachments } = event.data
  const names = mentions.map(({ name }) => name)
  return html`<article class="note ${tools === nothing ? '' : 'has-tools'} ${context.target === event.id ? 'target' : ''}" data-event=${event.id}>
    ${noteHead(actor.name, html`${edited}${timeLink(event, context)}`, context)}
    ${event.deleted ? gone(event, context) : html`<div dir="auto">${richText(markMentions(content, names), { translator: context.desk.shared })}</div>${threadFilesOf(attachments, event.conversation_id)}`}${tools}
  </article>`
}
