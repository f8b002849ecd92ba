// Macros as commands: what each will do is said before it does it, and can be taken back as far as anything can.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { Macro } from '../../protocol/desk-tools.ts'
import type { Desk } from '../desk.context.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { actionsText } from './action-words.ts'
import { runMacro } from './macro-run.ts'

/** The macros, and the names of what they set. @throws ApiError */
export async function loadMacros(lists: Desk['lists']): Promise<readonly Macro[]> {
  const named = [lists.tags, lists.topics, lists.fields].map((list) => list.load().catch(() => {}))
  const [macros] = await Promise.all([lists.macros.load(), ...named])
  return macros
}

export function macroCommands(view: AgentConversationView, desk: Desk): DeskCommand[] {
  const { t, lists } = desk
  const one = (macro: Macro): DeskCommand => ({
    id: `macro.${macro.id}`,
    section: 'macros',
    label: macro.name,
    detail: actionsText(macro.actions, desk),
    hint: macro.shared ? '' : t('macro.personal'),
    icon: 'check',
    run: () => runMacro(macro, view, desk),
  })
  const known = lists.macros.store.get() ?? []
  return [
    {
      id: 'macro.pick',
      section: 'chat',
      label: t('macro.pick'),
      icon: 'list',
      shortcut: 'm',
      run: () => {},
      children: async () => (await loadMacros(lists)).map(one),
    },
    ...[...known].sort((a, b) => b.used - a.used).map(one),
  ]
}
