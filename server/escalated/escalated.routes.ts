// Escalated's published widget, answered on our server as it stands: put together, and kept apart from our own calls.

import { type RequestHandler, Router } from 'express'
import { byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { type EscalatedChatRoutesDeps, escalatedChatRoutes } from './escalated-chat.routes.ts'
import { isEscalated } from './escalated-client.ts'
import { escalatedErrors } from './escalated-errors.ts'
import { type EscalatedHelpDeps, escalatedHelpRoutes } from './escalated-help.routes.ts'
import { type EscalatedTicketDeps, escalatedTicketRoutes } from './escalated-ticket.routes.ts'

export type EscalatedRoutesDeps = EscalatedHelpDeps &
  EscalatedTicketDeps &
  EscalatedChatRoutesDeps & { limits: RateLimits }

/** What it does not know, and whoever is not this widget, is left to the routes that follow. */
export function escalatedRoutes(deps: EscalatedRoutesDeps): RequestHandler {
  const { limits } = deps
  const router = Router()
  router.use(async function escalatedQuota(request, response, next) {
    response.set('Cache-Control', 'no-store')
    // A chat's own calls are counted by the chat.
    if (!/^\/chat\/[^/]+\/[^/]/.test(request.path))
      await limits.consumeFor(response, 'escalated', byIpAndSite(request, response)!)
    next()
  })
  router.use(escalatedHelpRoutes(deps), escalatedTicketRoutes(deps), escalatedChatRoutes(deps))
  router.use(escalatedErrors())
  return function escalated(request, response, next) {
    if (isEscalated(request, response)) router(request, response, next)
    else next()
  }
}
