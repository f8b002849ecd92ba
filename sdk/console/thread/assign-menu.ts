// To whom a conversation can be given: me, the AI agent, colleagues by name with their presence, nobody.

import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { MenuItem } from '../menu/console-menu.ts'
import { actorName } from '../names.ts'

export const NOBODY = 'nobody'

const order = { online: 0, away: 1, offline: 2 } as const

export function assignItems(
  conversation: AgentConversation,
  agents: readonly Agent[],
  me: Agent,
  t: ConsoleTranslate,
): MenuItem[] {
  const holder = conversation.assignee?.id
  const item = (agent: Agent, rest: Partial<MenuItem> = {}): MenuItem => ({
    id: agent.id,
    label: actorName(agent, t),
    actor: agent,
    checked: agent.id === holder,
    ...rest,
  })
  const person = (agent: Agent, label?: string): MenuItem =>
    item(agent, {
      presence: agent.availability,
      hint: t(`availability.${agent.availability}`),
      ...(label ? { label } : {}),
    })
  const colleagues = agents
    .filter((agent) => agent.kind === 'human' && agent.id !== me.id)
    .toSorted((a, b) => order[a.availability] - order[b.availability] || a.name.localeCompare(b.name))
  const machines = agents.filter((agent) => agent.kind !== 'human')
  return [
    person(me, t('you', { name: me.name })),
    ...machines.map((agent) => item(agent, { hint: t('assign.assistant.hint') })),
    ...colleagues.map((agent, index) => ({ ...person(agent), apart: index === 0 })),
    {
      id: NOBODY,
      label: t('assign.nobody'),
      hint: t('assign.nobody.hint'),
      icon: 'waiting',
      checked: !holder,
      apart: true,
    },
  ]
}
