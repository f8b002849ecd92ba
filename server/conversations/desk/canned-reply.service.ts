// Replies written once: an agent's own, or the team's. Who may change one: its owner, and for shared ones an administrator.

import type * as z from 'zod'
import type { CannedReply, WriteCannedReply } from '../../../sdk/protocol/desk-tools.ts'
import { TRIAGE_LIMITS } from '../../../sdk/protocol/triage.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database } from '../../platform/database/database.ts'
import { isUniqueViolation } from '../../platform/database/unique-violation.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { checkRoom } from './room-left.ts'

type Written = z.output<typeof WriteCannedReply>

interface Row extends Omit<CannedReply, 'updated_at'> {
  updated_at: Date
}
const COLUMNS = 'id, shortcut, title, body, shared, owner_id, used, updated_at'
const shown = (row: Row): CannedReply => ({ ...row, updated_at: row.updated_at.toISOString() })

/** Whether the agent may change or take away what somebody owns. @throws Problem `forbidden` */
export function checkOwner(
  agent: AgentPrincipal,
  { owner_id, shared }: { owner_id: string; shared: boolean },
): void {
  if (owner_id !== agent.id && !(shared && agent.role !== 'agent'))
    throw new Problem('forbidden', 'It belongs to somebody else.')
}

export function createCannedReplies({ db }: { db: Pick<Database, 'query' | 'transaction'> }) {
  /** What is somebody else's own does not exist. */
  async function get(agent: AgentPrincipal, id: string): Promise<Row> {
    const [row] = await db.query<Row>(
      `select ${COLUMNS} from canned_replies where workspace_id = $1 and id = $2 and (shared or owner_id = $3)`,
      [agent.workspaceId, id, agent.id],
    )
    if (!row) throw new Problem('canned-reply-not-found')
    return row
  }

  async function unique(run: () => Promise<Row[]>): Promise<CannedReply> {
    try {
      const [row] = await run()
      return shown(row!)
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw new Problem('name-taken', 'Another one has this shortcut.', {
        errors: [{ pointer: '/shortcut', detail: 'Another one has this shortcut.' }],
      })
    }
  }

  return {
    async list(agent: AgentPrincipal): Promise<CannedReply[]> {
      const rows = await db.query<Row>(
        `select ${COLUMNS} from canned_replies where workspace_id = $1 and (shared or owner_id = $2)
          order by shortcut, id limit ${TRIAGE_LIMITS.cannedReplies}`,
        [agent.workspaceId, agent.id],
      )
      return rows.map(shown)
    },

    /** @throws Problem `name-taken`, `limit-reached` */
    create: (agent: AgentPrincipal, { shortcut, title, body, shared }: Written): Promise<CannedReply> =>
      unique(() =>
        db.transaction(async (transaction) => {
          const each = { column: 'owner_id', most: TRIAGE_LIMITS.each.cannedReplies } as const
          const asked = { table: 'canned_replies', most: TRIAGE_LIMITS.cannedReplies, each } as const
          await checkRoom(db, agent, asked, transaction)
          return db.query<Row>(
            `insert into canned_replies (id, workspace_id, owner_id, shortcut, title, body, shared)
             values ($1, $2, $3, $4, $5, $6, $7) returning ${COLUMNS}`,
            [uuidv7(), agent.workspaceId, agent.id, shortcut, title, body, shared],
            transaction,
          )
        }),
      ),

    /** @throws Problem `canned-reply-not-found`, `forbidden`, `name-taken` */
    async change(agent: AgentPrincipal, id: string, change: Partial<Written>) {
      const before = await get(agent, id)
      checkOwner(agent, before)
      const { shortcut, title, body, shared } = { ...before, ...change }
      const after = await unique(() =>
        db.query<Row>(
          `update canned_replies set shortcut = $3, title = $4, body = $5, shared = $6, updated_at = now()
            where workspace_id = $1 and id = $2 returning ${COLUMNS}`,
          [agent.workspaceId, id, shortcut, title, body, shared],
        ),
      )
      return { before: shown(before), after }
    },

    /** @throws Problem `canned-reply-not-found`, `forbidden` */
    async remove(agent: AgentPrincipal, id: string): Promise<CannedReply> {
      const before = await get(agent, id)
      checkOwner(agent, before)
      await db.query('delete from canned_replies where workspace_id = $1 and id = $2 returning id', [
        agent.workspaceId,
        id,
      ])
      return shown(before)
    },

    /** @throws Problem `canned-reply-not-found` */
    async used(agent: AgentPrincipal, id: string): Promise<void> {
      await get(agent, id)
      await db.query(
        'update canned_replies set used = used + 1 where workspace_id = $1 and id = $2 returning id',
        [agent.workspaceId, id],
      )
    },
  }
}

export type CannedReplies = ReturnType<typeof createCannedReplies>
