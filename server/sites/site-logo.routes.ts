// A site's logo for whoever shows its widget: public, under an address that changes with the picture.

import { type Request, Router } from 'express'
import { FOREVER } from '../platform/http/cache-forever.ts'
import { FOREIGN_BYTES } from '../platform/http/foreign-bytes.ts'
import { byIp, type RateLimits } from '../platform/http/rate-limit.ts'
import { Problem } from '../platform/problem.ts'
import type { Sites } from './site.service.ts'
import type { SiteLogos } from './site-logo.ts'

export interface SiteLogoRoutesDeps {
  sites: Pick<Sites, 'byKey'>
  logos: Pick<SiteLogos, 'find'>
  limits: RateLimits
}

export function siteLogoRoutes({ sites, logos, limits }: SiteLogoRoutesDeps): Router {
  const router = Router()
  router.get(
    '/logos/:key/:digest.webp',
    limits.limit('help', byIp),
    async function siteLogo(request: Request<{ key: string; digest: string }>, response) {
      const { key, digest } = request.params
      const site = await sites.byKey(key)
      const bytes = site && (await logos.find(site, digest))
      if (!bytes) throw new Problem('not-found', 'This site has another logo by now, or none.')
      response
        .set({
          ...FOREIGN_BYTES,
          'Cache-Control': FOREVER,
        })
        .type('webp')
        .send(bytes)
    },
  )
  return router
}
