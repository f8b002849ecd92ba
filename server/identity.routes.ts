// Signing a customer in with the owner's token, and out again. Mounted under the widget's path.

import { type Request, type Response, Router } from 'express'
import { Identify } from '../sdk/protocol/identity.ts'
import type { VisitorPrincipal } from './contacts/visitor.ts'
import { refuseOtherMethods } from './platform/http/other-methods.ts'
import { byIpAndSite, type RateLimits } from './platform/http/rate-limit.ts'
import { parse } from './platform/parse.ts'
import { Problem } from './platform/problem.ts'
import type { Rooms } from './rooms.ts'
import type { Site } from './sites/site.service.ts'

export interface IdentityRoutesDeps {
  rooms: Pick<Rooms, 'identities' | 'identityTokens' | 'visitorSessions'>
  limits: Pick<RateLimits, 'consumeFor' | 'refund'>
  siteOf: (response: Response) => Site
  visitorOf: (request: Request) => Promise<VisitorPrincipal | null>
}

export function identityRoutes({ rooms, limits, siteOf, visitorOf }: IdentityRoutesDeps): Router {
  const { identities, identityTokens, visitorSessions } = rooms
  const router = Router()

  /** A session that has ended is no reason to refuse who brings a good token. */
  const visitorIfAny = (request: Request): Promise<VisitorPrincipal | null> =>
    visitorOf(request).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'unauthenticated') return null
      throw error
    })

  router.post('/identify', async function identify(request, response) {
    const site = siteOf(response)
    const { token } = parse(Identify, request.body)
    const address = byIpAndSite(request, response)!
    await limits.consumeFor(response, 'identify', address)
    const identity = await identityTokens.verify(site, token)
    // A whole office signs in from one address: a good token counts for its customer only.
    await limits.refund('identify', address)
    await limits.consumeFor(response, 'identify', `${site.id} ${identity.claims.sub}`)
    response.set('Cache-Control', 'no-store')
    response.json(await identities.identify(site, identity, await visitorIfAny(request)))
  })

  router.post('/logout', async function logout(request, response) {
    const visitor = await visitorOf(request)
    if (!visitor) throw new Problem('unauthenticated', 'There is no session to end.')
    await visitorSessions.revoke(visitor.sessionId)
    response.json({ ok: true })
  })

  return refuseOtherMethods(router)
}
