// Which site's help centre an address is about: the one whose key it names, else the first of the first workspace. What
// was found last is kept for when the database is away.

import type { Database } from '../platform/database/database.ts'
import { createShortCache } from '../platform/short-cache.ts'
import type { Site, Sites } from '../sites/site.service.ts'

export interface HelpSite {
  site: Site
  /** In its addresses; null for the first site, whose addresses need none. */
  key: string | null
}

const REMEMBER_MS = 5000
const MAX_KEPT = 200

export interface HelpSitesDeps {
  db: Pick<Database, 'query'>
  sites: Pick<Sites, 'byKey' | 'get'>
  clock: () => Date
}

export function createHelpSites({ db, sites, clock }: HelpSitesDeps) {
  const firsts = createShortCache<string | null>({ ms: REMEMBER_MS, clock })
  const kept = new Map<string, HelpSite | null>()

  const firstId = (): Promise<string | null> =>
    firsts.get('', async () => {
      const [row] = await db.query<{ id: string }>(
        `select s.id from workspaces w join sites s on s.workspace_id = w.id
         order by w.created_at, w.id, s.created_at, s.id limit 1`,
      )
      return row?.id ?? null
    })

  async function find(key: string | null): Promise<HelpSite | null> {
    const first = await firstId()
    const site = key === null ? first && (await sites.get(first)) : await sites.byKey(key)
    return site ? { site, key: site.id === first ? null : site.key } : null
  }

  return {
    /** For addresses; null for the first site, whose addresses need none. */
    async keyOf(siteId: string): Promise<string | null> {
      return siteId === (await firstId()) ? null : ((await sites.get(siteId))?.key ?? null)
    },
    /** @param key as the address names it */
    async of(key: string | null): Promise<HelpSite | null> {
      const name = key ?? ''
      try {
        const found = await find(key)
        // Made-up keys must not push out the real ones.
        if (found) kept.set(name, found)
        else kept.delete(name)
        if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!)
        return found
      } catch (error) {
        const known = kept.get(name)
        if (!known) throw error
        return known
      }
    },
  }
}

export type HelpSites = ReturnType<typeof createHelpSites>
