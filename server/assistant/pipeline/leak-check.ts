// Does a sentence give the AI agent's own instructions away? Compared by runs of words, whatever marks stand between.

import { fold } from '../../knowledge/tokenizer.ts'

/** So many words in a row are no accident. */
const RUN = 6

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

const ABOUT =
  /\b(?:system prompt|my (?:instructions|rules|prompt)|(?:these|the following|above) (?:rules|instructions)|i (?:was|am) (?:instructed|told|programmed)|meine anweisungen|mes instructions|mis instrucciones)\b/i

/** Whether a text holds a run of them. @param rules  the instructions alone: what an article says may be said */
export function createRunCheck(rules: string): (text: string) => boolean {
  const words = wordsOf(rules)
  const runs = new Set<string>()
  for (let at = 0; at + RUN <= words.length; at++) runs.add(words.slice(at, at + RUN).join(' '))
  return function holdsRun(text) {
    const said = wordsOf(text)
    for (let at = 0; at + RUN <= said.length; at++)
      if (runs.has(said.slice(at, at + RUN).join(' '))) return true
    return false
  }
}

/** Of a sentence of its own: it must not even speak of them. */
export function createLeakCheck(rules: string): (sentence: string) => boolean {
  const holdsRun = createRunCheck(rules)
  return (sentence) => ABOUT.test(sentence) || holdsRun(sentence)
}
