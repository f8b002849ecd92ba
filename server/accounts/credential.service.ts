// Passwords of agents as rows: who may sign in with which hash. Knows neither cookies nor sessions.

import type { Database } from '../platform/database/database.ts'
import type { Passwords } from './password.ts'

interface CredentialRow {
  id: string
  password_hash: string | null
}

export function createCredentials({ db, passwords }: { db: Pick<Database, 'query'>; passwords: Passwords }) {
  return {
    /** The agent with this e-mail and password. An unknown e-mail takes as long as a wrong password. */
    async check(
      workspaceId: string,
      email: string,
      password: string,
    ): Promise<{ agentId: string | null; matches: boolean }> {
      const [row] = await db.query<CredentialRow>(
        `select id, password_hash from agents
          where workspace_id = $1 and lower(email) = lower($2) and kind = 'human' and disabled_at is null`,
        [workspaceId, email],
      )
      const matches = await passwords.verify(row?.password_hash ?? null, password)
      return { agentId: row?.id ?? null, matches }
    },

    async hasPassword(workspaceId: string, agentId: string): Promise<boolean> {
      const [row] = await db.query<{ has: boolean }>(
        'select password_hash is not null as has from agents where workspace_id = $1 and id = $2',
        [workspaceId, agentId],
      )
      return row?.has ?? false
    },

    /** An e-mail is taken only by who has none: changing one is another matter. */
    async set(workspaceId: string, agentId: string, password: string, email?: string): Promise<void> {
      const hash = await passwords.hash(password)
      await db.query(
        `update agents set password_hash = $3, email = coalesce(email, $4)
          where workspace_id = $1 and id = $2 returning id`,
        [workspaceId, agentId, hash, email ?? null],
      )
    },
  }
}

export type Credentials = ReturnType<typeof createCredentials>
