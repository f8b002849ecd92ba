// How many open conversations each agent and each department has, for who looks after the team.

import type { Database } from '../platform/database/database.ts'

export function createOpenCounts({ db }: { db: Pick<Database, 'query'> }) {
  const by =
    (column: 'assignee_id' | 'department_id') =>
    async (workspaceId: string): Promise<ReadonlyMap<string, number>> => {
      const rows = await db.query<{ id: string; count: number }>(
        `select ${column} as id, count(*)::int as count from conversations
          where workspace_id = $1 and is_open and ${column} is not null group by 1`,
        [workspaceId],
      )
      return new Map(rows.map(({ id, count }) => [id, count]))
    }

  return { byAgent: by('assignee_id'), byDepartment: by('department_id') }
}

export type OpenCounts = ReturnType<typeof createOpenCounts>
