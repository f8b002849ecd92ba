// Several actions at a click: an agent's own, or the team's.

import type * as z from 'zod'
import type { DeskAction, Macro, MacroRun, RunMacro, WriteMacro } from '../../../sdk/protocol/desk-tools.ts'
import { TRIAGE_LIMITS } from '../../../sdk/protocol/triage.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { checkOwner } from './canned-reply.service.ts'
import type { DeskActions } from './desk-actions.ts'
import { checkRoom } from './room-left.ts'

type Written = z.output<typeof WriteMacro>
type Row = Omit<Macro, 'actions'> & { actions: z.output<typeof DeskAction>[] }

const COLUMNS = 'id, name, shared, owner_id, actions, used'

export function createMacros({
  db,
  deskActions,
}: {
  db: Pick<Database, 'query' | 'transaction'>
  deskActions: Pick<DeskActions, 'run'>
}) {
  /** What is somebody else's own does not exist. @throws Problem `macro-not-found` */
  async function get(agent: AgentPrincipal, id: string): Promise<Row> {
    const [row] = await db.query<Row>(
      `select ${COLUMNS} from macros where workspace_id = $1 and id = $2 and (shared or owner_id = $3)`,
      [agent.workspaceId, id, agent.id],
    )
    if (!row) throw new Problem('macro-not-found')
    return row
  }

  return {
    get,

    list: (agent: AgentPrincipal): Promise<Row[]> =>
      db.query<Row>(
        `select ${COLUMNS} from macros where workspace_id = $1 and (shared or owner_id = $2)
          order by lower(name), id limit ${TRIAGE_LIMITS.macros}`,
        [agent.workspaceId, agent.id],
      ),

    /** @throws Problem `limit-reached` */
    create: (agent: AgentPrincipal, { name, shared, actions }: Written): Promise<Row> =>
      db.transaction(async (transaction) => {
        const each = { column: 'owner_id', most: TRIAGE_LIMITS.each.macros } as const
        await checkRoom(db, agent, { table: 'macros', most: TRIAGE_LIMITS.macros, each }, transaction)
        const [row] = await db.query<Row>(
          `insert into macros (id, workspace_id, owner_id, name, shared, actions)
           values ($1, $2, $3, $4, $5, $6::jsonb) returning ${COLUMNS}`,
          [uuidv7(), agent.workspaceId, agent.id, name, shared, JSON.stringify(actions)],
          transaction,
        )
        return row!
      }),

    /** @throws Problem `macro-not-found`, `forbidden` */
    async change(agent: AgentPrincipal, id: string, change: Partial<Written>) {
      const before = await get(agent, id)
      checkOwner(agent, before)
      const { name, shared, actions } = { ...before, ...change }
      const [after] = await db.query<Row>(
        `update macros set name = $3, shared = $4, actions = $5::jsonb
          where workspace_id = $1 and id = $2 returning ${COLUMNS}`,
        [agent.workspaceId, id, name, shared, JSON.stringify(actions)],
      )
      if (!after) throw new Problem('macro-not-found')
      return { before, after }
    },

    /** @throws Problem `macro-not-found`, `forbidden` */
    async remove(agent: AgentPrincipal, id: string): Promise<Row> {
      const before = await get(agent, id)
      checkOwner(agent, before)
      await db.query('delete from macros where workspace_id = $1 and id = $2 returning id', [
        agent.workspaceId,
        id,
      ])
      return before
    },

    /** One after another; the first that fails is named, and those behind it are left. */
    async run(
      agent: AgentPrincipal,
      id: string,
      { conversation_id, cid }: z.output<typeof RunMacro>,
    ): Promise<z.output<typeof MacroRun>> {
      const { actions } = await get(agent, id)
      const results = await deskActions.run(agent, conversation_id, actions, `${cid} ${id}`)
      await db.query('update macros set used = used + 1 where workspace_id = $1 and id = $2 returning id', [
        agent.workspaceId,
        id,
      ])
      return { results }
    },
  }
}

export type Macros = ReturnType<typeof createMacros>
