// A session for the console inside a page of the company's own, in exchange for a host token. Mounted under /api/v1.

import { Router } from 'express'
import { HostToken } from '../../sdk/protocol/team-admin.ts'
import { clientIp } from '../platform/http/client-ip.ts'
import type { RateLimits } from '../platform/http/rate-limit.ts'
import { parse } from '../platform/parse.ts'
import type { Audit } from './audit.service.ts'
import { shownByOf } from './console-cors.ts'
import type { HostTokens } from './host-token.ts'

export interface ConsoleSessionDeps {
  audit: Pick<Audit, 'record'>
  hostTokens: HostTokens
  limits: Pick<RateLimits, 'consumeFor'>
}

export function consoleSessionRoutes({ audit, hostTokens, limits }: ConsoleSessionDeps): Router {
  const router = Router()

  router.post('/console/sessions', async function openConsoleSession(request, response) {
    response.set('Cache-Control', 'no-store')
    await limits.consumeFor(response, 'hostToken', clientIp(request.ip))
    const { token } = parse(HostToken, request.body)
    const { workspaceId, agentId, consoleKeyId, session } = await hostTokens.exchange(
      token,
      shownByOf(response),
    )
    await audit.record({ workspaceId, agentId, action: 'login.by_host', data: { kid: consoleKeyId } })
    response.status(201).json(session)
  })

  return router
}
