// A site's identity keys for administrators: list, create, revoke. Mounted under /api/v1, behind `requireAgent`.

import { type Response, Router } from 'express'
import { NewIdentityKey } from '../sdk/protocol/identity.ts'
import { agentOf, requireRole } from './accounts/require-agent.ts'
import { parse } from './platform/parse.ts'
import { Problem } from './platform/problem.ts'
import type { Rooms } from './rooms.ts'
import type { Site } from './sites/site.service.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const PATH = '/sites/:key/identity-keys'

export interface IdentityKeyRoutesDeps {
  rooms: Pick<Rooms, 'audit' | 'identities' | 'identityKeys' | 'sites'>
}

export function identityKeyRoutes({ rooms }: IdentityKeyRoutesDeps): Router {
  const { audit, identities, identityKeys, sites } = rooms
  const router = Router()

  /** @throws Problem `site-not-found`, also for one of another workspace */
  async function siteOf(response: Response, key: string): Promise<Site> {
    const site = await sites.byKey(key)
    if (!site || site.workspaceId !== agentOf(response).workspaceId) throw new Problem('site-not-found')
    return site
  }

  router.use(PATH, requireRole('owner', 'admin'), function neverStored(_request, response, next) {
    response.set('Cache-Control', 'no-store')
    next()
  })

  router.get(PATH, async function listIdentityKeys(request, response) {
    const site = await siteOf(response, request.params.key!)
    response.json({ keys: await identityKeys.list(site) })
  })

  router.post(PATH, async function createIdentityKey(request, response) {
    const input = parse(NewIdentityKey, request.body ?? {})
    const site = await siteOf(response, request.params.key!)
    const { workspaceId, id: agentId } = agentOf(response)
    const { key, secret } = await identityKeys.create(site, input, agentId)
    const data = { site: site.key, kid: key.id, algorithm: key.algorithm }
    await audit.record({ workspaceId, agentId, action: 'identity_key.created', data })
    // The one time it is told.
    response.status(201).json({ key, secret })
  })

  router.post(`${PATH}/:kid/revoke`, async function revokeIdentityKey(request, response) {
    const site = await siteOf(response, request.params.key!)
    const { workspaceId, id: agentId } = agentOf(response)
    const kid = request.params.kid!
    if (!UUID.test(kid)) throw new Problem('identity-key-not-found')
    await identities.revokeKey(site, kid)
    await audit.record({
      workspaceId,
      agentId,
      action: 'identity_key.revoked',
      data: { site: site.key, kid },
    })
    response.json({ ok: true })
  })

  return router
}
