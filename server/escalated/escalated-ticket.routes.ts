// Tickets of Escalated's widget, in both its generations: by reference and e-mail, or by a mailed code.

import { type Request, type Response, Router } from 'express'
import type { Verifications } from '../contacts/verification.service.ts'
import type { Grants } from '../conversations/conversation-grant.ts'
import { createStatusGuess } from '../conversations/status-guess.ts'
import { ACCESS_SECONDS, type Tickets } from '../conversations/ticket.service.ts'
import { byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { treeToHtml } from '../platform/markdown/tree-html.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import {
  EscalatedAccess,
  EscalatedLookup,
  EscalatedStatus,
  EscalatedTicket,
  EscalatedVerification,
} from './escalated-input.ts'
import { demand, localeOf, pageOf, siteHere } from './escalated-request.ts'
import { type GuestProof, wantsCodes } from './guest-proof.ts'

const REPLIES = 20

export interface EscalatedTicketDeps {
  tickets: Tickets
  verifications: Verifications
  grants: Grants
  prove: GuestProof
  limits: RateLimits
}

const bearerOf = (request: Request): string | undefined =>
  /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1]

export function escalatedTicketRoutes({
  tickets,
  verifications,
  grants,
  prove,
  limits,
}: EscalatedTicketDeps): Router {
  const router = Router()
  const look = createStatusGuess(limits)

  router.post('/tickets', async function escalatedTicket(request, response) {
    const site = siteHere(response)
    demand(site.settings.home.ticket, 'Tickets are switched off here.')
    await limits.consumeFor(response, 'escalatedOpen', byIpAndSite(request, response)!)
    const input = parse(EscalatedTicket, request.body)
    const locale = localeOf(request) ?? site.locale
    const form = { ...input, locale, page: pageOf(request) ?? undefined }
    const about = { purpose: 'ticket', address: input.email, body: request.body } as const
    const { id, reference } = await prove(site, about, () => tickets.open(site, null, form))
    // Whoever has shown the mailbox to be theirs need not do so again to look.
    const grant = wantsCodes(site)
      ? await grants.issue({ workspaceId: site.workspaceId, conversationId: id }, 'ticket', ACCESS_SECONDS)
      : null
    response.status(201).json({
      message: 'Your ticket is here.',
      reference,
      ...(grant && { guest_access_token: grant.token, expires_at: grant.expires_at }),
    })
  })

  async function showStatus(request: Request, response: Response, reference: unknown): Promise<void> {
    const site = siteHere(response)
    const access = bearerOf(request)
    const claim =
      wantsCodes(site) && access
        ? parse(EscalatedAccess, { reference, access })
        : parse(EscalatedStatus, { reference, email: request.query.email })
    const { replies, ...ticket } = await look(request, response, () => tickets.status(site, claim))
    const { subject, status, status_label, status_color, created_at, department } = ticket
    response.json({
      reference: ticket.reference,
      subject,
      status,
      status_label,
      status_color,
      created_at,
      department,
      replies: replies.slice(-REPLIES).map(({ content, author, is_agent, created_at: at }) => ({
        body: treeToHtml(content),
        author,
        is_agent,
        created_at: at,
      })),
    })
  }
  router.get('/tickets/status', (request, response) => showStatus(request, response, request.query.reference))
  router.get('/tickets/:reference', (request, response) =>
    showStatus(request, response, request.params.reference),
  )

  router.post('/verification', async function escalatedVerification(request, response) {
    const site = siteHere(response)
    if (!wantsCodes(site)) throw new Problem('not-found', 'No code is needed here.')
    const { email: address, purpose } = parse(EscalatedVerification, request.body)
    demand(purpose !== 'chat' || site.settings.home.chat, 'The chat is switched off here.')
    demand(purpose !== 'ticket' || site.settings.home.ticket, 'Tickets are switched off here.')
    await limits.consumeFor(response, 'code', `${byIpAndSite(request, response)} ${address}`)
    await limits.consumeFor(response, 'codeMailbox', `${site.workspaceId} ${address}`)
    const scope = { workspaceId: site.workspaceId, siteId: site.id, purpose, address }
    const asked = await verifications.request(scope, localeOf(request) ?? site.locale)
    response
      .status(202)
      .json({ ...asked, message: 'If there is something to confirm, a code is on its way.' })
  })

  router.post('/lookup', async function escalatedLookup(request, response) {
    const site = siteHere(response)
    if (!wantsCodes(site)) throw new Problem('not-found', 'No code is needed here.')
    const input = parse(EscalatedLookup, request.body)
    const found = await look(request, response, () => tickets.redeem(site, input)).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'ticket-not-found') return null
      throw error
    })
    response.json({
      data: found
        ? [
            {
              reference: found.reference,
              subject: found.subject,
              guest_access_token: found.token,
              expires_at: found.expires_at,
            },
          ]
        : [],
    })
  })

  return router
}
