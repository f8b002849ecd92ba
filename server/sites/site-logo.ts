// A site's logo: the picture an owner gives, drawn anew, and where it is found. One a site; the one before goes with it.

import { createHash } from 'node:crypto'
import type { Database } from '../platform/database/database.ts'
import type { Pictures } from '../platform/files/picture.ts'
import { Problem } from '../platform/problem.ts'
import type { Site } from './site.service.ts'

export interface SiteLogo {
  digest: string
  /** WebP. */
  bytes: Buffer
}

type Of = Pick<Site, 'id' | 'workspaceId'>

/** Of other bytes, another path: it may be kept for ever. */
export const logoPath = ({ key, logo }: Pick<Site, 'key' | 'logo'>): string =>
  `/support/widget/logos/${encodeURIComponent(key)}/${logo}.webp`

export interface SiteLogosDeps {
  db: Pick<Database, 'query'>
  pictures: Pick<Pictures, 'icon'>
}

export function createSiteLogos({ db, pictures }: SiteLogosDeps) {
  async function find({ id, workspaceId }: Of, digest: string): Promise<Buffer | null> {
    const [row] = await db.query<{ bytes: Buffer }>(
      'select bytes from site_logos where workspace_id = $1 and site_id = $2 and digest = $3',
      [workspaceId, id, digest],
    )
    return row?.bytes ?? null
  }

  return {
    /**
     * The picture of a `data:` URL. What it says of itself counts for nothing: it is what it can be drawn as.
     * @throws Problem `invalid-request`, `busy`
     */
    async read(url: string): Promise<SiteLogo> {
      try {
        const bytes = await pictures.icon(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
        return { digest: createHash('sha256').update(bytes).digest('hex').slice(0, 32), bytes }
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'attachment-refused') throw error
        const detail = error.detail ?? ''
        throw new Problem('invalid-request', detail, { errors: [{ pointer: '/logo', detail }], cause: error })
      }
    },

    /** The bytes of a digest; null where it is no longer the site's. */
    find,

    /** As an administrator gets it: a `data:` URL. */
    async of(site: Of & Pick<Site, 'logo'>): Promise<string | null> {
      const bytes = site.logo && (await find(site, site.logo))
      return bytes ? `data:image/webp;base64,${bytes.toString('base64')}` : null
    },
  }
}

export type SiteLogos = ReturnType<typeof createSiteLogos>
