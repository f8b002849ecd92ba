// How much of a kind a team may have, and each of its agents: one agent cannot use up everybody's.

import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'

export interface RoomAsked {
  table: 'tags' | 'topics' | 'conversation_fields' | 'canned_replies' | 'macros'
  /** Of the whole workspace. */
  most: number
  /** Of one agent, and the column that says whose each is. Administrators have room for the whole team's. */
  each?: { column: 'owner_id' | 'created_by'; most: number }
}

/** One after another in a workspace: so no two find the last place free. @throws Problem `limit-reached` */
export async function checkRoom(
  db: Pick<Database, 'query'>,
  { workspaceId, id, role }: Pick<AgentPrincipal, 'workspaceId' | 'id' | 'role'>,
  { table, most, each }: RoomAsked,
  transaction: Transaction,
): Promise<void> {
  await db.query('select id from workspaces where id = $1 for no key update', [workspaceId], transaction)
  const own = each ? `count(*) filter (where ${each.column} = $2)` : `count($2::uuid) * 0`
  const [row] = await db.query<{ held: number; own: number }>(
    `select count(*)::int as held, (${own})::int as own from ${table} where workspace_id = $1`,
    [workspaceId, id],
    transaction,
  )
  const { held, own: mine } = row!
  if (held >= most)
    throw new Problem('limit-reached', `The team has ${most}, which is all it may: remove one first.`)
  if (each && role === 'agent' && mine >= each.most)
    throw new Problem('limit-reached', `You have ${each.most}, which is all one agent may: remove one first.`)
}
