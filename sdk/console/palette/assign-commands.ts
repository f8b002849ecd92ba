// Giving the open chat to somebody by name, as commands: each can be taken back.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { Desk } from '../desk.context.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'

export function assignCommands(view: AgentConversationView, desk: Desk): DeskCommand[] {
  const conversation = view.state.get().conversation
  if (!conversation) return []
  const { t, client, undo } = desk
  const meId = client.me.get()?.agent.id
  const departments = client.departments.get()
  const before = conversation.assignee?.id ?? null
  const place = conversation.department?.id ?? null

  async function assign(to: string | null, label: string): Promise<void> {
    await view.assign(to)
    undo.offer({ label, undo: () => view.assign(before), redo: () => view.assign(to) })
  }
  async function move(id: string, label: string): Promise<void> {
    await view.move(id)
    undo.offer({ label, undo: () => view.move(place), redo: () => view.move(id) })
  }
  const nameOf = (agent: Agent): string => (agent.kind === 'human' ? agent.name : t('palette.assistant'))

  const toAgents = client.agents
    .get()
    .filter(({ id }) => id !== meId && id !== before)
    .map((agent): DeskCommand => {
      const name = nameOf(agent)
      return {
        id: `chat.assign.${agent.id}`,
        section: 'chat',
        label: t('palette.assign_to', { name }),
        mark: agent,
        ...(agent.kind === 'human'
          ? {
              presence: agent.availability,
              hint: t(`availability.${agent.availability}`),
              detail: departments
                .filter(({ id }) => agent.department_ids.includes(id))
                .map((department) => department.name)
                .join(', '),
            }
          : { hint: t('palette.assistant_hint') }),
        run: () => assign(agent.id, t('palette.assigned', { name })),
      }
    })
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
        ...(id === place && { hint: t('palette.here'), enabled: true }),
        run: () => move(id, t('palette.moved', { name })),
      })),
  }
  return [...toAgents, teams]
}
