// The commands about drafts: parsed input in, service called, the caller's own number out.

import type { Appended, CommandName } from '../../../sdk/protocol/command.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { AppendResult, Cause } from '../../conversations/conversation-log.ts'
import { toEvent } from '../../conversations/conversation-row.ts'
import type { CommandCall, CommandRegistry } from '../../platform/commands/command-registry.ts'
import type { Drafts } from './draft.service.ts'

type Call<N extends CommandName> = CommandCall<N, AgentPrincipal, unknown>

const causeOf = ({ cid, digest, principal }: Call<CommandName>): Cause => ({
  cid,
  digest,
  actorId: principal.id,
})

function appended({ first }: AppendResult): Appended {
  const { seq, at } = toEvent(first, 'agent')
  return { conversation_id: first.conversation_id, id: first.id, seq, at }
}

export function registerDraftCommands({
  commands,
  drafts,
}: {
  commands: CommandRegistry
  drafts: Pick<Drafts, 'approve' | 'discard' | 'restore' | 'regenerate'>
}): void {
  commands.handle('draft.approve', 'agent', async (call: Call<'draft.approve'>) =>
    appended(await drafts.approve(call.principal, call.input, causeOf(call))),
  )
  commands.handle('draft.discard', 'agent', async (call: Call<'draft.discard'>) =>
    appended(await drafts.discard(call.principal, call.input, causeOf(call))),
  )
  commands.handle('draft.restore', 'agent', async (call: Call<'draft.restore'>) =>
    appended(await drafts.restore(call.principal, call.input, causeOf(call))),
  )
  commands.handle('draft.regenerate', 'agent', async (call: Call<'draft.regenerate'>) =>
    appended(await drafts.regenerate(call.principal, call.input, causeOf(call))),
  )
}
