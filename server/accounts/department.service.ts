// Departments and who is in them.

import type { Department } from '../../sdk/protocol/agent.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'

export function createDepartments({ db }: { db: Pick<Database, 'query'> }) {
  return {
    /** In the order their owner gave them. */
    list: (workspaceId: string): Promise<Department[]> =>
      db.query<Department>(
        'select id, name from departments where workspace_id = $1 order by position, name',
        [workspaceId],
      ),

    /** @throws Problem `department-not-found` */
    async get(workspaceId: string, departmentId: string): Promise<Department> {
      const [row] = await db.query<Department>(
        'select id, name from departments where workspace_id = $1 and id = $2',
        [workspaceId, departmentId],
      )
      if (!row) throw new Problem('department-not-found')
      return row
    },

    /** Repeating a name returns the department that has it. */
    async create(
      { workspaceId, name, position = 0 }: { workspaceId: string; name: string; position?: number },
      transaction?: Transaction,
    ): Promise<Department> {
      const [row] = await db.query<Department>(
        `with made as (
           insert into departments (id, workspace_id, name, position) values ($1, $2, $3, $4)
           on conflict (workspace_id, name) do nothing returning id, name
         )
         select id, name from made union all
         select id, name from departments where workspace_id = $2 and name = $3 limit 1`,
        [uuidv7(), workspaceId, name, position],
        transaction,
      )
      return row!
    },

    /** @throws Problem `department-not-found` when either is not of this workspace */
    async addMember(
      { workspaceId, departmentId, agentId }: { workspaceId: string; departmentId: string; agentId: string },
      transaction?: Transaction,
    ): Promise<void> {
      const rows = await db.query(
        `insert into department_members (workspace_id, department_id, agent_id)
         select d.workspace_id, d.id, a.id from departments d join agents a using (workspace_id)
          where d.workspace_id = $1 and d.id = $2 and a.id = $3
         on conflict (department_id, agent_id) do update set workspace_id = excluded.workspace_id
         returning agent_id`,
        [workspaceId, departmentId, agentId],
        transaction,
      )
      if (rows.length === 0) throw new Problem('department-not-found')
    },

    /** Ids of the agents in it who are not disabled. */
    async members(workspaceId: string, departmentId: string): Promise<string[]> {
      const rows = await db.query<{ agent_id: string }>(
        `select m.agent_id from department_members m join agents a on a.id = m.agent_id
          where m.workspace_id = $1 and m.department_id = $2 and a.disabled_at is null
          order by a.created_at, a.id`,
        [workspaceId, departmentId],
      )
      return rows.map((row) => row.agent_id)
    },
  }
}

export type Departments = ReturnType<typeof createDepartments>
