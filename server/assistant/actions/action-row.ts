// A call of a tool as its row says. The row is the lock: whatever happens to a call happens to it first.

import type { ActionApproval } from '../../../sdk/protocol/assistant-event.ts'
import type { ToolEffect } from '../../../sdk/protocol/tool.ts'

export type ActionState =
  | 'pending'
  | 'approved'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'declined'
  | 'expired'
  | 'unknown'

export interface ActionRow {
  id: string
  workspace_id: string
  site_id: string
  conversation_id: string
  tool_id: string | null
  session_id: string | null
  name: string
  side: 'server' | 'page'
  effect: ToolEffect
  approval: ActionApproval
  epoch: number
  input: Record<string, unknown>
  state: ActionState
  expires_at: Date
  is_late: boolean
}

export const ACTION_COLUMNS = `id, workspace_id, site_id, conversation_id, tool_id, session_id, name, side, effect,
  approval, epoch, input, state, expires_at, expires_at <= now() as is_late`
