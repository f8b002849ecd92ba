// The answer of a model: streamed, cut into sentences, and each sentence let through only when a passage it
// cites backs it. What is not backed is never shown, not even while streaming.

import type { Citation } from '../../../sdk/protocol/citation.ts'
import { storable } from '../../../sdk/protocol/plain-text.ts'
import { cutText } from '../../platform/cut-text.ts'
import type { Draft } from '../pipeline/draft.ts'
import { HAND_OVER } from '../pipeline/prompt.ts'
import type { Passage } from '../pipeline/retrieval.ts'
import { createSentenceStream } from '../pipeline/sentence-stream.ts'
import { isSupported } from '../pipeline/support-check.ts'
import type { LanguageModel, Prompt } from './model.ts'

const MARKS = /\s*\[(\d+(?:\s*,\s*\d+)*)\]/g

const citationOf = ({ slug, title, passage, text }: Passage): Citation => ({
  slug,
  title,
  passage,
  quote: text.length > 300 ? `${cutText(text, 299)}…` : text,
})

export interface ModelAnswerOptions {
  model: LanguageModel
  prompt: Prompt
  passages: Passage[]
  /** Text that has passed the check, in order, with its final numbers. */
  onText: (text: string) => void
  signal: AbortSignal
}

export interface ModelAnswer {
  /** Null when the model handed over, or nothing it wrote was backed. */
  draft: Draft | null
  tokens: number
  withheld: number
}

/** @throws ModelFailure, or the signal's reason */
export async function modelAnswer({
  model,
  prompt,
  passages,
  onText,
  signal,
}: ModelAnswerOptions): Promise<ModelAnswer> {
  const cited: Passage[] = []
  let body = ''
  let withheld = 0
  let handedOver = false

  /** Gives a passage its number in this answer: sources are counted in the order they are used. */
  function numberOf(passage: Passage): number {
    const known = cited.indexOf(passage)
    if (known >= 0) return known + 1
    return cited.push(passage)
  }

  function take(sentence: string): void {
    if (handedOver || sentence.includes(HAND_OVER)) {
      handedOver = true
      return
    }
    const sources = [...sentence.matchAll(MARKS)]
      .flatMap(([, list]) => list!.split(','))
      .map((number) => passages[Number(number) - 1])
      .filter((passage) => passage !== undefined)
    if (sources.length === 0 || !isSupported(sentence, sources)) {
      withheld += 1
      return
    }
    const text = sentence.replace(MARKS, (_, list: string) => {
      const numbers = list
        .split(',')
        .map((number) => passages[Number(number) - 1])
        .filter((passage) => passage !== undefined)
        .map((passage) => `[${numberOf(passage)}]`)
      return numbers.length > 0 ? ` ${numbers.join('')}` : ''
    })
    body += text
    onText(text)
  }

  const sentences = createSentenceStream(take)
  const { tokens } = await model.stream(prompt, (text) => sentences.push(text), signal)
  sentences.end()
  const draft: Draft | null =
    handedOver || !body.trim()
      ? null
      : { body: storable(body.trim()), citations: cited.map(citationOf), answer: 'model' }
  return { draft, tokens, withheld }
}
