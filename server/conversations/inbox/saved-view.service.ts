// Saved views: a filter and an order under a name, one's own or the whole team's.

import {
  type InboxSort,
  type SavedView,
  TRIAGE_LIMITS,
  WriteSavedView,
} from '../../../sdk/protocol/triage.ts'
import type { Audit } from '../../accounts/audit.service.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { ParsedFilter } from './inbox-filter.ts'

type Row = Omit<SavedView, 'filter'> & { filter: ParsedFilter; sort: InboxSort }

const COLUMNS = 'id, name, shared, owner_id, filter, sort, position'
const LOCK = `select pg_advisory_xact_lock(hashtext('saved_views'), hashtext($1)) is null as locked`

export interface SavedViewDeps {
  db: Database
  audit: Pick<Audit, 'record'>
}

export function createSavedViews({ db, audit }: SavedViewDeps) {
  /** What an agent sees: the team's, and their own. */
  const list = ({ workspaceId, id }: AgentPrincipal, transaction?: Transaction): Promise<Row[]> =>
    db.query<Row>(
      `select ${COLUMNS} from saved_views where workspace_id = $1 and (shared or owner_id = $2)
        order by position, lower(name), id`,
      [workspaceId, id],
      transaction,
    )

  /** @throws Problem `view-not-found` for what the agent does not see, `forbidden` for what is another's */
  async function ownedBy(agent: AgentPrincipal, viewId: string, transaction: Transaction): Promise<Row> {
    const [row] = await db.query<Row>(
      `select ${COLUMNS} from saved_views
        where workspace_id = $1 and id = $2 and (shared or owner_id = $3) for update`,
      [agent.workspaceId, viewId, agent.id],
      transaction,
    )
    if (!row) throw new Problem('view-not-found')
    if (row.owner_id !== agent.id && agent.role === 'agent')
      throw new Problem('forbidden', 'A shared view is changed by who made it, or by an administrator.')
    return row
  }

  async function record(
    agent: AgentPrincipal,
    action: 'view.shared' | 'view.changed' | 'view.removed',
    { id, name }: Row,
    transaction: Transaction,
  ): Promise<void> {
    const { workspaceId, id: agentId } = agent
    await audit.record({ workspaceId, agentId, action, data: { view_id: id, name } }, transaction)
  }

  return {
    list,

    /** @throws Problem `invalid-request`, `limit-reached` */
    create: (agent: AgentPrincipal, input: unknown): Promise<SavedView> =>
      db.transaction(async (transaction) => {
        const view = parse(WriteSavedView, input)
        // Two at once are counted one after the other.
        await db.query(LOCK, [agent.workspaceId], transaction)
        const seen = await list(agent, transaction)
        if (seen.length >= TRIAGE_LIMITS.savedViews)
          throw new Problem('limit-reached', 'There are as many views as may be: remove one first.')
        const own = seen.filter(({ owner_id }) => owner_id === agent.id).length
        if (agent.role === 'agent' && own >= TRIAGE_LIMITS.each.savedViews)
          throw new Problem('limit-reached', `You have ${own}, which is all one agent may: remove one first.`)
        const position =
          view.position ?? Math.min(1000, Math.max(-1, ...seen.map((each) => each.position)) + 1)
        const [row] = await db.query<Row>(
          `insert into saved_views (id, workspace_id, owner_id, name, shared, filter, sort, position)
           values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8) returning ${COLUMNS}`,
          [
            uuidv7(),
            agent.workspaceId,
            agent.id,
            view.name,
            view.shared,
            JSON.stringify(view.filter),
            view.sort,
            position,
          ],
          transaction,
        )
        if (row!.shared) await record(agent, 'view.shared', row!, transaction)
        return row!
      }),

    /** What the input leaves out stays. @throws Problem `view-not-found`, `forbidden`, `invalid-request` */
    change: (agent: AgentPrincipal, viewId: string, input: object): Promise<SavedView> =>
      db.transaction(async (transaction) => {
        const before = await ownedBy(agent, viewId, transaction)
        const { name, shared, filter, sort, position } = before
        const view = parse(WriteSavedView, { name, shared, filter, sort, position, ...input })
        const [row] = await db.query<Row>(
          `update saved_views set name = $3, shared = $4, filter = $5::jsonb, sort = $6, position = $7
            where workspace_id = $1 and id = $2 returning ${COLUMNS}`,
          [
            agent.workspaceId,
            viewId,
            view.name,
            view.shared,
            JSON.stringify(view.filter),
            view.sort,
            view.position,
          ],
          transaction,
        )
        if (before.shared || row!.shared)
          await record(agent, before.shared ? 'view.changed' : 'view.shared', row!, transaction)
        return row!
      }),

    /** @throws Problem `view-not-found`, `forbidden` */
    remove: (agent: AgentPrincipal, viewId: string): Promise<void> =>
      db.transaction(async (transaction) => {
        const row = await ownedBy(agent, viewId, transaction)
        await db.query(
          'delete from saved_views where workspace_id = $1 and id = $2 returning id',
          [agent.workspaceId, viewId],
          transaction,
        )
        if (row.shared) await record(agent, 'view.removed', row, transaction)
      }),
  }
}

export type SavedViews = ReturnType<typeof createSavedViews>
