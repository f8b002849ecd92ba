// The conversation's commands: parsed input in, service called, the caller's own numbers out.

import type { Appended, CommandName } from '../../sdk/protocol/command.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import type { CommandCall, CommandRegistry } from '../platform/commands/command-registry.ts'
import type { Principal } from './access.ts'
import type { Assignments } from './assignment.service.ts'
import type { Conversations } from './conversation.service.ts'
import type { AppendResult, Cause } from './conversation-log.ts'
import { type Side, toEvent } from './conversation-row.ts'
import type { ConversationViews } from './conversation-view.ts'
import type { Handoff } from './handoff.service.ts'
import type { Inbox } from './inbox.service.ts'
import type { Messages } from './message.service.ts'
import type { Reading } from './reading.service.ts'

export interface ConversationCommandDeps {
  commands: CommandRegistry
  conversations: Conversations
  messages: Messages
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
  const { commands, conversations, messages, handoff, assignments, reading, inbox, views } = deps

  const withView = async (result: AppendResult, principal: VisitorPrincipal) => ({
    ...appended(result, 'visitor'),
    conversation: views.forVisitor(await views.load(principal.workspaceId, result.first.conversation_id)),
  })
  const withAgentView = async (result: AppendResult, principal: AgentPrincipal) => ({
    ...appended(result, 'agent'),
    conversation: views.forAgent(await views.load(principal.workspaceId, result.first.conversation_id)),
  })

  /** Registers a command of both sides with one handler. */
  function both<N extends CommandName>(
    name: N,
    handler: (call: CommandCall<N, Principal, unknown>) => Promise<never>,
  ): void {
    commands.handle<N, VisitorPrincipal, unknown>(name, 'visitor', handler)
    commands.handle<N, AgentPrincipal, unknown>(name, 'agent', handler)
  }

  commands.handle<'conversation.start', VisitorPrincipal, unknown>(
    'conversation.start',
    'visitor',
    async (call) =>
      withView(await conversations.start(call.principal, call.input, causeOf(call)), call.principal),
  )
  both('message.send', async (call) => {
    const result = await messages.send(call.principal, call.input, causeOf(call))
    return appended(result, call.principal.side) as never
  })
  commands.handle<'note.add', AgentPrincipal, unknown>('note.add', 'agent', async (call) =>
    appended(await messages.addNote(call.principal, call.input, causeOf(call)), 'agent'),
  )
  commands.handle<'person.request', VisitorPrincipal, unknown>('person.request', 'visitor', async (call) => {
    const result = await handoff.request(call.principal, call.input.conversation_id, causeOf(call))
    return withView(result, call.principal)
  })
  commands.handle<'person.cancel', VisitorPrincipal, unknown>('person.cancel', 'visitor', async (call) => {
    const result = await handoff.cancel(call.principal, call.input.conversation_id, causeOf(call))
    return withView(result, call.principal)
  })
  commands.handle<'conversation.end', VisitorPrincipal, unknown>(
    'conversation.end',
    'visitor',
    async (call) =>
      appended(
        await conversations.resolve(call.principal, call.input.conversation_id, causeOf(call)),
        'visitor',
      ),
  )
  commands.handle<'conversation.rate', VisitorPrincipal, unknown>(
    'conversation.rate',
    'visitor',
    async (call) => appended(await conversations.rate(call.principal, call.input, causeOf(call)), 'visitor'),
  )
  commands.handle<'contact.update', VisitorPrincipal, unknown>('contact.update', 'visitor', async (call) =>
    appended(await conversations.updateContact(call.principal, call.input, causeOf(call)), 'visitor'),
  )
  commands.handle<'conversation.list', VisitorPrincipal, unknown>('conversation.list', 'visitor', (call) =>
    reading.ownList(call.principal),
  )
  both('conversation.history', async (call) => (await reading.history(call.principal, call.input)) as never)
  both('read.mark', async (call) => {
    await reading.mark(call.principal, call.input.conversation_id, call.input.seq)
    return { ok: true } as never
  })
  commands.handle<'inbox.list', AgentPrincipal, unknown>('inbox.list', 'agent', (call) =>
    inbox.list(call.principal, call.input),
  )
  commands.handle<'conversation.accept', AgentPrincipal, unknown>(
    'conversation.accept',
    'agent',
    async (call) => {
      const result = await assignments.accept(call.principal, call.input.conversation_id, causeOf(call))
      return withAgentView(result, call.principal)
    },
  )
  commands.handle<'conversation.assign', AgentPrincipal, unknown>(
    'conversation.assign',
    'agent',
    async (call) => {
      const { conversation_id, assignee_id } = call.input
      return withAgentView(
        await assignments.assign(call.principal, conversation_id, assignee_id, causeOf(call)),
        call.principal,
      )
    },
  )
  commands.handle<'conversation.move', AgentPrincipal, unknown>(
    'conversation.move',
    'agent',
    async (call) => {
      const { conversation_id, department_id } = call.input
      return appended(
        await assignments.move(call.principal, conversation_id, department_id, causeOf(call)),
        'agent',
      )
    },
  )
  commands.handle<'conversation.resolve', AgentPrincipal, unknown>(
    'conversation.resolve',
    'agent',
    async (call) =>
      appended(
        await conversations.resolve(call.principal, call.input.conversation_id, causeOf(call)),
        'agent',
      ),
  )
  commands.handle<'conversation.reopen', AgentPrincipal, unknown>(
    'conversation.reopen',
    'agent',
    async (call) =>
      appended(
        await conversations.reopen(call.principal, call.input.conversation_id, causeOf(call)),
        'agent',
      ),
  )
}
