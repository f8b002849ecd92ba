// Workspaces: the tenants. Everything else belongs to one.

import type { Database, Transaction } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'

export interface Workspace {
  id: string
  name: string
}

export function createWorkspaces({ db }: { db: Pick<Database, 'query'> }) {
  return {
    async create({ name }: { name: string }, transaction?: Transaction): Promise<Workspace> {
      const [row] = await db.query<Workspace>(
        'insert into workspaces (id, name) values ($1, $2) returning id, name',
        [uuidv7(), name],
        transaction,
      )
      return row!
    },

    async get(id: string): Promise<Workspace | null> {
      const [row] = await db.query<Workspace>('select id, name from workspaces where id = $1', [id])
      return row ?? null
    },

    /** The oldest; a server of one company has no other. */
    async first(): Promise<Workspace | null> {
      const [row] = await db.query<Workspace>(
        'select id, name from workspaces order by created_at, id limit 1',
      )
      return row ?? null
    },

    /** True on a database nobody has set up yet. */
    async isEmpty(): Promise<boolean> {
      const [row] = await db.query<{ empty: boolean }>('select not exists (select from workspaces) as empty')
      return row!.empty
    },
  }
}

export type Workspaces = ReturnType<typeof createWorkspaces>
