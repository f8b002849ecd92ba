// API keys: secrets of servers, each acting as the agent it names. A key is a session that lasts (session.service.ts
// checks and ends it); of the secret only the digest is kept.

import { type ApiKey, TEAM_LIMITS } from '../../sdk/protocol/team-admin.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { hashToken, newToken } from '../platform/token.ts'
import { uuidv7 } from '../platform/uuid.ts'

const PREFIX = 'dbk_'
/** Of the secret: enough to tell keys apart, far from enough to guess one. */
const HINT_LETTERS = 8

interface KeyRow {
  id: string
  name: string
  agent_id: string
  agent_name: string
  hint: string
  created_at: Date
  expires_at: Date | null
  last_used_at: Date | null
}

const KEY = `
  select s.id, s.name, s.agent_id, a.name as agent_name, s.hint, s.created_at,
         case when isfinite(s.expires_at) then s.expires_at end as expires_at,
         -- As old as the key itself: not used yet.
         case when s.last_seen_at > s.created_at then s.last_seen_at end as last_used_at
    from agent_sessions s join agents a on a.id = s.agent_id and a.workspace_id = s.workspace_id
   where s.workspace_id = $1 and s.kind = 'api_key'`

const toKey = (row: KeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  agent: { id: row.agent_id, name: row.agent_name },
  hint: row.hint,
  created_at: row.created_at.toISOString(),
  expires_at: row.expires_at?.toISOString() ?? null,
  last_used_at: row.last_used_at?.toISOString() ?? null,
})

export interface ApiKeysDeps {
  db: Pick<Database, 'query' | 'transaction'>
  bus: Pick<Bus, 'emit'>
}

export function createApiKeys({ db, bus }: ApiKeysDeps) {
  return {
    /** Newest first; those that have run out too, until somebody removes them. */
    async list(workspaceId: string): Promise<ApiKey[]> {
      const rows = await db.query<KeyRow>(`${KEY} order by s.id desc`, [workspaceId])
      return rows.map(toKey)
    },

    /** The secret is told this once. @throws Problem `agent-not-found`, `limit-reached` */
    async create(
      workspaceId: string,
      { name, agentId, expiresAt }: { name: string; agentId: string; expiresAt: string | null },
    ): Promise<{ key: ApiKey; secret: string }> {
      const secret = PREFIX + newToken()
      const id = uuidv7()
      const make = async (transaction: Transaction) => {
        // One after another, or two would each see room for one more.
        await db.query(
          'select id from workspaces where id = $1 for no key update',
          [workspaceId],
          transaction,
        )
        return db.query<{ count: number; made: string | null }>(
          `with had as (
           select count(*)::int as count from agent_sessions where workspace_id = $2 and kind = 'api_key'
         ), made as (
           -- Never used: seen a moment before it was made, so that the first use is told at once.
           insert into agent_sessions
             (id, workspace_id, agent_id, token_hash, kind, name, hint, expires_at, last_seen_at)
           select $1, $2, a.id, $4, 'api_key', $5, $6, coalesce($7::timestamptz, 'infinity'),
                  now() - interval '1 hour'
             from agents a, had
            where a.workspace_id = $2 and a.id = $3 and a.disabled_at is null and a.kind <> 'ai'
              and had.count < ${TEAM_LIMITS.apiKeys}
           returning id
         )
         select had.count, made.id as made from had left join made on true`,
          [id, workspaceId, agentId, hashToken(secret), name, secret.slice(0, HINT_LETTERS), expiresAt],
          transaction,
        )
      }
      const [found] = await db.transaction(make)
      if (!found?.made)
        throw found && found.count >= TEAM_LIMITS.apiKeys
          ? new Problem('limit-reached', 'Revoke a key that is no longer used first.')
          : new Problem('agent-not-found')
      const [row] = await db.query<KeyRow>(`${KEY} and s.id = $2`, [workspaceId, id])
      return { key: toKey(row!), secret }
    },

    /** At once, its sockets too. @throws Problem `key-not-found` */
    async revoke(workspaceId: string, id: string): Promise<{ name: string; agentId: string }> {
      const [row] = await db.query<{ name: string; agent_id: string }>(
        `delete from agent_sessions where workspace_id = $1 and id = $2 and kind = 'api_key'
         returning name, agent_id`,
        [workspaceId, id],
      )
      if (!row) throw new Problem('key-not-found')
      const { name, agent_id: agentId } = row
      bus.emit('session.revoked', { workspaceId, agentId, sessionId: id, reason: 'signed_out' })
      return { name, agentId }
    },
  }
}

export type ApiKeys = ReturnType<typeof createApiKeys>
