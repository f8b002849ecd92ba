// Customers by the words of their names and addresses.

import type { Database } from '../platform/database/database.ts'

/** So many are put in order, whoever else has the word. */
const CANDIDATES = 200

export interface FoundContact {
  id: string
  name: string
  email: string | null
  verified: boolean
}

export function createContactSearch({ db }: { db: Pick<Database, 'query'> }) {
  return {
    /** Who was here last first. @param words PostgreSQL's `tsquery`, of folded words */
    search: (workspaceId: string, words: string, limit: number): Promise<FoundContact[]> =>
      db.query(
        `select id, name, email, verified_at is not null as verified from (
           select * from contacts
            where to_tsvector('simple', folded_words(name || ' ' || coalesce(email, ''))) @@ $2::tsquery
              and workspace_id is not distinct from $1 limit ${CANDIDATES}) found
          order by last_seen_at desc, id limit $3`,
        [workspaceId, words, limit],
      ),
  }
}

export type ContactSearch = ReturnType<typeof createContactSearch>
