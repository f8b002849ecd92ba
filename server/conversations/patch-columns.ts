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
  reply_cancels: 'boolean',
  accepted_at: 'timestamptz',
  waited_seconds: 'integer',
} as const satisfies Record<keyof Required<ConversationPatch>, string>

/** SQL for the column's value in the patch `p.patch`. */
export const readBack = (name: keyof ConversationPatch): string =>
  PATCH_TYPES[name] === 'uuid[]'
    ? `array(select jsonb_array_elements_text(p.patch->'${name}'))::uuid[]`
    : `(p.patch->>'${name}')::${PATCH_TYPES[name]}`
