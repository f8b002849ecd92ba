// The one line above the composer: what just happened, or what can be done now. Draws; its owner acts.

import { html, nothing } from 'lit'
import type { PendingMessage } from '../../client/conversation-state.ts'
import { type Crossing, crossedBy } from '../../client/held-reply.ts'
import { isMachine, mark } from '../../elements/mark/mark.ts'
import { intlLocale } from '../../locales/messages.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime, duration } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { actorName, customerName } from '../names.ts'
import { isOver, takes } from './thread-rule.ts'

/** What stands above the composer until the agent goes on. */
export type ThreadNotice = { kind: 'taken'; by: string | null } | { kind: 'failed'; reason: string }

/** What becomes of a reply that was held. */
export type HeldWish = 'send' | 'edit' | 'discard'

export interface ThreadStrip {
  conversation: AgentConversation
  me: Agent
  agents: readonly Agent[]
  notice: ThreadNotice | null
  accepting: boolean
  pending: readonly PendingMessage[]
  /** A colleague who is writing to the customer now, and since when. */
  writing: { actor: Actor; since: string } | null
  /** A draft of the AI agent waits: nothing else is offered. */
  draft: boolean
  desk: Pick<Desk, 't' | 'locale' | 'now'>
  accept: () => void
  /** Away from a conversation somebody else has taken. */
  next: () => void
  leaveTo: (agentId: string) => void
  decideHeld: (cid: string, what: HeldWish) => void
  wake: () => void
}

export function threadStrip(strip: ThreadStrip) {
  const { conversation, me, notice, desk, pending, writing, draft } = strip
  const { t } = desk
  const held = pending.find((message) => crossedBy(message))
  if (held) return crossed(held, crossedBy(held)!, strip)
  if (notice?.kind === 'taken' && conversation.assignee?.id !== me.id) return taken(strip, notice.by)
  if (notice?.kind === 'failed')
    return html`<div class="strip" role="alert">${consoleIcon('alert')}<p class="grow">${t(
      'thread.action_failed',
      { reason: notice.reason },
    )}</p></div>`
  if (writing) return collision(writing, strip)
  if (draft) return nothing
  if (isOver(conversation))
    return html`<div class="strip">${consoleIcon('check')}<p class="grow">${
      conversation.merged_into
        ? t('merged.strip', { reference: conversation.merged_into.reference })
        : t(conversation.status === 'closed' ? 'closed.strip' : 'resolved.strip')
    }</p></div>`
  if (conversation.snoozed_until) return snoozed(strip, conversation.snoozed_until)
  return takes(conversation, me) ? offer(strip) : nothing
}

/** A colleague's answer came in between: nothing goes before somebody has decided. */
function crossed(held: PendingMessage, { by, at }: Crossing, strip: ThreadStrip) {
  const { t, now } = strip.desk
  const ago = duration((now() - Date.parse(at)) / 1000, t)
  return html`<div class="strip held" role="alertdialog" aria-label=${t('held.label')}>${mark(by, 20)}
    <p class="grow"><b>${t('held.replied', { name: actorName(by, t), time: ago })}</b> ${t('held.ask')}</p>
    <button class="button" type="button" @click=${() => strip.decideHeld(held.cid, 'discard')}>${t('message.discard')}</button>
    <button class="button" type="button" @click=${() => strip.decideHeld(held.cid, 'edit')}>${t('held.edit')}</button>
    <button class="button solid" type="button" @click=${() => strip.decideHeld(held.cid, 'send')}>${t('held.send')}</button>
  </div>`
}

function collision({ actor, since }: NonNullable<ThreadStrip['writing']>, strip: ThreadStrip) {
  const { t, locale } = strip.desk
  const { conversation, leaveTo } = strip
  const name = actorName(actor, t)
  const customer = customerName(conversation.contact, t)
  const theirs = conversation.assignee?.id === actor.id
  return html`<div class="strip" role="status">${mark(actor, 20)}
    <p class="grow cut"><b>${t('writing.too', { name, customer })}</b> <span class="muted">${t('writing.since', { time: clockTime(since, locale) })}</span></p>
    ${actor.id && !theirs ? html`<button class="button" type="button" @click=${() => leaveTo(actor.id!)}>${t('writing.leave', { name })}</button>` : nothing}
  </div>`
}

function snoozed({ desk: { t, locale }, wake }: ThreadStrip, until: string) {
  const day = new Intl.DateTimeFormat(intlLocale(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  const time = `${day.format(new Date(until))}, ${clockTime(until, locale)}`
  return html`<div class="strip">${consoleIcon('moon')}<p class="grow">${t('snoozed.strip', { time })}</p>
    <button class="button" type="button" @click=${wake}>${t('command.wake')}</button></div>`
}

function offer({ conversation, accepting, accept, desk: { t, locale } }: ThreadStrip) {
  const { assignee, waiting_since: since } = conversation
  const name = customerName(conversation.contact, t)
  const machine = !since && assignee && isMachine(assignee) ? assignee : null
  const words = since
    ? t('accept.waits', { name, time: clockTime(since, locale) })
    : machine
      ? t('accept.assistant', { assistant: actorName(machine, t), name })
      : t('accept.unassigned')
  return html`<div class="strip">
    ${machine ? mark(machine, 20) : consoleIcon('waiting')}
    <p class="grow">${words}</p>
    <button class="button solid accept" type="button" aria-disabled=${accepting} @click=${accept}
      >${t(machine ? 'accept.takeover' : 'accept.button')}</button>
  </div>`
}

function taken({ conversation, agents, next, desk: { t } }: ThreadStrip, by: string | null) {
  const name = by ?? conversation.assignee?.name
  const colleague = agents.find((agent) => agent.name === name)
  return html`<div class="strip taken" role="alert">
    ${colleague ? mark(colleague, 20) : consoleIcon('person')}
    <p class="grow"><b>${name ? t('accept.taken', { name }) : t('accept.taken.unknown')}</b>
      <span class="muted">${t('accept.taken.detail')}</span></p>
    <button class="button" type="button" @click=${next}>${t('accept.next')}</button>
  </div>`
}
