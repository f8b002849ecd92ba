// Rows of the conversation and its log as PostgreSQL returns them, and how they become events of the protocol.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Channel, HandoffReason, LastMessage, Rating, Status } from '../../sdk/protocol/conversation.ts'
import type { LogEvent, LogEventType } from '../../sdk/protocol/event.ts'
import type { AnsweredField } from '../../sdk/protocol/site-settings.ts'
import type { CustomValues, Priority } from '../../sdk/protocol/triage.ts'

export type Side = 'visitor' | 'agent'

export interface ConversationRow {
  id: string
  workspace_id: string
  site_id: string
  contact_id: string
  channel: Channel
  reference: string
  subject: string
  status: Status
  department_id: string | null
  assignee_id: string | null
  assignment_epoch: number
  /** bigint: node-postgres gives text. */
  last_seq: string
  last_pub_seq: string
  waiting_since: Date | null
  handoff_reason: HandoffReason | null
  locale: string | null
  page: { url: string; title: string } | null
  last_message: LastMessage | null
  rating: Rating | null
  /** What the customer answered in the site's own fields. */
  fields: AnsweredField[] | null
  /** What it was opened with, in lower case, or given in it since; null while none was. */
  email: string | null
  /** The AI agent's draft that waits for a person. */
  draft_id: string | null
  draft_at: Date | null
  priority: Priority
  topic_id: string | null
  tag_ids: string[]
  custom: CustomValues
  snoozed_until: Date | null
  spam_at: Date | null
  /** Since when the customer waits for the team's next words. */
  unanswered_since: Date | null
  follower_ids: string[]
  mentioned_ids: string[]
  merged_into: string | null
  /** A message waits to be sent that a word of the customer would take back. */
  reply_cancels: boolean
  resolved_at: Date | null
  created_at: Date
  updated_at: Date
}

/** Columns a command may change; counters are the log's own. */
export type ConversationPatch = Partial<
  Pick<
    ConversationRow,
    | 'subject'
    | 'status'
    | 'department_id'
    | 'assignee_id'
    | 'assignment_epoch'
    | 'waiting_since'
    | 'handoff_reason'
    | 'last_message'
    | 'rating'
    | 'fields'
    | 'email'
    | 'draft_id'
    | 'draft_at'
    | 'resolved_at'
    | 'priority'
    | 'topic_id'
    | 'tag_ids'
    | 'custom'
    | 'snoozed_until'
    | 'spam_at'
    | 'unanswered_since'
    | 'follower_ids'
    | 'mentioned_ids'
    | 'merged_into'
    | 'reply_cancels'
  > & { accepted_at: Date; waited_seconds: number }
>

export interface EventRow {
  conversation_id: string
  seq: string
  pub_seq: string | null
  id: string
  type: LogEventType
  actor_kind: Actor['kind']
  actor_id: string | null
  actor_name: string
  cid: string | null
  data: unknown
  created_at: Date | string
}

export const EVENT_COLUMNS =
  'conversation_id, seq, pub_seq, id, type, actor_kind, actor_id, actor_name, cid, data, created_at'

/** The event in the numbers of a side; a visitor's caller must have left private rows out. */
export function toEvent(row: EventRow, side: Side): LogEvent {
  return {
    id: row.id,
    conversation_id: row.conversation_id,
    seq: Number(side === 'visitor' ? row.pub_seq : row.seq),
    type: row.type,
    at: new Date(row.created_at).toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    cid: row.cid,
    data: row.data,
  } as LogEvent
}
