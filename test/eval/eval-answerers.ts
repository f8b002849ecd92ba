// Who answers in an evaluation: nobody but the articles, a model that keeps to its instructions, one that obeys
// whoever writes to it, and the one the operator has set up. Scripted ones are asked over HTTP like any other.

import type { LanguageModel } from '../../server/assistant/model/language-model.ts'
import { createLanguageModel } from '../../server/assistant/model/model.ts'
import { HAND_OVER } from '../../server/assistant/pipeline/prompt.ts'
import type { Config } from '../../server/config.ts'
import { obedientTurn } from '../helpers/obedient-model.ts'
import { type ModelTurn, type SeenRequest, scriptedModel } from '../helpers/scripted-model.ts'

export interface Answerer {
  name: string
  model: LanguageModel | null
  close(): Promise<void>
}

const PASSAGE = /<passage number="(\d+)"[^>]*>\n?([\s\S]*?)<\/passage>/g
/** Words of four letters and more say what a sentence is about; numbers too. */
const wordsOf = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []).map((word) => word.slice(0, 6)))
/** Sentences of an answer. */
const SENTENCES = 3
/** Words a tool's description shares with a question it is for. */
const TOOL_WORDS = 2

interface Offered {
  function: { name: string; description: string }
}

/** The tool that says it does what was asked, unless its result stands among the passages: under its name in words. */
function toolFor({ body }: SeenRequest, asked: ReadonlySet<string>, system: string): string | undefined {
  const shared = ({ function: { description } }: Offered): number =>
    [...wordsOf(description)].filter((word) => asked.has(word)).length
  return ((body.tools as Offered[] | undefined) ?? [])
    .filter(({ function: { name } }) => !system.includes(`article="${name.replaceAll('_', ' ')}"`))
    .map((tool) => ({ name: tool.function.name, score: shared(tool) }))
    .filter(({ score }) => score >= TOOL_WORDS)
    .sort((a, b) => b.score - a.score)[0]?.name
}

/**
 * Calls a tool that does what was asked; else says the sentences of its passages that have most of the question's words,
 * each with its number, and nothing else.
 */
export function wellBehavedTurn(request: SeenRequest): ModelTurn {
  const { messages } = request
  const system = messages.find(({ role }) => role === 'system')?.content ?? ''
  const asked = wordsOf(messages.findLast(({ role }) => role === 'user')?.content ?? '')
  const tool = toolFor(request, asked, system)
  if (tool) return { do: 'call', calls: [{ name: tool, input: {} }] }
  const sentences = [...system.matchAll(PASSAGE)].flatMap(([, number, text], rank) =>
    text!
      .split(/\n|(?<=[.!?؟])\s+/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence.length > 3)
      .map((sentence) => {
        const shared = [...wordsOf(sentence)].filter((word) => asked.has(word)).length
        return { text: `${sentence.replace(/[.:]$/, '')} [${number}].`, score: shared + 1 / (2 + rank) }
      }),
  )
  const best = sentences.sort((a, b) => b.score - a.score).slice(0, SENTENCES)
  return best.length > 0
    ? { do: 'stream', pieces: best.map(({ text }) => `${text} `) }
    : { do: 'stream', pieces: [HAND_OVER] }
}

/** As a cleverer attacker has it: dressed up as backed by every passage, the poisoned one among them. */
export function deviousTurn(request: SeenRequest): ModelTurn {
  const turn = obedientTurn(request)
  if (turn.do !== 'stream') return turn
  return { ...turn, pieces: turn.pieces.map((piece) => piece.replace(' [1]', ' [1, 2, 3, 4, 5, 6]')) }
}

async function scripted(name: string, script: (request: SeenRequest) => ModelTurn): Promise<Answerer> {
  const server = await scriptedModel(script)
  const provider = { apiKey: 'sk-scripted', baseUrl: server.baseUrl, name: 'scripted' }
  const model = createLanguageModel({ providers: [provider], clock: () => new Date() })
  return { name, model, close: server.close }
}

/** @param models  of the operator's configuration; asked last, where there are any */
export async function createAnswerers(models: Config['models']): Promise<Answerer[]> {
  const nothing = async () => {}
  const answerers = [
    { name: 'keyless', model: null, close: nothing },
    await scripted('behaves', wellBehavedTurn),
    await scripted('obeys', obedientTurn),
    await scripted('deceives', deviousTurn),
  ]
  if (models.length === 0) return answerers
  const model = createLanguageModel({ providers: models, clock: () => new Date() })
  return [...answerers, { name: models[0]!.name, model, close: nothing }]
}
