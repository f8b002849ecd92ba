// Departments as administrators see and change them: names, order, who is in them.

import type { AdminDepartment } from '../../sdk/protocol/team-admin.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'

export interface DepartmentChange {
  name?: string | undefined
  agent_ids?: readonly string[] | undefined
  position?: number | undefined
}

export interface DepartmentAdminDeps {
  db: Pick<Database, 'query' | 'transaction'>
  /** Open conversations of each department. */
  loads: (workspaceId: string) => Promise<ReadonlyMap<string, number>>
  /** What else becomes of what it had; in the same transaction. */
  onRemoved: (workspaceId: string, id: string, transaction: Transaction) => Promise<void>
}

const MOST = 200

export function createDepartmentAdmin({ db, loads, onRemoved }: DepartmentAdminDeps) {
  async function read(workspaceId: string, id?: string): Promise<AdminDepartment[]> {
    const [rows, load] = await Promise.all([
      db.query<Omit<AdminDepartment, 'open_conversations'>>(
        `select d.id, d.name, d.position,
                array(select m.agent_id from department_members m join agents a on a.id = m.agent_id
                       where m.department_id = d.id and a.disabled_at is null order by 1) as agent_ids
           from departments d
          where d.workspace_id = $1 and ($2::uuid is null or d.id = $2) order by d.position, d.name`,
        [workspaceId, id ?? null],
      ),
      loads(workspaceId),
    ])
    return rows.map((row) => ({ ...row, open_conversations: load.get(row.id) ?? 0 }))
  }

  /** @throws Problem `department-not-found` */
  async function get(workspaceId: string, id: string): Promise<AdminDepartment> {
    const [department] = await read(workspaceId, id)
    if (!department) throw new Problem('department-not-found')
    return department
  }

  /** Names are compared as people read them; one writer at a time. @throws Problem `name-taken` */
  async function checkName(workspaceId: string, name: string, own: string | null, transaction: Transaction) {
    await db.query('select id from workspaces where id = $1 for update', [workspaceId], transaction)
    const taken = await db.query(
      'select id from departments where workspace_id = $1 and lower(name) = lower($2) and id is distinct from $3',
      [workspaceId, name, own],
      transaction,
    )
    if (taken.length > 0) throw new Problem('name-taken', 'Another department has this name.')
  }

  /** Exactly these. @throws Problem `agent-not-found` */
  async function setMembers(
    workspaceId: string,
    id: string,
    agentIds: readonly string[],
    transaction: Transaction,
  ): Promise<void> {
    const wanted = [...new Set(agentIds)]
    // Who is disabled stays in it, unseen, and is there again when they come back.
    await db.query(
      `delete from department_members m using agents a
        where m.workspace_id = $1 and m.department_id = $2 and a.id = m.agent_id
          and (a.disabled_at is null or a.id = any($3::uuid[]))`,
      [workspaceId, id, wanted],
      transaction,
    )
    const rows = await db.query(
      `insert into department_members (workspace_id, department_id, agent_id)
       select workspace_id, $2, id from agents where workspace_id = $1 and id = any($3::uuid[]) returning agent_id`,
      [workspaceId, id, wanted],
      transaction,
    )
    if (rows.length < wanted.length) throw new Problem('agent-not-found')
  }

  return {
    list: (workspaceId: string): Promise<AdminDepartment[]> => read(workspaceId),

    /** Last in order, unless it is told where. @throws Problem `name-taken`, `limit-reached`, `agent-not-found` */
    async create(workspaceId: string, input: DepartmentChange & { name: string }): Promise<AdminDepartment> {
      const { name, agent_ids: agentIds = [], position = null } = input
      const id = uuidv7()
      await db.transaction(async (transaction) => {
        await checkName(workspaceId, name, null, transaction)
        const rows = await db.query(
          `insert into departments (id, workspace_id, name, position)
           select $1, $2, $3, coalesce($4::int, max(position) + 1, 0) from departments where workspace_id = $2
           having count(*) < ${MOST} returning id`,
          [id, workspaceId, name, position],
          transaction,
        )
        if (rows.length === 0) throw new Problem('limit-reached')
        await setMembers(workspaceId, id, agentIds, transaction)
      })
      return get(workspaceId, id)
    },

    /** @throws Problem `department-not-found`, `name-taken`, `agent-not-found` */
    async change(workspaceId: string, id: string, change: DepartmentChange): Promise<AdminDepartment> {
      const { name, agent_ids: agentIds, position } = change
      await db.transaction(async (transaction) => {
        if (name !== undefined) await checkName(workspaceId, name, id, transaction)
        const rows = await db.query(
          `update departments set name = coalesce($3, name), position = coalesce($4::int, position)
            where workspace_id = $1 and id = $2 returning id`,
          [workspaceId, id, name ?? null, position ?? null],
          transaction,
        )
        if (rows.length === 0) throw new Problem('department-not-found')
        if (agentIds) await setMembers(workspaceId, id, agentIds, transaction)
      })
      return get(workspaceId, id)
    },

    /** Its conversations and topics are in none from here on. @throws Problem `department-not-found` */
    remove: (workspaceId: string, id: string): Promise<{ name: string }> =>
      db.transaction(async (transaction) => {
        const [row] = await db.query<{ name: string }>(
          'delete from departments where workspace_id = $1 and id = $2 returning name',
          [workspaceId, id],
          transaction,
        )
        if (!row) throw new Problem('department-not-found')
        await onRemoved(workspaceId, id, transaction)
        return row
      }),
  }
}

export type DepartmentAdmin = ReturnType<typeof createDepartmentAdmin>
