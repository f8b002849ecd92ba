// The AI agent's drafts as the team works through them: the list, and how good they were.

import * as z from 'zod'
import { DiscardReason } from './assistant-event.ts'

export const DRAFT_LIMITS = {
  /** Characters of what an agent asks for, and of a remark on a discarded draft. */
  instruction: 500,
  comment: 500,
  page: 100,
  /** Of the figures. */
  days: 365,
} as const

/** A line of the list. Its text is in the conversation's log. */
export const AssistantDraft = z.object({
  /** Also its event's. */
  id: z.uuid(),
  conversation_id: z.uuid(),
  site_id: z.uuid(),
  reference: z.string(),
  customer: z.string(),
  /** Plain text, cut. */
  question: z.string(),
  preview: z.string(),
  answer: z.enum(['model', 'quoted']).nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  topic: z.string().nullable(),
  created_at: z.string(),
  /** Null while it waits. `superseded`: the conversation went on without it. */
  outcome: z.enum(['approved', 'edited', 'discarded', 'superseded']).nullable(),
  reason: DiscardReason.nullable(),
  comment: z.string(),
  edit_distance: z.number().min(0).max(1).nullable(),
  words_changed: z.int().nullable(),
  decided_by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  decided_at: z.string().nullable(),
})
export type AssistantDraft = z.infer<typeof AssistantDraft>

/** `GET /api/v1/assistant/drafts`: those that wait oldest first, decided ones newest first. */
export const ListDrafts = z.object({
  state: z.enum(['pending', 'decided']).default('pending'),
  site: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(DRAFT_LIMITS.page).default(50),
})
export const AssistantDraftPage = z.object({
  drafts: z.array(AssistantDraft),
  next_cursor: z.string().nullable(),
  /** In the whole workspace. */
  pending: z.int(),
})
export type AssistantDraftPage = z.infer<typeof AssistantDraftPage>

/** `GET /api/v1/assistant/drafts/figures?days=&site=&topic=`, of drafts decided in that time. */
export const DraftFiguresQuery = z.object({
  days: z.coerce.number().int().min(1).max(DRAFT_LIMITS.days).default(30),
  site: z.uuid().optional(),
  topic: z.string().max(60).optional(),
})
export const DraftFigures = z.object({
  days: z.int(),
  pending: z.int(),
  approved: z.int(),
  edited: z.int(),
  discarded: z.int(),
  superseded: z.int(),
  /** Sent, as it was or changed, of all that an agent decided; null while none was. */
  acceptance: z.number().min(0).max(1).nullable(),
  /** Over those that were sent. */
  mean_edit_distance: z.number().min(0).max(1).nullable(),
  /** From the draft to the decision of an agent. */
  median_seconds: z.number().nullable(),
  reasons: z.record(DiscardReason, z.int()),
})
export type DraftFigures = z.infer<typeof DraftFigures>
