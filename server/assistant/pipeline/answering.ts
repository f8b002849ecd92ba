// Writes the answer: a model under the day's budget, each sentence through the gate; else the articles, word for word.

import type { Allowance } from '../allowance.ts'
import { type LanguageModel, ModelFailure } from '../model/language-model.ts'
import { modelAnswer } from '../model/model-answer.ts'
import type { Asked } from './asked.ts'
import type { Draft } from './draft.ts'
import { createLeakCheck, createRunCheck } from './leak-check.ts'
import { modelTurns } from './model-turns.ts'
import { asRead } from './plain-signs.ts'
import { buildPrompt, rulesOf } from './prompt.ts'
import { quotedAnswer } from './quoted-answer.ts'
import type { Passage, Quoted } from './retrieval.ts'
import { createSentenceGate } from './sentence-gate.ts'
import type { Tooling } from './tooling.ts'
import type { Trace } from './trace.ts'

/** Of an answer, at most; what a prompt costs is reckoned by its length. */
const ANSWER_TOKENS = 800
const CHARACTERS_A_TOKEN = 3

/** Hears of the answer while it is written. */
export interface Live {
  onText?: (text: string) => void
  /** What was heard so far is void. */
  onRestart?: () => void
  signal?: AbortSignal
}

export interface Answering {
  model: LanguageModel | null
  allowance?: Allowance | undefined
}

export interface AnswerFacts {
  asked: Asked
  language: string
  passages: readonly Passage[]
  quoted: Quoted
  trace: Trace
  live: Live
  tooling?: Tooling | undefined
}

export interface Written {
  draft: Draft | null
  /** Where there is none: the model said so, nothing it wrote came through, the budget is spent, or it is down. */
  why:
    | 'model_handed_over'
    | 'nothing_backed'
    | 'budget_spent'
    | 'unavailable'
    | 'nothing_to_quote'
    /** A call is on its way, and the answer follows it. */
    | 'acting'
    | null
}

/** The page's own tools are any visitor's to offer: what must not be said is not passed to one either. */
const discreet = (tooling: Tooling, holdsRun: (text: string) => boolean): Tooling => ({
  ...tooling,
  async onCall(call) {
    if (!holdsRun(asRead(unescaped(call.input)))) return tooling.onCall(call)
    return 'This input is not passed on. Nothing was done.'
  },
})

/** JSON spells one text in many ways. */
function unescaped(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json)).replaceAll(/\\[nrt]/g, ' ')
  } catch {
    return json
  }
}

const NEVER = new AbortController().signal

export function createAnswering({ model, allowance }: Answering) {
  function quote({ quoted, live }: AnswerFacts, why: Written['why']): Written {
    const draft = quotedAnswer(quoted.quotes)
    if (!draft) return { draft, why }
    live.onRestart?.()
    for (const paragraph of draft.body.split(/(?<=\n\n)/)) live.onText?.(paragraph)
    return { draft, why: null }
  }

  /** Null when it failed: the articles are quoted instead. @throws the signal's reason */
  async function ask(model: LanguageModel, facts: AnswerFacts): Promise<Written | null> {
    const { asked, language, passages, trace, live, tooling } = facts
    const { settings, site } = asked
    const rules = {
      siteName: site.name,
      language,
      instructions: settings.instructions,
      instruction: asked.instruction,
      hasTools: (tooling?.specs.length ?? 0) > 0,
    }
    const prompt = buildPrompt({ ...rules, passages, turns: modelTurns(asked) })
    const size = JSON.stringify([prompt, tooling?.specs]).length
    const tokens = Math.ceil(size / CHARACTERS_A_TOKEN) + ANSWER_TOKENS
    const spent = asked.spent?.tokensOfConversation ?? 0
    if (spent + tokens > settings.limits.tokens_per_conversation) return quote(facts, 'budget_spent')
    const place = { workspaceId: asked.workspaceId, siteId: site.id }
    const reserved = await allowance?.reserve(place, tokens, settings.limits.tokens_per_day)
    if (allowance && !reserved) return quote(facts, 'budget_spent')
    const gate = createSentenceGate({
      passages,
      language,
      hosts: [...settings.link_hosts, ...site.helpHosts],
      profanity: settings.profanity,
      known: [site.name],
      leaks: createLeakCheck(rulesOf(rules)),
    })
    trace.prompt = prompt as Trace['prompt']
    trace.model = model.name
    // Until it says what it took, it is taken to have read everything.
    let used = Math.ceil(size / CHARACTERS_A_TOKEN)
    try {
      const written = await modelAnswer({
        model,
        prompt,
        gate,
        tooling: tooling && discreet(tooling, createRunCheck(rulesOf(rules))),
        onText: (text) => live.onText?.(text),
        onRestart: () => live.onRestart?.(),
        signal: live.signal ?? NEVER,
      })
      used = written.tokensIn + written.tokensOut
      trace.prompt_tokens = written.tokensIn
      trace.completion_tokens = written.tokensOut
      if (written.model) trace.model = written.model
      if (written.isActing) return { draft: null, why: 'acting' }
      const why = gate.handedOver() ? 'model_handed_over' : 'nothing_backed'
      return { draft: written.draft, why: written.draft ? null : why }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      trace.withheld.push({ sentence: '', why: `the model failed: ${error.message}` })
      return null
    } finally {
      trace.withheld.push(...gate.withheld())
      await reserved?.settle({ tokens: used })
    }
  }

  return async function write(facts: AnswerFacts): Promise<Written> {
    if (!model) return quote(facts, 'nothing_to_quote')
    if (!model.ready()) return quote(facts, 'unavailable')
    return (await ask(model, facts)) ?? quote(facts, 'unavailable')
  }
}
