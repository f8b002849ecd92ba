// How far a ticket is, in the customer's words, and what was said in it.

import { html, nothing, type TemplateResult } from 'lit'
import type { MessageKey, Translate } from '../../locales/messages.ts'
import type { Translator } from '../../locales/translator.ts'
import type { TicketStatus } from '../../protocol/ticket.ts'
import { aiTag, mark } from '../mark/mark.ts'
import { richText } from '../rich-text/rich-text.ts'

const LABELS = ['status.received', 'status.in_progress', 'status.solved'] as const
/** Steps done, headline, what follows. */
const STEPS: Record<TicketStatus['step'], [done: number, head: MessageKey, more: MessageKey]> = {
  received: [1, 'status.received_head', 'status.received_more'],
  in_progress: [2, 'status.in_progress_head', 'status.in_progress_more'],
  waiting_for_you: [2, 'status.waiting_head', 'status.waiting_more'],
  solved: [3, 'status.solved_head', 'status.solved_more'],
}

/** @param person name of whoever answered last, if a person did */
export function progress({ step }: TicketStatus, person: string | undefined, t: Translate): TemplateResult {
  const [done, head, more] = STEPS[step]
  const line = more === 'status.in_progress_more' && !person ? 'status.in_progress_team' : more
  return html`<h2 class="big">${t(head)}</h2>
    <p>${t(line, { name: person ?? t('ticket.somebody') })}</p>
    <ol class="bars">${LABELS.map(
      (
        label,
        at,
      ) => html`<li class=${at < done ? 'done' : ''} aria-current=${at === done - 1 ? 'step' : nothing}>
        ${t(label)}</li>`,
    )}</ol>`
}

/** Drawn by a chunk of its own, since few tickets have any. */
function files(attachments: NonNullable<TicketStatus['replies'][number]['attachments']>): TemplateResult {
  // Without it the text still stands; the next look tries again.
  import('../attachments/message-files.define.ts').catch(() => {})
  return html`<deskbell-message-files .attachments=${attachments}></deskbell-message-files>`
}

export function thread(
  { replies, department }: TicketStatus,
  tr: Translator,
  onArticle: (slug: string) => void,
): TemplateResult {
  return html`<ul class="thread">${replies.map(
    ({ actor, author, content, created_at, is_agent, attachments }) => {
      return html`<li>
      <div class="who">${mark(actor, 24)}
        <b>${is_agent ? author : tr.t('common.you')}</b>
        ${actor.kind === 'ai' ? aiTag(tr.t) : is_agent && department ? html`<span>${department}</span>` : nothing}
        <time datetime=${created_at}>${tr.when(created_at)}</time></div>
      ${richText(content, { translator: tr, onArticle })}
      ${attachments?.length ? files(attachments) : nothing}
    </li>`
    },
  )}</ul>`
}
