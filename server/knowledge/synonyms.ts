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

/** What the two sides of a line count, and an owner's own words; the word itself counts 1. */
const CLOSE = 0.7
const LOOSE = 0.4
const OWN = 0.9
/** "turn it off", "get my money back": what may stand between a verb and its little word. */
const GAP = 2
const SPLIT = new Set(
  `off on out up down back in away over ab an aus auf ein zurück weg inn ut på av ned bort tilbake ind fra til
  tillbaka upp`.split(/\s+/),
)
const NONE: ReadonlyMap<string, number> = new Map()

/** Terms with what they lead to, and phrases by their first word. */
interface Relations {
  related: Map<string, Map<string, number>>
  starts: Map<string, string[][]>
}

function createRelations(analyser: Analyser) {
  const relations: Relations = { related: new Map(), starts: new Map() }
  const { related, starts } = relations
  const known = new Set<string>()
  return {
    relations,
    /** The entry as a term; one of several words is a phrase from now on. */
    termOf(entry: string): string {
      const words = analyser.terms(entry).map(({ term }) => term)
      const term = words.join('+')
      if (words.length > 1 && !known.has(term)) {
        known.add(term)
        const list = starts.get(words[0]!)
        if (list) list.push(words)
        else starts.set(words[0]!, [words])
      }
      return term
    },
    relate(from: string, to: string, weight: number): void {
      if (from === to || !from || !to) return
      const map = related.get(from) ?? new Map<string, number>()
      related.set(from, map)
      map.set(to, Math.max(weight, map.get(to) ?? 0))
    },
  }
}

/** Read once: a lexicon is thousands of words, and the same for everybody. */
const lexicons = new Map<string, Relations>()

function relationsOf(language: string, analyser: Analyser): Relations {
  const held = lexicons.get(language)
  if (held) return held
  const { relations, termOf, relate } = createRelations(analyser)
  for (const line of lexiconOf(language)) {
    const [close = [], loose = []] = line
      .split('|')
      .map((side) => (side.match(/\S+/g) ?? []).map((entry) => termOf(entry.replaceAll('+', ' '))))
    for (const from of close) {
      for (const to of close) relate(from, to, CLOSE)
      for (const to of loose) {
        relate(from, to, LOOSE)
        relate(to, from, LOOSE)
      }
    }
  }
  lexicons.set(language, relations)
  return relations
}

function ownRelations(lines: readonly string[], analyser: Analyser): Relations {
  const { relations, termOf, relate } = createRelations(analyser)
  for (const rule of lines.map(readSynonymLine)) {
    if (typeof rule === 'string') continue
    const targets = rule.to.map(termOf)
    for (const from of rule.from.map(termOf)) for (const to of targets) relate(from, to, OWN)
  }
  return relations
}

/** Place of the phrase's last word, or -1. */
function endOf(terms: readonly string[], words: readonly string[], from: number): number {
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

/** @param own lines an owner wrote, see own-synonyms.ts; faulty ones are passed over */
export function createSynonyms(language: string, analyser: Analyser, own: readonly string[] = []): Synonyms {
  const lexicon = relationsOf(language, analyser)
  const owners = ownRelations(own, analyser)

  return {
    related(term) {
      const known = lexicon.related.get(term)
      const added = owners.related.get(term)
      return known && added ? new Map([...known, ...added]) : (added ?? known ?? NONE)
    },
    phrases(terms) {
      const found = new Map<string, Phrase>()
      terms.forEach((term, from) => {
        for (const { starts } of [lexicon, owners])
          for (const words of starts.get(term) ?? []) {
            const to = endOf(terms, words, from)
            if (to < 0) continue
            const phrase = { from, to, term: words.join('+') }
            found.set(`${from} ${phrase.term}`, phrase)
          }
      })
      return [...found.values()]
    },
  }
}
