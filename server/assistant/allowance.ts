// The day's budget of a site, counted in the database, so that all nodes spend from one purse. Tokens are reserved before
// a model is asked and settled after: what several conversations ask at once cannot overdraw it.

import type { Database } from '../platform/database/database.ts'

export interface Reservation {
  /** Gives back what was not used, or takes what was used beyond. */
  settle(used: { tokens: number }): Promise<void>
}

/** What the core needs of it. */
export interface Allowance {
  /** Null when the day's tokens would not suffice. */
  reserve(
    site: { workspaceId: string; siteId: string },
    tokens: number,
    limit: number,
  ): Promise<Reservation | null>
}

export function createAllowance({ db }: { db: Pick<Database, 'query'> }) {
  const today = `(now() at time zone 'utc')::date`

  return {
    async reserve({ workspaceId, siteId }, tokens, limit) {
      if (tokens > limit) return null
      const [row] = await db.query<{ day: string }>(
        `insert into assistant_usage as u (workspace_id, site_id, day, tokens) values ($1, $2, ${today}, $3)
           on conflict (workspace_id, site_id, day) do update set tokens = u.tokens + $3
           where u.tokens + $3 <= $4
         returning day::text`,
        [workspaceId, siteId, tokens, limit],
      )
      if (!row) return null
      return {
        async settle(used) {
          await db.query(
            `update assistant_usage set tokens = greatest(0, tokens + $4)
              where workspace_id = $1 and site_id = $2 and day = $3::date returning day`,
            [workspaceId, siteId, row.day, used.tokens - tokens],
          )
        },
      }
    },

    /** One more reply of the site's today; false when there is none left. */
    async takeReply(
      { workspaceId, siteId }: { workspaceId: string; siteId: string },
      limit: number,
    ): Promise<boolean> {
      if (limit < 1) return false
      const rows = await db.query(
        `insert into assistant_usage as u (workspace_id, site_id, day, replies) values ($1, $2, ${today}, 1)
           on conflict (workspace_id, site_id, day) do update set replies = u.replies + 1 where u.replies < $3
         returning day`,
        [workspaceId, siteId, limit],
      )
      return rows.length > 0
    },

    async repliesToday({ workspaceId, siteId }: { workspaceId: string; siteId: string }): Promise<number> {
      const [row] = await db.query<{ replies: number }>(
        `select replies from assistant_usage where workspace_id = $1 and site_id = $2 and day = ${today}`,
        [workspaceId, siteId],
      )
      return row?.replies ?? 0
    },
  } satisfies Allowance & Record<string, unknown>
}

export type SiteAllowance = ReturnType<typeof createAllowance>
