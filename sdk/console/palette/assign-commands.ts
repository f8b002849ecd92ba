// Giving the open chat to somebody by name, as commands: each can be taken back.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { Desk } from '../desk.context.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { loadOf, stateWords } from '../picker/colleague-load.ts'
import { createConversationActions } from '../thread/conversation-actions.ts'

export function assignCommands(view: AgentConversationView, desk: Desk): DeskCommand[] {
  const conversation = view.state.get().conversation
  if (!conversation) return []
  const { t, client, lists } = desk
  const actions = createConversationActions(view, desk)
  const meId = client.me.get()?.agent.id
  const departments = client.departments.get()
  const agents = client.agents.get()
  const holder = conversation.assignee?.id ?? null
  const place = conversation.department?.id ?? null
  const nameOf = (agent: Agent): string => (agent.kind === 'human' ? agent.name : t('palette.assistant'))

  const person = (agent: Agent, rest: Pick<DeskCommand, 'id' | 'label' | 'run'>): DeskCommand => {
    const load = loadOf(agent, lists.loads.store.get())
    return {
      section: 'chat',
      mark: agent,
      ...(agent.kind === 'human'
        ? {
            presence: agent.availability,
            hint: stateWords(agent, load, t),
            ...(load && { load }),
            detail: departments
              .filter(({ id }) => agent.department_ids.includes(id))
              .map((department) => department.name)
              .join(', '),
          }
        : { hint: t('palette.assistant_hint') }),
      ...rest,
    }
  }
  const toAgents = agents
    .filter(({ id }) => id !== meId && id !== holder)
    .map((agent) =>
      person(agent, {
        id: `chat.assign.${agent.id}`,
        label: t('palette.assign_to', { name: nameOf(agent) }),
        run: () => actions.assign(agent.id),
      }),
    )
  const ofTeam = (id: string, name: string): DeskCommand[] => [
    {
      id: `chat.assign-team.${id}.anyone`,
      section: 'chat',
      label: t('picker.anyone', { team: name }),
      icon: 'people',
      hint: t('assign.nobody.hint'),
      run: () => actions.give({ department_id: id, assignee_id: null }),
    },
    ...agents
      .filter(({ kind, department_ids }) => kind === 'human' && department_ids.includes(id))
      .map((agent) =>
        person(agent, {
          id: `chat.assign-team.${id}.${agent.id}`,
          label: agent.id === meId ? t('you', { name: agent.name }) : agent.name,
          run: () => actions.give({ department_id: id, assignee_id: agent.id }),
        }),
      ),
  ]
  const teams: DeskCommand = {
    id: 'chat.assign-team',
    section: 'chat',
    label: t('palette.assign_team'),
    icon: 'people',
    hint: t('palette.teams', { n: departments.length }),
    enabled: departments.length > 0,
    run: () => {},
    children: () =>
      departments.map(({ id, name }) => ({
        id: `chat.assign-team.${id}`,
        section: 'chat',
        label: name,
        icon: 'people',
        ...(id === place && { hint: t('palette.here') }),
        run: () => {},
        children: () => ofTeam(id, name),
      })),
  }
  return [...toAgents, teams]
}
