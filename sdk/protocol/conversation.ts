// A conversation as each side sees it. A chat and a ticket are one thing with another channel.

import * as z from 'zod'
import { Actor } from './actor.ts'
import { Department } from './agent.ts'
import { Channel, Status } from './conversation-words.ts'
import { AnsweredField } from './site-settings.ts'
import { CustomValues, Priority, Tag, Topic } from './triage.ts'

export { Channel, Status }

export const HandoffReason = z.enum([
  'asked_for_person',
  'low_confidence',
  'assistant_unavailable',
  'turn_limit',
  /** Only files were sent, which it cannot see. */
  'files_only',
  'assistant_off',
  'agent_left',
  /** A subject the owner wants people to answer. */
  'sensitive_topic',
  /** The customer asked the same again. */
  'repeated_question',
  'frustration',
  /** The site's allowance for the day, or the conversation's, is spent. */
  'budget_spent',
  /** A tool it needed failed, or was refused. */
  'action_failed',
  /** A person had resolved it, and the customer wrote again. */
  'reopened',
  /** An agent threw its draft away: a person answers. */
  'draft_discarded',
])
export type HandoffReason = z.infer<typeof HandoffReason>

/** Place in the queue for a person; `position` counts from 1. */
export const Queue = z.object({
  position: z.int().positive(),
  estimated_wait_seconds: z.number().nullable(),
  since: z.string(),
  /** False when nobody is in: the conversation has become a numbered ticket. */
  staffed: z.boolean(),
})
export type Queue = z.infer<typeof Queue>

export const LastMessage = z.object({
  /** Plain text, at most 140 characters. */
  preview: z.string(),
  at: z.string(),
  actor: Actor,
})
export type LastMessage = z.infer<typeof LastMessage>

export const Rating = z.object({
  score: z.int().min(1).max(5),
  comment: z.string(),
  at: z.string(),
})
export type Rating = z.infer<typeof Rating>

const shared = {
  id: z.uuid(),
  /** Such as DB-7K3M92QF: 40 random bits in Crockford's base32. */
  reference: z.string(),
  channel: Channel,
  subject: z.string(),
  status: Status,
  department: Department.nullable(),
  /** Who answers: a person, the AI agent, or nobody yet. */
  assignee: Actor.nullable(),
  /** Last number of this side's log. */
  head: z.int(),
  /** How far this side has read. */
  read_seq: z.int(),
  /** How far the other side has read, in this side's numbers. */
  other_read_seq: z.int(),
  last_message: LastMessage.nullable(),
  rating: Rating.nullable(),
  created_at: z.string(),
  updated_at: z.string(),
}

export const VisitorConversation = z.object({
  ...shared,
  /** Set while the customer waits for a person. */
  queue: Queue.nullable(),
  /** The customer's own name and e-mail, as far as given. */
  contact: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable() }),
})
export type VisitorConversation = z.infer<typeof VisitorConversation>

export const AgentConversation = z.object({
  ...shared,
  site: z.object({ id: z.uuid(), name: z.string() }),
  contact: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    verified: z.boolean(),
    locale: z.string().nullable(),
    created_at: z.string(),
  }),
  page: z.object({ url: z.string(), title: z.string() }).nullable(),
  /** Raised by every assignment; what an AI run is fenced by. */
  assignment_epoch: z.int(),
  /** Since when the customer waits for a person; null when nobody waits. */
  waiting_since: z.string().nullable(),
  handoff_reason: HandoffReason.nullable(),
  unread: z.int(),
  /** What the customer answered in the site's own fields; absent where nothing was asked. */
  fields: z.array(AnsweredField).optional(),
  /** The AI agent's draft that waits for approval, and since when; absent where none does. */
  draft: z.object({ id: z.uuid(), since: z.string() }).optional(),
  priority: Priority,
  topic: Topic.nullable(),
  tags: z.array(Tag),
  /** The team's own fields, by key. */
  custom: CustomValues,
  /** Out of sight until then, or until the customer writes. */
  snoozed_until: z.string().nullable(),
  spam: z.boolean(),
  /** Since when the customer waits for the team's next words; null while nothing is owed. */
  unanswered_since: z.string().nullable(),
  /** When these are due by the workspace's targets. */
  due_at: z.string().nullable(),
  /** When it is to be over; absent where it is already, or the workspace has no target for its priority. */
  solve_by: z.string().optional(),
  /** Agents who are told of what happens here. */
  follower_ids: z.array(z.uuid()),
  /** Agents a note has called for. */
  mentioned_ids: z.array(z.uuid()),
  /** Where it went on; absent where it was not merged. */
  merged_into: z.object({ id: z.uuid(), reference: z.string() }).optional(),
  /** The customer is blocked: what they write is refused. Absent otherwise. */
  blocked: z.literal(true).optional(),
})
export type AgentConversation = z.infer<typeof AgentConversation>

export const InboxView = z.enum([
  'mine',
  'waiting',
  'unassigned',
  'assistant',
  'drafts',
  'mentions',
  'following',
  'open',
  'snoozed',
  'resolved',
  'spam',
])
export type InboxView = z.infer<typeof InboxView>

export const InboxPage = z.object({
  conversations: z.array(AgentConversation),
  /** Pass as `cursor` for the next page; null at the end. */
  next_cursor: z.string().nullable(),
  counts: z.record(InboxView, z.int()),
})
export type InboxPage = z.infer<typeof InboxPage>

/** Counts end at 1000. `teams` by department, `saved` by view, both of what is open. */
export const InboxCounts = z.object({
  views: z.record(InboxView, z.int()),
  teams: z.record(z.uuid(), z.int()),
  saved: z.record(z.uuid(), z.int()),
})
export type InboxCounts = z.infer<typeof InboxCounts>
