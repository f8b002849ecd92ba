// Loaders of earlier releases, for pages whose tags name their very bytes.

import type { Database } from './platform/database/database.ts'
import type { PinnedScript } from './widget-bundle.ts'

export function createPinnedLoaders({ db }: { db: Pick<Database, 'query'> }) {
  return {
    /** Keeps one for the releases after it. */
    async keep({ digest, script }: Pick<PinnedScript, 'digest' | 'script'>): Promise<void> {
      await db.query(
        'insert into pinned_loaders (digest, script) values ($1, $2) on conflict (digest) do nothing',
        [digest, script],
      )
    },

    async find(digest: string): Promise<string | null> {
      const [row] = await db.query<{ script: string }>(
        'select script from pinned_loaders where digest = $1',
        [digest],
      )
      return row?.script ?? null
    },
  }
}

export type PinnedLoaders = ReturnType<typeof createPinnedLoaders>
