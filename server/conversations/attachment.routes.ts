// Files over HTTP: a ticket, the bytes, and addresses to fetch them by, for customers and for agents.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import { AskLinks, NewUpload } from '../../sdk/protocol/attachment.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import { refuseOtherMethods } from '../platform/http/other-methods.ts'
import { byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import type { Principal } from './access.ts'
import type { AttachmentAccess } from './attachment-access.ts'
import type { AttachmentLinks } from './attachment-links.ts'
import type { AttachmentUpload, Uploader } from './attachment-upload.ts'
import { createStatusGuess } from './status-guess.ts'
import type { TicketSite, Tickets } from './ticket.service.ts'

const Id = z.uuid()
const AgentUpload = z.strictObject({
  conversation_id: z.uuid(),
  name: z.string().min(1).max(1000),
  size: z.int().positive(),
})

interface Deps {
  upload: AttachmentUpload
  links: AttachmentLinks
  access: AttachmentAccess
}

/** `PUT /attachments/:id`: the bytes as they are. Must be mounted where no body has been read. */
export function attachmentBytes({
  upload,
  limits,
}: Pick<Deps, 'upload'> & { limits: Pick<RateLimits, 'limit'> }): Router {
  const router = Router()
  router.put('/attachments/:id', limits.limit('files'), putBytes)
  async function putBytes(request: Request, response: Response): Promise<void> {
    const ticket = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1]
    if (!ticket) throw new Problem('unauthenticated', 'Ask for an upload ticket first.')
    const length = Number(request.get('content-length') ?? Number.NaN)
    if (Number.isNaN(length)) throw new Problem('invalid-request', 'Send a Content-Length.')
    if (request.get('content-encoding'))
      throw new Problem('unsupported-media-type', 'Send the bytes as they are.')
    const attachment = await upload.receive(parse(Id, request.params.id), ticket, request, length)
    response.status(201).set('Cache-Control', 'no-store').json({ attachment })
  }
  return refuseOtherMethods(router)
}

function linkRoute({ links, access }: Deps, principalOf: (request: Request) => Promise<Principal>) {
  return async function giveLinks(request: Request, response: Response): Promise<void> {
    const principal = await principalOf(request)
    const { ids } = parse(AskLinks, request.body)
    const at = await access.reader(principal, parse(Id, request.params.conversation_id))
    response.set('Cache-Control', 'no-store').json({ links: await links.of(at, ids) })
  }
}

export interface VisitorAttachmentRoutesOptions extends Deps {
  tickets: Pick<Tickets, 'locate'>
  limits: RateLimits
  /** The site of the request; throws Problem `site-not-found`. */
  siteOf: (response: Response) => TicketSite
  /** The visitor whose token the request carries, or null. */
  visitorOf: (request: Request) => Promise<VisitorPrincipal | null>
}

export function visitorAttachmentRoutes(options: VisitorAttachmentRoutesOptions): Router {
  const { upload, access, tickets, limits, siteOf, visitorOf } = options
  const router = Router()
  const look = createStatusGuess(limits)

  async function visitorHere(request: Request): Promise<VisitorPrincipal> {
    const visitor = await visitorOf(request)
    if (!visitor) throw new Problem('unauthenticated', 'Open a session first.')
    return visitor
  }

  async function uploaderOf(request: Request, response: Response, input: NewUpload): Promise<Uploader> {
    if ('conversation_id' in input) return access.visitor(await visitorHere(request), input.conversation_id)
    const site = siteOf(response)
    if ('form' in input) return access.form(site, input.form)
    return access.ticket(await look(request, response, () => tickets.locate(site, input)))
  }

  /** By the customer and by the address: sessions are free, so who opens many still has one address. */
  async function spend(request: Request, response: Response, { id }: Uploader, size: number): Promise<void> {
    for (const key of [id, byIpAndSite(request, response)!]) {
      await limits.consumeFor(response, 'upload', key)
      await limits.consumeFor(response, 'uploadBytes', key, size)
    }
  }

  router.post('/attachments', async function askTicket(request, response) {
    const { site: _site, ...given } = request.body ?? {}
    const input = parse(NewUpload, given)
    const uploader = await uploaderOf(request, response, input)
    upload.checkSize(input.size)
    await spend(request, response, uploader, input.size)
    response
      .status(201)
      .set('Cache-Control', 'no-store')
      .json(await upload.ask(uploader, input))
  })
  router.post('/chat/:conversation_id/attachments/links', async (request, response) => {
    const visitor = await visitorHere(request)
    await limits.consumeFor(response, 'poll', visitor.id)
    await linkRoute(options, async () => visitor)(request, response)
  })
  return refuseOtherMethods(router)
}

export interface AgentAttachmentRoutesOptions extends Deps {
  /** As the middleware before has found it. */
  agentOf: (response: Response) => AgentPrincipal
}

export function agentAttachmentRoutes(options: AgentAttachmentRoutesOptions): Router {
  const { upload, access, agentOf } = options
  const router = Router()
  router.post('/attachments', async function askTicket(request, response) {
    const input = parse(AgentUpload, request.body)
    const uploader = await access.agent(agentOf(response), input.conversation_id)
    response
      .status(201)
      .set('Cache-Control', 'no-store')
      .json(await upload.ask(uploader, input))
  })
  router.post(
    '/conversations/:conversation_id/attachments/links',
    linkRoute(options, async (request) => agentOf(request.res as Response)),
  )
  return refuseOtherMethods(router)
}
