// The one line above the composer: what just happened, or what can be done now. Draws; its owner acts.

import { html, nothing } from 'lit'
import { isMachine, mark } from '../../elements/mark/mark.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { actorName, customerName } from '../names.ts'
import { isOver, takes } from './thread-rule.ts'

/** What stands above the composer until the agent goes on. */
export type ThreadNotice = { kind: 'taken'; by: string | null } | { kind: 'failed'; reason: string }

export interface ThreadStrip {
  conversation: AgentConversation
  me: Agent
  agents: readonly Agent[]
  notice: ThreadNotice | null
  accepting: boolean
  desk: Pick<Desk, 't' | 'locale'>
  accept: () => void
  /** Away from a conversation somebody else has taken. */
  next: () => void
}

export function threadStrip(strip: ThreadStrip) {
  const { conversation, me, notice, desk } = strip
  const { t } = desk
  if (notice?.kind === 'taken' && conversation.assignee?.id !== me.id) return taken(strip, notice.by)
  if (notice?.kind === 'failed')
    return html`<div class="strip" role="alert">${consoleIcon('alert')}<p class="grow">${t(
      'thread.action_failed',
      { reason: notice.reason },
    )}</p></div>`
  if (isOver(conversation))
    return html`<div class="strip">${consoleIcon('check')}<p class="grow">${t(
      conversation.status === 'closed' ? 'closed.strip' : 'resolved.strip',
    )}</p></div>`
  return takes(conversation, me) ? offer(strip) : nothing
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
    <button class="button solid accept" type="button" ?disabled=${accepting} @click=${accept}
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
