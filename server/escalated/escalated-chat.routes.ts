// The chat of Escalated's widget: begun by a form, then asked after every few seconds. Every answer has a body, as the
// widget reads one before it looks at the status.

import { type Request, type Response, Router } from 'express'
import { byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { parse } from '../platform/parse.ts'
import type { EscalatedChats } from './escalated-chat.service.ts'
import { EscalatedChat, EscalatedMessage, EscalatedRating } from './escalated-input.ts'
import { demand, localeOf, pageOf, siteHere } from './escalated-request.ts'
import type { GuestProof } from './guest-proof.ts'

export interface EscalatedChatRoutesDeps {
  chats: EscalatedChats
  prove: GuestProof
  limits: RateLimits
}

type ChatRequest = Request<{ secret: string }>

export function escalatedChatRoutes({ chats, prove, limits }: EscalatedChatRoutesDeps): Router {
  const router = Router()

  router.post('/chat/start', async function escalatedStart(request, response) {
    const site = siteHere(response)
    demand(site.settings.home.chat, 'The chat is switched off here.')
    await limits.consumeFor(response, 'escalatedOpen', byIpAndSite(request, response)!)
    const input = parse(EscalatedChat, request.body)
    const about = { purpose: 'chat', address: input.email, body: request.body } as const
    const chat = { ...input, locale: localeOf(request), page: pageOf(request) }
    response.status(201).json(await prove(site, about, () => chats.start(site, chat)))
  })

  /** The chat a secret opens. Many chat behind one address, so it is the chat's calls that are counted. */
  async function chatOf(request: ChatRequest, response: Response) {
    const chat = await chats.open(siteHere(response), request.params.secret).catch(async (error: unknown) => {
      await limits.consumeFor(response, 'escalated', byIpAndSite(request, response)!)
      throw error
    })
    await limits.consumeFor(response, 'escalated', `chat ${chat.row.id}`)
    return chat
  }

  router.get('/chat/:secret/messages', async function escalatedMessages(request: ChatRequest, response) {
    response.json(await chats.state(await chatOf(request, response)))
  })

  for (const path of ['/chat/:secret/messages', '/chat/:secret/message'])
    router.post(path, async function escalatedMessage(request: ChatRequest, response) {
      const chat = await chatOf(request, response)
      await limits.consumeFor(response, 'escalatedMessage', chat.row.id)
      const { body } = parse(EscalatedMessage, request.body)
      response.json({ message: 'Message sent.', reply_id: await chats.send(chat, body) })
    })

  router.post('/chat/:secret/typing', async function escalatedTyping(request: ChatRequest, response) {
    chats.type(await chatOf(request, response))
    response.json({ message: 'Typing noted.' })
  })

  router.post('/chat/:secret/end', async function escalatedEnd(request: ChatRequest, response) {
    await chats.end(await chatOf(request, response))
    response.json({ message: 'Chat ended.' })
  })

  router.post('/chat/:secret/rate', async function escalatedRate(request: ChatRequest, response) {
    const chat = await chatOf(request, response)
    await chats.rate(chat, parse(EscalatedRating, request.body))
    response.json({ message: 'Rating noted.' })
  })

  return router
}
