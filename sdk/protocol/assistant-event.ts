// What the AI agent adds to a conversation's log besides messages: drafts for the team, and calls of the owner's tools.

import * as z from 'zod'
import { Citation } from './citation.ts'
import { Block } from './rich-text-tree.ts'
import { Choice } from './site-settings.ts'

/** An answer that waits for an agent. Private to the team. The draft's id is its event's. */
export const DraftData = z.object({
  /** Markdown, with `[n]` marks into `citations`. */
  body: z.string(),
  content: z.array(Block),
  citations: z.array(Citation),
  /** Null for words of its own, such as a greeting. */
  answer: z.enum(['model', 'quoted']).nullable(),
  /** What the customer could answer with one tap. Absent where there is nothing. */
  choices: z.array(Choice).optional(),
  /** Probability of being right, 0 to 1; null where nobody measured it. */
  confidence: z.number().min(0).max(1).nullable(),
  /** The customer's message it answers. */
  message_id: z.uuid(),
  /** What an agent asked for, where it was written anew. */
  instruction: z.string().nullable(),
})
export type DraftData = z.infer<typeof DraftData>

/** An agent asks for another draft. Private. */
export const DraftRequested = z.object({ draft_id: z.uuid(), instruction: z.string() })
export type DraftRequested = z.infer<typeof DraftRequested>

/** Nothing came of it: the draft that was there stands as it is. Private. */
export const DraftFailed = z.object({
  draft_id: z.uuid(),
  /** `unsure`: it found nothing to say so. `unavailable`: the model did not answer. */
  reason: z.enum(['unsure', 'unavailable']),
})
export type DraftFailed = z.infer<typeof DraftFailed>

export const DiscardReason = z.enum(['wrong', 'incomplete', 'tone', 'not_needed', 'other'])
export type DiscardReason = z.infer<typeof DiscardReason>

export const DraftDecision = z.object({
  draft_id: z.uuid(),
  /** `superseded`: the conversation went on without it. */
  outcome: z.enum(['approved', 'edited', 'discarded', 'superseded']),
  reason: DiscardReason.nullable(),
  /** Share of the text that was changed before it was sent, 0 to 1. */
  edit_distance: z.number().min(0).max(1).nullable(),
  /** The message that was sent. */
  message_id: z.uuid().nullable(),
})
export type DraftDecision = z.infer<typeof DraftDecision>

/** Who has to say yes to a call: nobody, the customer, or an agent. */
export const ActionApproval = z.enum(['none', 'customer', 'agent'])
export type ActionApproval = z.infer<typeof ActionApproval>

/** The AI agent wants to call a tool. The action's id is this event's. Public where the customer has to approve. */
export const ActionRequested = z.object({
  /** The tool's name, and what people are shown of it. */
  tool: z.string(),
  title: z.string(),
  /** Where it runs: on the owner's endpoint, or in the customer's page. */
  side: z.enum(['server', 'page']),
  effect: z.enum(['read', 'write']),
  approval: ActionApproval,
  /** What will happen, in the owner's plain words; may be empty. */
  explanation: z.string(),
  /** As the model chose them, checked against the tool's schema; the customer's identity is never among them. */
  input: z.record(z.string(), z.unknown()),
  /** What people call the input's fields, as far as the owner has named them. */
  labels: z.record(z.string(), z.string()),
  /** ISO 8601: a request nobody decides ends then. */
  expires_at: z.string(),
})
export type ActionRequested = z.infer<typeof ActionRequested>

export const ActionDecided = z.object({ action_id: z.uuid(), approved: z.boolean() })
export type ActionDecided = z.infer<typeof ActionDecided>

/** How a call ended. What came back is for the model and the team: private, cut to a bounded text. */
export const ActionCompleted = z.object({
  action_id: z.uuid(),
  /** `unknown`: it was begun and nobody saw its end; it is not done again. */
  outcome: z.enum(['succeeded', 'failed', 'declined', 'expired', 'unknown']),
  result: z.string().max(8000),
  milliseconds: z.int().min(0),
})
export type ActionCompleted = z.infer<typeof ActionCompleted>
