// Keys that a company's own admin page signs host tokens with. A secret is in the answer to its creation and is read
// by the verifier; nothing else gets to see it.

import { randomBytes } from 'node:crypto'
import type { ConsoleKey } from '../../sdk/protocol/team-admin.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'

/** Two while one takes the other's place; more for systems that share none. */
const MOST_ACTIVE = 5

interface KeyRow {
  id: string
  created_at: Date
  last_used_at: Date | null
}

const toKey = (row: KeyRow): ConsoleKey => ({
  id: row.id,
  created_at: row.created_at.toISOString(),
  last_used_at: row.last_used_at?.toISOString() ?? null,
})

export function createConsoleKeys({ db }: { db: Pick<Database, 'query' | 'transaction'> }) {
  return {
    /** Those that sign, newest first. */
    async list(workspaceId: string): Promise<ConsoleKey[]> {
      const rows = await db.query<KeyRow>(
        `select id, created_at, last_used_at from console_keys
          where workspace_id = $1 and revoked_at is null order by id desc`,
        [workspaceId],
      )
      return rows.map(toKey)
    },

    /** 256 random bits as text, of which the UTF-8 bytes are the key. @throws Problem `limit-reached` */
    async create(workspaceId: string, createdBy: string): Promise<{ key: ConsoleKey; secret: string }> {
      const secret = randomBytes(32).toString('base64url')
      return db.transaction(async (transaction) => {
        // One after another, or two would each see room for one more.
        await db.query('select id from workspaces where id = $1 for update', [workspaceId], transaction)
        const [row] = await db.query<KeyRow>(
          `insert into console_keys (id, workspace_id, secret, created_by)
           select $1, $2, $3, $4
            where (select count(*) from console_keys where workspace_id = $2 and revoked_at is null) < ${MOST_ACTIVE}
           returning id, created_at, last_used_at`,
          [uuidv7(), workspaceId, secret, createdBy],
          transaction,
        )
        if (!row) throw new Problem('limit-reached', 'Revoke one that is no longer used first.')
        return { key: toKey(row), secret }
      })
    },

    /** Signs for nobody from here on; its secret is gone. @throws Problem `key-not-found` */
    async revoke(workspaceId: string, id: string): Promise<void> {
      const rows = await db.query(
        `update console_keys set revoked_at = now(), secret = null
          where workspace_id = $1 and id = $2 and revoked_at is null returning id`,
        [workspaceId, id],
      )
      if (rows.length === 0) throw new Problem('key-not-found')
    },

    /** For the verifier alone. Asked each time, so that a revoked key is so at once, on every node. */
    async forVerifying(id: string): Promise<{ workspaceId: string; secret: string } | null> {
      const [row] = await db.query<{ workspace_id: string; secret: string }>(
        `select workspace_id, secret from console_keys
          where id = $1 and revoked_at is null and secret is not null`,
        [id],
      )
      return row ? { workspaceId: row.workspace_id, secret: row.secret } : null
    },

    /** Takes a token's id, once: false for one that was taken before. Counts as a use of the key. */
    async take(id: string, jti: string, expiresAt: Date): Promise<boolean> {
      const rows = await db.query(
        `with old as (
           delete from used_host_tokens where expires_at < now()
         ), used as (
           update console_keys set last_used_at = now()
            where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')
         )
         insert into used_host_tokens (key_id, jti, expires_at) values ($1, $2, $3)
         on conflict do nothing returning jti`,
        [id, jti, expiresAt.toISOString()],
      )
      return rows.length > 0
    },
  }
}

export type ConsoleKeys = ReturnType<typeof createConsoleKeys>
