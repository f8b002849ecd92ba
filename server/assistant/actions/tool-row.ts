// Rows of an owner's tools as PostgreSQL returns them, and how they become the protocol's tools: without secrets.

import type { ActionApproval } from '../../../sdk/protocol/assistant-event.ts'
import type { BoundValue, Tool, ToolEffect, ToolParameters } from '../../../sdk/protocol/tool.ts'

export interface ToolRow {
  id: string
  site_id: string
  name: string
  title: string
  description: string
  explanation: string
  parameters: ToolParameters
  bound: Record<string, BoundValue>
  effect: ToolEffect
  approval: ActionApproval
  requires_verified: boolean
  endpoint: string
  enabled: boolean
  previous_until: Date | null
  created_at: Date
  updated_at: Date
}

export const TOOL_COLUMNS = `id, site_id, name, title, description, explanation, parameters, bound, effect, approval,
  requires_verified, endpoint, enabled, case when previous_until > now() then previous_until end as previous_until,
  created_at, updated_at`

export const toTool = ({
  site_id: _site,
  previous_until,
  created_at,
  updated_at,
  ...same
}: ToolRow): Tool => ({
  ...same,
  previous_secret_until: previous_until?.toISOString() ?? null,
  created_at: created_at.toISOString(),
  updated_at: updated_at.toISOString(),
})
