// Commands about tools: what a page offers, a decision, and a page's own result.

import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { VisitorPrincipal } from '../../contacts/visitor.ts'
import type { Principal } from '../../conversations/access.ts'
import { toEvent } from '../../conversations/conversation-row.ts'
import type { CommandCall, CommandRegistry } from '../../platform/commands/command-registry.ts'
import type { Actions } from './action.service.ts'
import type { PageToolShelf } from './page-tool.service.ts'

export interface ActionCommandDeps {
  commands: CommandRegistry
  actions: Pick<Actions, 'decide' | 'answerFromPage'>
  pageTools: Pick<PageToolShelf, 'register'>
}

export function registerActionCommands({ commands, actions, pageTools }: ActionCommandDeps): void {
  async function decide({ principal, input, cid, digest }: CommandCall<'action.decide', Principal, unknown>) {
    const { first } = await actions.decide(principal, input, { cid, digest, actorId: principal.id })
    const { seq, at } = toEvent(first, principal.side)
    return { conversation_id: first.conversation_id, id: first.id, seq, at }
  }
  commands.handle<'action.decide', VisitorPrincipal, unknown>('action.decide', 'visitor', decide)
  commands.handle<'action.decide', AgentPrincipal, unknown>('action.decide', 'agent', decide)

  commands.handle<'action.result', VisitorPrincipal, unknown>(
    'action.result',
    'visitor',
    async ({ principal, input, cid, digest }) => {
      await actions.answerFromPage(principal, input, { cid, digest, actorId: principal.id })
      return { ok: true }
    },
  )
  commands.handle<'tools.register', VisitorPrincipal, unknown>(
    'tools.register',
    'visitor',
    async ({ principal, input }) => {
      await pageTools.register(principal, input)
      return { ok: true }
    },
  )
}
