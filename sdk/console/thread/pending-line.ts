// What is not in the log yet, as lines of a thread: what is on its way, what is being typed, what the AI agent writes.

import { html, nothing } from 'lit'
import type { PendingMessage, RunningAnswer, TypingActor } from '../../client/conversation-state.ts'
import { mark } from '../../elements/mark/mark.ts'
import { finishedLength } from '../../elements/message-list/sentence.ts'
import type { Actor } from '../../protocol/actor.ts'
import { threadFilesOf } from '../attachments/thread-files-of.ts'
import { consoleIcon } from '../console-icon.ts'
import { head, type LineContext, named, noteHead } from './thread-line.ts'

type Context = Pick<LineContext, 'desk' | 'customer'>

export interface PendingActions {
  retry(cid: string): void
  discard(cid: string): void
}

export function pendingLine(pending: PendingMessage, me: Actor, context: Context, actions: PendingActions) {
  const { t } = context.desk
  const text = html`${pending.body ? html`<div class="body plain" dir="auto">${pending.body}</div>` : nothing}${threadFilesOf(pending.attachments, undefined)}`
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

/** Live typing: not settled yet, so dashed. A customer's words are shown. */
export function typingLine({ actor, text }: TypingActor, context: Context) {
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
export function answerLine(answer: RunningAnswer, context: Context) {
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
