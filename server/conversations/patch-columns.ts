// The PostgreSQL type of every column a command may change, to read it back out of the patch's JSON.

import type { ConversationPatch } from './conversation-row.ts'

export const PATCH_TYPES = {
  subject: 'text',
  status: 'text',
  department_id: 'uuid',
  assignee_id: 'uuid',
  assignment_epoch: 'integer',
  waiting_since: 'timestamptz',
  handoff_reason: 'text',
  last_message: 'jsonb',
  rating: 'jsonb',
  fields: 'jsonb',
  email: 'text',
  draft_id: 'uuid',
  draft_at: 'timestamptz',
  resolved_at: 'timestamptz',
  priority: 'text',
  topic_id: 'uuid',
  tag_ids: 'uuid[]',
  custom: 'jsonb',
  snoozed_until: 'timestamptz',
  spam_at: 'timestamptz',
  unanswered_since: 'timestamptz',
  follower_ids: 'uuid[]',
  mentioned_ids: 'uuid[]',
  merged_into: 'uuid',
  accepted_at: 'timestamptz',
  waited_seconds: 'integer',
} as const satisfies Record<keyof Required<ConversationPatch>, string>
