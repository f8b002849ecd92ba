// A model asked for an agent: within the site's budget of the day, its use recorded, its failures told as problems.

import type * as z from 'zod'
import { Problem } from '../../platform/problem.ts'
import type { Allowance } from '../allowance.ts'
import { type LanguageModel, ModelFailure, type ModelUse, type Prompt } from '../model/language-model.ts'
import type { Runs } from '../run.service.ts'

/** Of an answer, at most; what a prompt costs is reckoned by its length. */
const ANSWER_TOKENS = 1500
const CHARACTERS_A_TOKEN = 3

/** For whom it is asked. */
export interface CopilotPurse {
  workspaceId: string
  siteId: string
  conversationId: string
  tokensPerDay: number
}

export interface CopilotModelDeps {
  model: LanguageModel | null
  allowance: Allowance
  runs: Pick<Runs, 'recordUse'>
}

export function createCopilotModel({ model, allowance, runs }: CopilotModelDeps) {
  /** @throws Problem `model-required`, `quota-exceeded`, `unavailable`; the signal's reason */
  async function spend<T extends ModelUse>(
    purse: CopilotPurse,
    prompt: Prompt,
    ask: (model: LanguageModel) => Promise<T>,
  ): Promise<T> {
    if (!model) throw new Problem('model-required')
    const { workspaceId, siteId, conversationId, tokensPerDay } = purse
    const length = [prompt.system, ...prompt.turns.map(({ content }) => content)].join('').length
    const wanted = Math.ceil(length / CHARACTERS_A_TOKEN) + ANSWER_TOKENS
    const reserved = await allowance.reserve({ workspaceId, siteId }, wanted, tokensPerDay)
    if (!reserved)
      throw new Problem('quota-exceeded', 'The site’s allowance of tokens is spent for today.', {
        retryAfter: 3600,
      })
    let used = 0
    try {
      const reply = await ask(model)
      used = reply.tokens
      await runs.recordUse({ workspaceId, conversationId, ...reply })
      return reply
    } catch (error) {
      if (error instanceof ModelFailure)
        throw new Problem('unavailable', 'The model did not answer. Try again in a moment.', { cause: error })
      // Whoever asked has gone; what was asked has been read.
      used = wanted - ANSWER_TOKENS
      throw error
    } finally {
      await reserved.settle({ tokens: used })
    }
  }

  return {
    /** Whether one is configured; whether it answers is another question. */
    isThere: model !== null,
    /** False while it would only fail: what can be done without is done without. */
    ready: (): boolean => model?.ready() ?? false,

    async text(purse: CopilotPurse, prompt: Prompt, signal: AbortSignal): Promise<string> {
      const reply = await spend(purse, prompt, (it) =>
        it.stream(
          prompt,
          () => {},
          signal,
          () => {},
        ),
      )
      return reply.text.trim()
    },

    async stream(
      purse: CopilotPurse,
      prompt: Prompt,
      { onText, onRestart }: { onText: (text: string) => void; onRestart: () => void },
      signal: AbortSignal,
    ): Promise<void> {
      await spend(purse, prompt, (it) => it.stream(prompt, onText, signal, onRestart))
    },

    async json<T>(
      purse: CopilotPurse,
      prompt: Prompt,
      schema: z.ZodType<T>,
      signal: AbortSignal,
    ): Promise<T> {
      return (await spend(purse, prompt, (it) => it.json(prompt, schema, signal))).value
    },
  }
}

export type CopilotModel = ReturnType<typeof createCopilotModel>
