// The commands about the AI agent's drafts; part of the table in command.ts.

import * as z from 'zod'
import { Appended } from './appended.ts'
import { DRAFT_LIMITS } from './assistant-draft.ts'
import { DiscardReason } from './assistant-event.ts'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'

const conversation_id = z.uuid()
const body = plainText().trim().min(1).max(LIMITS.message)

export const DRAFT_COMMANDS = {
  /** Sends the AI agent's draft, as it is or changed, in the agent's name. Of two agents one wins: `draft-decided`. */
  'draft.approve': {
    side: ['agent'],
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/draft/approve'] },
    input: z.strictObject({ conversation_id, draft_id: z.uuid(), body: body.optional() }),
    result: Appended,
  },
  /** Unless no answer is needed, the customer goes into the queue: they were promised a person. */
  'draft.discard': {
    side: ['agent'],
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/draft/discard'] },
    input: z.strictObject({
      conversation_id,
      draft_id: z.uuid(),
      reason: DiscardReason,
      comment: plainText().trim().max(DRAFT_LIMITS.comment).default(''),
    }),
    result: Appended,
  },
  /** Takes a discarding back, as long as nothing has happened since. */
  'draft.restore': {
    side: ['agent'],
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/draft/restore'] },
    input: z.strictObject({ conversation_id, draft_id: z.uuid() }),
    result: Appended,
  },
  /** Asks for another draft; it comes on the log. Needs a model. */
  'draft.regenerate': {
    side: ['agent'],
    durable: true,
    rest: { agent: ['POST', '/conversations/:conversation_id/draft/regenerate'] },
    input: z.strictObject({
      conversation_id,
      draft_id: z.uuid(),
      instruction: plainText().trim().min(1).max(DRAFT_LIMITS.instruction),
    }),
    result: Appended,
  },
} as const
