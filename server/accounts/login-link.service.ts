// One-time links: the first administrator's way in, and the way back for who lost a password.

import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { hashToken, newToken } from '../platform/token.ts'
import { uuidv7 } from '../platform/uuid.ts'

const HALF_AN_HOUR = 30 * 60_000

export function createLoginLinks({ db }: { db: Pick<Database, 'query'> }) {
  return {
    /** The token to put into a link. @throws Problem `agent-not-found` */
    async create(agentId: string, { ttlMs = HALF_AN_HOUR }: { ttlMs?: number } = {}): Promise<string> {
      const token = newToken()
      const rows = await db.query(
        `insert into login_links (id, workspace_id, agent_id, token_hash, expires_at)
         select $1, workspace_id, id, $3, now() + $4 * interval '1 millisecond'
           from agents where id = $2 and disabled_at is null
         returning id`,
        [uuidv7(), agentId, hashToken(token), ttlMs],
      )
      if (rows.length === 0) throw new Problem('agent-not-found')
      return token
    },

    /** Who the link was made for; it works once. @throws Problem `link-used` */
    async redeem(token: string): Promise<{ workspaceId: string; agentId: string }> {
      const [row] = await db.query<{ workspace_id: string; agent_id: string }>(
        `update login_links l set used_at = now() from agents a
          where l.token_hash = $1 and l.used_at is null and l.expires_at > now()
            and a.id = l.agent_id and a.workspace_id = l.workspace_id and a.disabled_at is null
         returning l.workspace_id, l.agent_id`,
        [hashToken(token)],
      )
      if (!row) throw new Problem('link-used', 'Ask for a new link.')
      return { workspaceId: row.workspace_id, agentId: row.agent_id }
    },
  }
}

export type LoginLinks = ReturnType<typeof createLoginLinks>
