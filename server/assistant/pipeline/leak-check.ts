// Does a sentence give the AI agent's own instructions away? Compared by runs of words, whatever marks stand between.

import { fold } from '../../knowledge/tokenizer.ts'

/** So many words in a row are no accident. */
const RUN = 6

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const ABOUT =
  /\b(?:system prompt|my (?:instructions|rules|prompt)|(?:these|the following|above) (?:rules|instructions)|i (?:was|am) (?:instructed|told|programmed)|meine anweisungen|mes instructions|mis instrucciones)\b/i

/** @param rules  the instructions alone, without passages: what an article says may be said */
export function createLeakCheck(rules: string): (sentence: string) => boolean {
  const words = wordsOf(rules)
  const runs = new Set<string>()
  for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(' '))
  return function leaks(sentence) {
    if (ABOUT.test(sentence)) return true
    const said = wordsOf(sentence)
    for (let at = 0; at + RUN <= said.length; at++)
      if (runs.has(said.slice(at, at + RUN).join(' '))) return true
    return false
  }
}
