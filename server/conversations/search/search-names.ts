// The names a search's operators give, looked up in one statement: people, tags, topics, departments, sites, customers.

import type { Database } from '../../platform/database/database.ts'
import { type KnownNames, likely } from './search-filter.ts'
import type { AskedOperator } from './search-query.ts'

/** Customers of one name or address. */
const MOST = 200

/** Per operator: ids of what has the name, which is `$2` and, for a beginning of it, `$3`. */
const LOOKUPS: Partial<Record<AskedOperator['operator'], string>> = {
  assignee: `select id from agents where workspace_id = $1
              and case when lower($2) = 'ai' then kind = 'ai' else lower(name) like lower($3) end`,
  tag: `select id from tags where workspace_id = $1 and lower(name) = lower($2)`,
  topic: `select id from topics where workspace_id = $1 and lower(name) = lower($2)`,
  department: `select id from departments where workspace_id = $1 and lower(name) = lower($2)`,
  site: `select id from sites where workspace_id = $1 and lower(name) = lower($2)`,
  email: `select id from contacts where workspace_id = $1 and lower(email) = lower($2) limit ${MOST}`,
  from: `select id from contacts where workspace_id = $1 and lower(name) like lower($3) limit ${MOST}`,
}

export function createSearchNames({ db }: { db: Pick<Database, 'query'> }) {
  return async function namesIn(
    workspaceId: string,
    operators: readonly AskedOperator[],
  ): Promise<KnownNames> {
    const found = new Map<string, string[]>()
    const lookUp = async (operator: AskedOperator['operator'], name: string): Promise<void> => {
      const lookup = LOOKUPS[operator]
      if (!lookup) return
      const rows = await db.query<{ id: string }>(
        `select id from (${lookup}) named where $2::text is not null and $3::text is not null`,
        [workspaceId, name, `${likely(name)}%`],
      )
      found.set(
        `${operator}:${name}`,
        rows.map(({ id }) => id),
      )
    }
    await Promise.all(
      operators.flatMap(({ operator, value }) => [
        lookUp(operator, value),
        // Somebody of the team may have written it.
        ...(operator === 'from' ? [lookUp('assignee', value)] : []),
      ]),
    )
    return { ids: (operator, name) => found.get(`${operator}:${name}`) ?? [] }
  }
}
