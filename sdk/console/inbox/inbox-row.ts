// One row of the list: who, since when, the last words, and where it belongs.

import { html, nothing, type TemplateResult } from 'lit'
import { mark } from '../../elements/mark/mark.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { age, clockTime, daysAgo, elapsed, fullTime } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { actorName, customerName } from '../names.ts'

export interface RowState {
  selected: boolean
  /** The one row the Tab key reaches. */
  tabbable: boolean
  /** The customer is writing this very moment. */
  typing: boolean
  meId: string
}

export function inboxRow(conversation: AgentConversation, state: RowState, desk: Desk): TemplateResult {
  const { t } = desk
  const { contact, assignee, unread } = conversation
  const name = customerName(contact, t)
  const holder = assignee && assignee.id !== state.meId ? assignee : null
  const place = conversation.department?.name ?? t(`channel.${conversation.channel}`)
  return html`<button class="row ${state.selected ? 'selected' : ''} ${unread > 0 ? 'unread' : ''}" type="button"
      data-id=${conversation.id} tabindex=${state.tabbable ? 0 : -1} aria-current=${state.selected ? 'true' : nothing}>
    <span class="face">
      ${mark({ kind: 'contact', id: contact.id, name }, 28)}
      ${holder ? html`<span class="holder">${mark(holder, 14)}</span>` : nothing}
    </span>
    <span class="line">
      <span class="name cut">${name}</span>
      ${unread > 0 ? html`<span class="hidden-text">${t('list.unread', { count: unread })}</span>` : nothing}
      ${holder ? html`<span class="hidden-text">${t('list.held', { name: actorName(holder, t) })}</span>` : nothing}
      ${time(conversation, desk)}
    </span>
    <span class="preview cut"><bdi>${preview(conversation, state, desk)}</bdi></span>
    <span class="line small"><span class="grow cut">${conversation.draft ? html`<b class="draft">${t('list.draft')}</b> · ` : nothing}${place}</span> <span class="tabular">${conversation.reference}</span></span>
  </button>`
}

function preview(conversation: AgentConversation, { typing, meId }: RowState, { t }: Desk): string {
  if (typing) return t('list.is_typing')
  const last = conversation.last_message
  if (!last) return conversation.subject || t('thread.untitled')
  if (last.actor.kind === 'contact') return last.preview
  return last.actor.id === meId
    ? t('list.you', { preview: last.preview })
    : t('list.by', { name: actorName(last.actor, t), preview: last.preview })
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
