// Which workspace a command line means.

import type { Database } from './platform/database/database.ts'
import { OperatorError } from './platform/operator-error.ts'

/** By its name; without one the only one there is. @throws OperatorError */
export async function findWorkspace(db: Pick<Database, 'query'>, name: string | undefined): Promise<string> {
  const all = await db.query<{ id: string; name: string }>(
    'select id, name from workspaces order by created_at',
  )
  const names = all.map((workspace) => `"${workspace.name}"`).join(', ')
  if (all.length === 0)
    throw new OperatorError('There is no workspace yet: start Deskbell once, then import the articles.')
  if (name === undefined && all.length > 1)
    throw new OperatorError(`There are several workspaces: choose one of ${names} with --workspace.`)
  const found = name === undefined ? all[0] : all.find((workspace) => workspace.name === name)
  if (!found) throw new OperatorError(`There is no workspace "${name}", only ${names}.`)
  return found.id
}
