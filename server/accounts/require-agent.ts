// Lets only agents through, and puts who it is into `res.locals.principal`.

import type { IncomingMessage } from 'node:http'
import type { RequestHandler, Response } from 'express'
import type { Role } from '../../sdk/protocol/agent.ts'
import { Problem } from '../platform/problem.ts'
import { shownByOf } from './console-cors.ts'
import type { AgentPrincipal } from './principal.ts'
import type { Sessions } from './session.service.ts'
import type { SessionCookie } from './session-cookie.ts'

/** A bearer token is a deliberate act and wins over the cookie, which browsers send by themselves. */
export function sessionTokenOf(request: IncomingMessage, cookie: SessionCookie): string | undefined {
  const { authorization } = request.headers
  if (authorization !== undefined) return /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  return cookie.read(request.headers.cookie)
}

/** @throws Problem `unauthenticated`, `origin-not-allowed` from a page of another workspace */
export const requireAgent = ({
  sessions,
  cookie,
}: {
  sessions: Pick<Sessions, 'verify'>
  cookie: SessionCookie
}): RequestHandler =>
  async function requireAgent(req, res, next) {
    const token = sessionTokenOf(req, cookie)
    const principal = token ? await sessions.verify(token) : null
    if (!principal) throw new Problem('unauthenticated')
    const workspaces = shownByOf(res)
    if (workspaces && !workspaces.has(principal.workspaceId)) throw new Problem('origin-not-allowed')
    res.locals.principal = principal
    next()
  }

/** The agent `requireAgent` let through. */
export const agentOf = (res: Response): AgentPrincipal => res.locals.principal

/** After `requireAgent`. @throws Problem `forbidden` */
export const requireRole = (...roles: Role[]): RequestHandler =>
  function requireRole(_req, res, next) {
    if (roles.includes(agentOf(res).role)) return next()
    next(new Problem('forbidden', `This takes the role ${roles.join(' or ')}.`))
  }

/** After `requireAgent`. A secret of a server opens no way in for others, and makes no further secrets. */
export const bySomebody: RequestHandler = function bySomebody(_request, response, next) {
  const isKey = agentOf(response).sessionKind === 'api_key'
  next(isKey ? new Problem('forbidden', 'An API key cannot do this: sign in.') : undefined)
}
