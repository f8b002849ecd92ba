// A customer's transcript, as a file or by mail.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import { MailTranscript } from '../../sdk/protocol/ticket.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import { byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import type { Transcripts } from './transcript.service.ts'

const Query = z.object({ locale: z.string().max(35).optional() })
const Id = z.object({ conversation_id: z.uuid() })

export interface TranscriptRoutesOptions {
  transcripts: Transcripts
  limits: RateLimits
  /** The visitor whose token the request carries, or null. */
  visitorOf: (request: Request) => Promise<VisitorPrincipal | null>
}

export function transcriptRoutes({ transcripts, limits, visitorOf }: TranscriptRoutesOptions): Router {
  const router = Router()

  async function mine(request: Request): Promise<{ visitor: VisitorPrincipal; id: string }> {
    const visitor = await visitorOf(request)
    if (!visitor) throw new Problem('unauthenticated', 'Open a session first.')
    const { success, data } = Id.safeParse(request.params)
    if (!success) throw new Problem('conversation-not-found')
    return { visitor, id: data.conversation_id }
  }

  router.get(
    '/chat/:conversation_id/transcript',
    async function downloadTranscript(request: Request, response: Response) {
      const { visitor, id } = await mine(request)
      const { locale = null } = parse(Query, request.query)
      await limits.consumeFor(response, 'transcriptFile', visitor.id)
      const { filename, text, html } = await transcripts.of(visitor, id, locale)
      const asHtml = request.accepts(['text/plain', 'text/html']) === 'text/html'
      response
        .vary('Accept')
        .set('Cache-Control', 'no-store')
        .set('Content-Disposition', `attachment; filename="${filename}.${asHtml ? 'html' : 'txt'}"`)
        .type(asHtml ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8')
        .send(asHtml ? html : text)
    },
  )

  router.post('/chat/:conversation_id/transcript', async function mailTranscript(request, response) {
    const { visitor, id } = await mine(request)
    const { email, locale = null } = parse(MailTranscript, request.body)
    // By the address, too: sessions are free, and so a key of their own would hold nobody back.
    for (const key of [visitor.id, byIpAndSite(request, response)!])
      await limits.consumeFor(response, 'transcript', key)
    await transcripts.send(visitor, id, { email, locale })
    response.status(202).json({ ok: true })
  })

  return router
}
