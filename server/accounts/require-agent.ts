// Lets only agents through, and puts who it is into `res.locals.principal`.

import type { IncomingMessage } from 'node:http'
import type { RequestHandler, Response } from 'express'
import type { Role } from '../../sdk/protocol/agent.ts'
import { Problem } from '../platform/problem.ts'
import type { AgentPrincipal } from './principal.ts'
import type { Sessions } from './session.service.ts'
import type { SessionCookie } from './session-cookie.ts'

/** A bearer token is a deliberate act and wins over the cookie, which browsers send by themselves. */
export function sessionTokenOf(request: IncomingMessage, cookie: SessionCookie): string | undefined {
  const { authorization } = request.headers
  if (authorization !== undefined) return /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  return cookie.read(request.headers.cookie)
}

/** @throws Problem `unauthenticated` */
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
