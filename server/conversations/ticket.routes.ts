// The ticket form and the status view over REST, in both spellings of the status path.

import { type Request, type Response, Router } from 'express'
import {
  NewTicket,
  RedeemTicketCode,
  RequestTicketCode,
  type TicketAccess,
  type TicketCreated,
  TicketReply,
  TicketStatusQuery,
} from '../../sdk/protocol/ticket.ts'
import type { Verifications } from '../contacts/verification.service.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import { refuseOtherMethods } from '../platform/http/other-methods.ts'
import { byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { parse } from '../platform/parse.ts'
import type { ConversationViews } from './conversation-view.ts'
import { createStatusGuess } from './status-guess.ts'
import type { TicketSite, Tickets } from './ticket.service.ts'

export interface TicketRoutesOptions {
  tickets: Tickets
  views: ConversationViews
  verifications: Verifications
  limits: RateLimits
  /** The site of the request; throws Problem `site-not-found`. */
  siteOf: (response: Response) => TicketSite
  /** The visitor whose token the request carries, or null. */
  visitorOf: (request: Request) => Promise<VisitorPrincipal | null>
  /** Who will answer a ticket: names of at most two people who are in. */
  peopleOf: (workspaceId: string) => string[]
}

export function ticketRoutes({
  tickets,
  views,
  verifications,
  limits,
  siteOf,
  visitorOf,
  peopleOf,
}: TicketRoutesOptions): Router {
  const router = Router()
  const look = createStatusGuess(limits)

  router.post('/tickets', async function openTicket(request, response) {
    const site = siteOf(response)
    const input = parse(NewTicket, request.body)
    const visitor = await visitorOf(request)
    const ip = byIpAndSite(request, response)!
    await limits.consumeFor(response, 'conversation', visitor?.id ?? ip)
    await limits.consumeFor(response, 'conversationSite', ip)
    const { id, reference, created_at, department_id } = await tickets.open(site, visitor, input)
    // The whole view counts places in the queue too; of it only the department's name is needed.
    const department = department_id && (await views.load(site.workspaceId, id)).department_name
    const created: TicketCreated = {
      reference,
      created_at: created_at.toISOString(),
      people: peopleOf(site.workspaceId).slice(0, 2),
      department,
    }
    response.status(201).json(created)
  })

  async function showStatus(request: Request, response: Response, reference: unknown): Promise<void> {
    const site = siteOf(response)
    const access = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1]
    const query = parse(TicketStatusQuery, { ...request.query, reference, access })
    // Also those that find it: a guess gets its point back, and a long ticket is much to read.
    await limits.consumeFor(response, 'poll', byIpAndSite(request, response)!)
    response.set('Cache-Control', 'no-store')
    response.json(await look(request, response, () => tickets.status(site, query)))
  }
  router.get('/tickets/status', (request, response) => showStatus(request, response, request.query.reference))
  router.post('/tickets/reply', async function replyToTicket(request, response) {
    const site = siteOf(response)
    const input = parse(TicketReply, request.body)
    await limits.consumeFor(response, 'message', byIpAndSite(request, response)!)
    response.status(201).json(await look(request, response, () => tickets.reply(site, input)))
  })
  router.post('/tickets/code', async function requestCode(request, response) {
    const site = siteOf(response)
    const { email: address, locale = null } = parse(RequestTicketCode, request.body)
    await limits.consumeFor(response, 'code', `${byIpAndSite(request, response)} ${address}`)
    await limits.consumeFor(response, 'codeMailbox', `${site.workspaceId} ${address}`)
    const scope = { workspaceId: site.workspaceId, siteId: site.id, purpose: 'lookup' as const, address }
    response
      .status(202)
      .set('Cache-Control', 'no-store')
      .json(await verifications.request(scope, locale))
  })
  router.post('/tickets/access', async function redeemCode(request, response) {
    const site = siteOf(response)
    const input = parse(RedeemTicketCode, request.body)
    const { token, expires_at } = await look(request, response, () => tickets.redeem(site, input))
    const access: TicketAccess = { access_token: token, expires_at }
    response.status(201).set('Cache-Control', 'no-store').json(access)
  })
  router.get('/tickets/:reference', (request, response) =>
    showStatus(request, response, request.params.reference),
  )
  return refuseOtherMethods(router)
}
