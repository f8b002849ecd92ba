// The conversation's commands: parsed input in, service called, the caller's own numbers out.

import type { Appended, CommandName, CommandResult } from '../../sdk/protocol/command.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import type { CommandCall, CommandRegistry } from '../platform/commands/command-registry.ts'
import type { Principal } from './access.ts'
import type { Assignments } from './assignment.service.ts'
import type { Conversations } from './conversation.service.ts'
import type { AppendResult, Cause } from './conversation-log.ts'
import { type Side, toEvent } from './conversation-row.ts'
import type { ConversationViews } from './conversation-view.ts'
import type { Edits } from './edit.service.ts'
import type { Handoff } from './handoff.service.ts'
import type { Inbox } from './inbox/inbox.service.ts'
import type { Messages } from './message.service.ts'
import type { Reading } from './reading.service.ts'

export interface ConversationCommandDeps {
  commands: CommandRegistry
  conversations: Conversations
  messages: Messages
  edits: Edits
  handoff: Handoff
  assignments: Assignments
  reading: Reading
  inbox: Inbox
  views: ConversationViews
}

const causeOf = (call: CommandCall<CommandName, Principal, unknown>): Cause => ({
  cid: call.cid,
  digest: call.digest,
  actorId: call.principal.id,
})

function appended({ first }: Pick<AppendResult, 'first'>, side: Side): Appended {
  const { seq, at } = toEvent(first, side)
  return { conversation_id: first.conversation_id, id: first.id, seq, at }
}

export function registerConversationCommands(deps: ConversationCommandDeps): void {
  const { commands, conversations, messages, edits, handoff, assignments, reading, inbox, views } = deps

  const withView = async (result: AppendResult, principal: VisitorPrincipal) => ({
    ...appended(result, 'visitor'),
    conversation: views.forVisitor(await views.load(principal.workspaceId, result.first.conversation_id)),
  })
  const withAgentView = async (result: AppendResult, principal: AgentPrincipal) => ({
    ...appended(result, 'agent'),
    conversation: views.forAgent(await views.load(principal.workspaceId, result.first.conversation_id)),
  })

  const visitor = <N extends CommandName>(
    name: N,
    handler: (call: CommandCall<N, VisitorPrincipal, unknown>) => Promise<CommandResult<N>>,
  ): void => commands.handle(name, 'visitor', handler)
  const agent = <N extends CommandName>(
    name: N,
    handler: (call: CommandCall<N, AgentPrincipal, unknown>) => Promise<CommandResult<N>>,
  ): void => commands.handle(name, 'agent', handler)

  /** Registers a command of both sides with one handler. */
  function both<N extends CommandName>(
    name: N,
    handler: (call: CommandCall<N, Principal, unknown>) => Promise<never>,
  ): void {
    commands.handle<N, VisitorPrincipal, unknown>(name, 'visitor', handler)
    commands.handle<N, AgentPrincipal, unknown>(name, 'agent', handler)
  }

  visitor('conversation.start', async (call) =>
    withView(await conversations.start(call.principal, call.input, causeOf(call)), call.principal),
  )
  both('message.send', async (call) => {
    const result = await messages.send(call.principal, call.input, causeOf(call))
    const sent = appended(result, call.principal.side)
    // A console says what its agent has seen; who answers without one has read what they answer.
    if (call.principal.side === 'agent' && !call.socket) {
      const { after_seq: seen = sent.seq } = call.input
      await reading.mark(call.principal, sent.conversation_id, seen + 1 < sent.seq ? seen : sent.seq)
    }
    return sent as never
  })
  agent('note.add', async (call) =>
    appended(await messages.addNote(call.principal, call.input, causeOf(call)), 'agent'),
  )
  both('message.edit', async (call) => {
    const result = await edits.edit(call.principal, call.input, causeOf(call))
    return appended(result, call.principal.side) as never
  })
  both('message.delete', async (call) => {
    const result = await edits.remove(call.principal, call.input, causeOf(call))
    return appended(result, call.principal.side) as never
  })
  visitor('person.request', async (call) => {
    const result = await handoff.request(call.principal, call.input.conversation_id, causeOf(call))
    return withView(result, call.principal)
  })
  visitor('person.cancel', async (call) => {
    const result = await handoff.cancel(call.principal, call.input.conversation_id, causeOf(call))
    return withView(result, call.principal)
  })
  visitor('conversation.end', async (call) =>
    appended(
      await conversations.resolve(call.principal, call.input.conversation_id, causeOf(call)),
      'visitor',
    ),
  )
  visitor('conversation.rate', async (call) =>
    appended(await conversations.rate(call.principal, call.input, causeOf(call)), 'visitor'),
  )
  visitor('contact.update', async (call) =>
    appended(await conversations.updateContact(call.principal, call.input, causeOf(call)), 'visitor'),
  )
  visitor('conversation.list', (call) => reading.ownList(call.principal))
  both('conversation.history', async (call) => (await reading.history(call.principal, call.input)) as never)
  both('read.mark', async (call) => {
    await reading.mark(call.principal, call.input.conversation_id, call.input.seq)
    return { ok: true } as never
  })
  agent('inbox.list', (call) => inbox.list(call.principal, call.input))
  agent('inbox.counts', (call) => inbox.counts(call.principal))
  agent('conversation.accept', async (call) => {
    const result = await assignments.accept(call.principal, call.input.conversation_id, causeOf(call))
    return withAgentView(result, call.principal)
  })
  agent('conversation.assign', async (call) => {
    const { conversation_id, assignee_id } = call.input
    return withAgentView(
      await assignments.assign(call.principal, conversation_id, assignee_id, causeOf(call)),
      call.principal,
    )
  })
  agent('conversation.move', async (call) => {
    const { conversation_id, department_id } = call.input
    return appended(
      await assignments.move(call.principal, conversation_id, department_id, causeOf(call)),
      'agent',
    )
  })
  agent('conversation.resolve', async (call) =>
    appended(await conversations.resolve(call.principal, call.input.conversation_id, causeOf(call)), 'agent'),
  )
  agent('conversation.reopen', async (call) =>
    appended(await conversations.reopen(call.principal, call.input.conversation_id, causeOf(call)), 'agent'),
  )
}
