// The copilot over REST, for agents. A question's answer comes as lines of JSON while it is written.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import {
  CopilotArticleQuery,
  CopilotAsk,
  type CopilotLine,
  CopilotRewrite,
  CopilotSuggest,
  CopilotTranslate,
} from '../../../sdk/protocol/copilot.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { agentOf } from '../../accounts/require-agent.ts'
import { asProblem } from '../../platform/as-problem.ts'
import { errorFields } from '../../platform/error-fields.ts'
import { goneSignal } from '../../platform/http/gone-signal.ts'
import type { RateLimits } from '../../platform/http/rate-limit.ts'
import type { Log } from '../../platform/log.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import type { Copilot } from './copilot.service.ts'

type One = Request<{ id: string }>

const NONE = z.strictObject({})

/** @throws Problem `conversation-not-found` */
function idOf({ params }: One): string {
  if (!z.uuid().safeParse(params.id).success) throw new Problem('conversation-not-found')
  return params.id
}

export interface CopilotRoutesDeps {
  copilot: Copilot
  limits: Pick<RateLimits, 'limit'>
  log: Pick<Log, 'warn'>
}

export function copilotRoutes({ copilot, limits, log }: CopilotRoutesDeps): Router {
  const router = Router()
  const base = '/conversations/:id/copilot'
  const limited = limits.limit('copilot', (_request, response) => agentOf(response).id)

  /** A path that answers with what the copilot says; nothing is kept, so nobody may cache it. */
  const answer = <S extends z.ZodType>(
    path: string,
    schema: S,
    run: (agent: AgentPrincipal, id: string, input: z.output<S>, signal: AbortSignal) => Promise<unknown>,
    status = 200,
  ): void => {
    router.post(base + path, limited, async function copilotAnswers(request: One, response: Response) {
      const input = parse(schema, request.body ?? {})
      const result = await run(agentOf(response), idOf(request), input, goneSignal(response))
      response.status(status).json(result)
    })
  }

  router.get(base, async function copilotAbilities(request: One, response) {
    await copilot.check(agentOf(response), idOf(request))
    response.json({ model: copilot.hasModel })
  })

  router.post(`${base}/ask`, limited, async function copilotAsk(request: One, response: Response) {
    const agent = agentOf(response)
    const id = idOf(request)
    const input = parse(CopilotAsk, request.body)
    await copilot.check(agent, id)
    const signal = goneSignal(response)
    response.status(200).type('application/x-ndjson').set('Cache-Control', 'no-store')
    const say = (line: CopilotLine): void => void response.write(`${JSON.stringify(line)}\n`)
    const listener = {
      onText: (text: string): void => say({ type: 'text', text }),
      onRestart: (): void => say({ type: 'restart' }),
    }
    try {
      say({ type: 'answer', answer: await copilot.ask(agent, id, input, listener, signal) })
    } catch (error) {
      if (signal.aborted) return
      const problem = asProblem(error)
      if (problem.code === 'internal') log.warn({ error: errorFields(error) }, 'copilot: a question failed')
      say({ type: 'problem', problem: problem.toBody() })
    }
    response.end()
  })

  answer('/suggest', CopilotSuggest, (agent, id, { instruction }) => copilot.suggest(agent, id, instruction))
  answer('/summary', NONE, (agent, id, _, signal) => copilot.summary(agent, id, signal))
  answer('/rewrite', CopilotRewrite, (agent, id, input, signal) => copilot.rewrite(agent, id, input, signal))
  answer('/translate', CopilotTranslate, (agent, id, input, signal) =>
    copilot.translate(agent, id, input, signal),
  )
  answer('/triage', NONE, (agent, id, _, signal) => copilot.triage(agent, id, signal))
  answer('/article', NONE, (agent, id, _, signal) => copilot.article(agent, id, signal), 201)

  router.get(`${base}/articles`, async function copilotArticles(request: One, response) {
    const { q } = parse(CopilotArticleQuery, request.query)
    response.json(await copilot.articles(agentOf(response), idOf(request), q))
  })

  return router
}
