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
  accepted_at: 'timestamptz',
  waited_seconds: 'integer',
} as const satisfies Record<keyof Required<ConversationPatch>, string>
