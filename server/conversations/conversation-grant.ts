// Bearer secrets that open one conversation without a session: a ticket after a mailed code, a chat of a client that keeps
// nothing else. Shown once, to the customer; only digests are stored.

import type { Database } from '../platform/database/database.ts'
import { hashToken, newToken } from '../platform/token.ts'
import { uuidv7 } from '../platform/uuid.ts'

export type GrantKind = 'ticket' | 'chat'

export interface Grant {
  token: string
  /** ISO 8601. */
  expires_at: string
}

export const createGrants = ({ db }: { db: Pick<Database, 'query'> }) => ({
  async issue(
    at: { workspaceId: string; conversationId: string },
    kind: GrantKind,
    seconds: number,
  ): Promise<Grant> {
    const token = newToken()
    const [row] = await db.query<{ expires_at: Date }>(
      `with old as (
         delete from conversation_grants
          where conversation_id = $3 and workspace_id = $2 and expires_at < now())
       insert into conversation_grants (id, workspace_id, conversation_id, kind, token_hash, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6::int)) returning expires_at`,
      [uuidv7(), at.workspaceId, at.conversationId, kind, hashToken(token), seconds],
    )
    return { token, expires_at: row!.expires_at.toISOString() }
  },

  /** The conversation of this site a secret opens; null for a dead or unknown one. */
  async open(
    site: { id: string; workspaceId: string },
    kind: GrantKind,
    token: string,
  ): Promise<string | null> {
    const [row] = await db.query<{ conversation_id: string }>(
      `select g.conversation_id from conversation_grants g join conversations c on c.id = g.conversation_id
        where g.token_hash = $1 and g.workspace_id = $2 and c.site_id = $3 and g.kind = $4 and g.expires_at > now()`,
      [hashToken(token), site.workspaceId, site.id, kind],
    )
    return row?.conversation_id ?? null
  },
})

export type Grants = ReturnType<typeof createGrants>
