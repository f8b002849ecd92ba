// Does the customer ask again what an answer has been given to? Then the answer was none.

import type { Turn } from './asked.ts'
import { analyserOf } from './statement.ts'

/** So much of both questions' words are the same. */
const ALIKE = 0.7
/** Less is no question of its own: "and?", "how?". */
const FEWEST_WORDS = 2

const stemsOf = (text: string, language: string): Set<string> =>
  new Set(
    analyserOf(language)
      .terms(text)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term),
  )

/** Jaccard's index. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((stem) => b.has(stem)).length
  return both / (a.size + b.size - both || 1)
}

/** @param turns  before the question; only those with an answer behind them count */
export function asksAgain(question: string, turns: readonly Turn[], language: string): boolean {
  const asked = stemsOf(question, language)
  if (asked.size < FEWEST_WORDS) return false
  return turns.some(({ by, body }, at) => {
    if (by !== 'customer') return false
    const reply = turns.slice(at + 1).find((turn) => turn.by !== 'customer')
    const answered = reply?.by === 'assistant' && (reply.cited?.length ?? 0) > 0
    return answered && alike(asked, stemsOf(body, language)) >= ALIKE
  })
}
