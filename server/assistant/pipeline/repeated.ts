// Does the customer ask again what an answer has been given to? Then the answer was none.

import { fold } from '../../knowledge/tokenizer.ts'
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

/** Letter for letter, whatever stands around them; empty where nothing is said. */
const plainly = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** So often asked, it is repeated whatever the replies were. */
const TIMES = 2

/** @param turns  before the question; only those with a reply behind them count */
export function asksAgain(question: string, turns: readonly Turn[], language: string): boolean {
  const asked = stemsOf(question, language)
  const plain = plainly(question)
  const isSame = (body: string): boolean =>
    plainly(body) === plain || (asked.size >= FEWEST_WORDS && alike(asked, stemsOf(body, language)) >= ALIKE)
  if (plain === '') return false
  let replies = 0
  let answers = 0
  turns.forEach(({ by, body }, at) => {
    if (by !== 'customer' || !isSame(body)) return
    const reply = turns.slice(at + 1).find((turn) => turn.by !== 'customer')
    if (reply?.by !== 'assistant') return
    replies += 1
    if ((reply.cited?.length ?? 0) > 0) answers += 1
  })
  return answers > 0 || replies >= TIMES
}
