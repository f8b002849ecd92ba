// How an agent wants the console: kept as a whole, validated as a whole, the same on every device.

import { AgentPreferences } from '../../sdk/protocol/notification.ts'
import type { Database } from '../platform/database/database.ts'

export function createPreferences({ db }: { db: Pick<Database, 'query'> }) {
  /** What was kept before a field existed has its default; what no longer fits is as if it was never said. */
  const whole = (kept: unknown): AgentPreferences => {
    const parsed = AgentPreferences.safeParse(kept ?? {})
    return parsed.success ? parsed.data : AgentPreferences.parse({})
  }

  return {
    async get(workspaceId: string, agentId: string): Promise<AgentPreferences> {
      const [row] = await db.query<{ preferences: unknown }>(
        'select preferences from agent_preferences where workspace_id = $1 and agent_id = $2',
        [workspaceId, agentId],
      )
      return whole(row?.preferences)
    },

    async put(workspaceId: string, agentId: string, preferences: AgentPreferences): Promise<void> {
      await db.query(
        `insert into agent_preferences (agent_id, workspace_id, preferences) values ($2, $1, $3::jsonb)
             on conflict (agent_id) do update set preferences = excluded.preferences, updated_at = now()
         returning agent_id`,
        [workspaceId, agentId, JSON.stringify(preferences)],
      )
    },
  }
}

export type Preferences = ReturnType<typeof createPreferences>
