// The commands that give a conversation to somebody, end it and begin it anew; part of the table in command.ts.

import * as z from 'zod'
import { Appended } from './appended.ts'
import { AgentConversation } from './conversation.ts'

const conversation_id = z.uuid()
const agent = ['agent'] as const

export const ASSIGNMENT_COMMANDS = {
  /** Takes a waiting or AI-handled conversation. One of two agents wins; the other gets `conversation-taken`. */
  'conversation.accept': {
    side: agent,
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/accept'] },
    input: z.strictObject({ conversation_id }),
    result: z.object({ conversation: AgentConversation, ...Appended.shape }),
  },
  'conversation.assign': {
    side: agent,
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/assign'] },
    /** A person, the AI agent, or null for nobody: back into the queue. */
    input: z.strictObject({ conversation_id, assignee_id: z.uuid().nullable() }),
    result: z.object({ conversation: AgentConversation, ...Appended.shape }),
  },
  'conversation.move': {
    side: agent,
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/department'] },
    input: z.strictObject({ conversation_id, department_id: z.uuid().nullable() }),
    result: Appended,
  },
  'conversation.resolve': {
    side: agent,
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/resolve'] },
    input: z.strictObject({ conversation_id }),
    result: Appended,
  },
  'conversation.reopen': {
    side: agent,
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/reopen'] },
    input: z.strictObject({ conversation_id }),
    result: Appended,
  },
} as const
