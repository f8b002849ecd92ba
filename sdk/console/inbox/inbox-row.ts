// One row of the list: who, since when, the last words, where it belongs and when an answer is due.

import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { mark } from '../../elements/mark/mark.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { age, clockTime, dayAndMonth, daysAgo, elapsed, fullTime } from '../console-time.ts'
import { deadline } from '../deadline-words.ts'
import type { Desk } from '../desk.context.ts'
import { languageNames } from '../kept-formats.ts'
import { actorName, customerName } from '../names.ts'

/** Stands for what was said in the words around it. */
const GAP = '\u0000'

/** A row's times are good for so long, ms. */
const BEAT = 5000

export interface RowState {
  /** It is open beside the list. */
  selected: boolean
  /** Chosen, to be acted on with others. */
  picked: boolean
  /** It is no longer of this list and only keeps its place. */
  gone: boolean
  /** The one row the Tab key reaches. */
  tabbable: boolean
  /** The customer is writing this very moment. */
  typing: boolean
  meId: string
}

/** Drawn when something in it is other than it was, whatever else the list is drawn for. */
export const inboxRow = (conversation: AgentConversation, state: RowState, desk: Desk) =>
  guard([conversation, desk, Math.floor(desk.now() / BEAT), ...Object.values(state)], () =>
    row(conversation, state, desk),
  )

function row(conversation: AgentConversation, state: RowState, desk: Desk): TemplateResult {
  const { t } = desk
  const { id, contact, assignee, unread, priority } = conversation
  const name = customerName(contact, t)
  const holder = assignee && assignee.id !== state.meId ? assignee : null
  const urgent = priority === 'high' || priority === 'urgent'
  const classes = [
    'row',
    state.selected && 'selected',
    state.picked && 'picked',
    state.gone && 'gone',
    unread > 0 && 'unread',
  ]
  return html`<button class=${classes.filter(Boolean).join(' ')} type="button" data-id=${id}
      tabindex=${state.tabbable ? 0 : -1} aria-current=${state.selected ? 'true' : nothing}>
    <span class="face">
      ${mark({ kind: 'contact', id: contact.id, name }, 28)}
      ${holder ? html`<span class="holder">${mark(holder, 14)}</span>` : nothing}
    </span>
    <span class="line">
      <bdi class="name cut">${name}</bdi>
      ${unread > 0 ? html`<span class="hidden-text">${t('list.unread', { count: unread })}</span>` : nothing}
      ${holder ? html`<span class="hidden-text">${t('list.held', { name: actorName(holder, t) })}</span>` : nothing}
      ${urgent ? html`<span class="flag ${priority}" title=${t(`priority.${priority}`)}>${consoleIcon('flag')}<span class="hidden-text">${t(`priority.${priority}`)}</span></span>` : nothing}
      ${time(conversation, desk)}
    </span>
    <span class="preview cut ${state.typing ? 'typing' : ''}" dir="auto">${preview(conversation, state, desk)}</span>
    <span class="line small">${place(conversation, desk)} ${state.gone ? html`<span>${t('list.gone')}</span>` : ending(conversation, desk)}</span>
  </button>
  <label class="pick" title=${t('list.pick', { name })}><input type="checkbox" tabindex="-1" .checked=${state.picked}
    aria-label=${t('list.pick', { name })}><span class="box">${state.picked ? consoleIcon('check') : nothing}</span></label>`
}

/** What it is about: topic, else team, else channel; the customer's language where it is not the reader's; tags. */
function place({ draft, topic, department, channel, contact, tags }: AgentConversation, desk: Desk) {
  const { t, locale } = desk
  const words = [topic?.name ?? department?.name ?? t(`channel.${channel}`), language(contact.locale, locale)]
  // Tags that do not fit wrap, and only the first line is in sight.
  return html`<span class="grow place"><span class="cut">${draft ? html`<b class="draft">${t('list.draft')}</b> · ` : nothing}<bdi>${words.filter(Boolean).join(' · ')}</bdi></span>${tags
    .slice(0, 2)
    .map(({ name }) => html` <bdi class="tag">${name}</bdi>`)}</span>`
}

function language(theirs: string | null, ours: string): string | undefined {
  const code = theirs?.split('-')[0]
  if (!code || code === ours.split('-')[0]) return undefined
  try {
    return languageNames(ours).of(code)
  } catch {
    return undefined
  }
}

/** What ends the third line: till when it sleeps, else when an answer is due. */
function ending({ snoozed_until, due_at, unanswered_since, status }: AgentConversation, desk: Desk) {
  const { t, locale, now } = desk
  if (snoozed_until) {
    const today = daysAgo(snoozed_until, now()) === 0
    const time = today ? clockTime(snoozed_until, locale) : dayAndMonth(snoozed_until, locale)
    return html`<span class="until tabular">${consoleIcon('clock')}${t('list.snoozed_till', { time })}</span>`
  }
  if (!due_at || !unanswered_since || status === 'resolved' || status === 'closed') return nothing
  const { words, tone } = deadline(due_at, now(), t, locale)
  return html`<span class="due tabular ${tone}">${words}</span>`
}

/** Runs the way of what was said, whichever way the name before it runs: else its beginning would be cut off. */
function preview(conversation: AgentConversation, { typing, meId }: RowState, { t }: Desk) {
  if (typing) return t('list.is_typing')
  const { last_message: last, subject, unanswered_since } = conversation
  if (!last) return subject || t('thread.untitled')
  if (last.actor.kind === 'contact') return last.preview
  // That the AI agent has handed over is plain from the list; what the customer wants is not.
  if (last.actor.kind === 'ai' && unanswered_since && subject) return subject
  const words =
    last.actor.id === meId
      ? t('list.you', { preview: GAP })
      : t('list.by', { name: actorName(last.actor, t), preview: GAP })
  const [before = '', after] = words.split(GAP)
  // A space at the end of what runs the other way would be at its far side.
  const name = before.trimEnd()
  return html`<bdi>${name}</bdi>${before.slice(name.length)}${last.preview}${after}`
}

/** How long somebody has been waiting, where somebody is; else when the last thing was said. */
function time(conversation: AgentConversation, { t, locale, now }: Desk): TemplateResult {
  const at = conversation.waiting_since ?? conversation.last_message?.at ?? conversation.created_at
  const settled = ['waiting_on_customer', 'resolved', 'closed'].includes(conversation.status)
  const shown = conversation.waiting_since
    ? elapsed(at, now(), t)
    : settled && daysAgo(at, now()) <= 0
      ? clockTime(at, locale)
      : age(at, now(), t, locale)
  return html`<time class="tabular" datetime=${at} title=${fullTime(at, locale)}>${shown}</time>`
}
