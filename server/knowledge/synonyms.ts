// Words that customers use for one another, with how nearly they mean the same: from the language's lexicon and from the
// owner's own lines. Knows no article.

import { lexiconOf } from './lexicon/lexicon.ts'
import { readSynonymLine } from './own-synonyms.ts'
import type { Analyser } from './stemming.ts'

/** Several words that stand for one thing ("get rid of"); its term is theirs joined by "+". */
export interface Phrase {
  /** Places of its first and last word. */
  from: number
  to: number
  term: string
}

export interface Synonyms {
  /** Terms that may stand for this one, 0 to 1: how surely the same is meant. */
  related(term: string): ReadonlyMap<string, number>
  /** Phrases among the terms of a text, stopwords included. */
  phrases(terms: readonly string[]): Phrase[]
}

export const T = { CLOSE: 0.7, LOOSE: 0.35, OWN: 0.9 }
/** "turn it off", "get my money back": what may stand between a verb and its little word. */
const GAP = 2
const SPLIT = new Set('off on out up down back in away over ab an aus auf ein zurück weg'.split(' '))
const NONE: ReadonlyMap<string, number> = new Map()

/** @param own lines an owner wrote, see own-synonyms.ts; faulty ones are passed over */
export function createSynonyms(language: string, analyser: Analyser, own: readonly string[] = []): Synonyms {
  const related = new Map<string, Map<string, number>>()
  const starts = new Map<string, string[][]>()
  const known = new Set<string>()

  /** The entry as a term; one of several words is a phrase from now on. */
  function termOf(entry: string): string {
    const words = analyser.terms(entry).map(({ term }) => term)
    const term = words.join('+')
    if (words.length > 1 && !known.has(term)) {
      known.add(term)
      const list = starts.get(words[0]!)
      if (list) list.push(words)
      else starts.set(words[0]!, [words])
    }
    return term
  }

  function relate(from: string, to: string, weight: number): void {
    if (from === to || !from || !to) return
    const map = related.get(from) ?? new Map<string, number>()
    related.set(from, map)
    map.set(to, Math.max(weight, map.get(to) ?? 0))
  }

  for (const line of lexiconOf(language)) {
    const [close = [], loose = []] = line.split('|').map((side) =>
      side
        .split(/\s+/)
        .filter(Boolean)
        .map((entry) => termOf(entry.replaceAll('+', ' '))),
    )
    for (const from of close) {
      for (const to of close) relate(from, to, T.CLOSE)
      for (const to of loose) {
        relate(from, to, T.LOOSE)
        relate(to, from, T.LOOSE)
      }
    }
  }
  for (const rule of own.map(readSynonymLine)) {
    if (typeof rule === 'string') continue
    const targets = rule.to.map(termOf)
    for (const from of rule.from.map(termOf)) for (const to of targets) relate(from, to, T.OWN)
  }

  /** Place of the phrase's last word, or -1. */
  function ends(terms: readonly string[], words: readonly string[], from: number): number {
    let at = from
    for (const word of words.slice(1)) {
      const last = at + 1 + (SPLIT.has(word) ? GAP : 0)
      let next = at + 1
      while (next <= last && terms[next] !== word) next++
      if (next > last || next >= terms.length) return -1
      at = next
    }
    return at
  }

  return {
    related: (term) => related.get(term) ?? NONE,
    phrases(terms) {
      const found: Phrase[] = []
      terms.forEach((term, from) => {
        for (const words of starts.get(term) ?? []) {
          const to = ends(terms, words, from)
          if (to >= 0) found.push({ from, to, term: words.join('+') })
        }
      })
      return found
    },
  }
}
