// Reads what a sentence states so that two can be compared: its clauses, each yes or no, and its numbers with their
// units. Knows no passages.

import { createAnalyser } from '../../knowledge/stemming.ts'
import { fold, tokenize } from '../../knowledge/tokenizer.ts'
import { NUMBER_WORDS, UNITS } from './number-words.ts'
import { DIVIDERS, NEGATING_PARTS, NEGATORS } from './polarity-words.ts'

export interface Clause {
  stems: Set<string>
  /** Says that something is not so. */
  negated: boolean
}

export interface Amount {
  /** `60`, `3.5`: thousands' marks gone, decimals after a dot. */
  number: string
  /** `day`, `eur`, …; null where none stands by it. */
  unit: string | null
}

const wordSets = new Map<string, ReadonlySet<string>>()
function setOf(kind: string, words: string | undefined): ReadonlySet<string> {
  let set = wordSets.get(kind)
  if (!set) {
    set = new Set(
      fold(words ?? '')
        .split(/\s+/)
        .filter(Boolean),
    )
    wordSets.set(kind, set)
  }
  return set
}

const BREAKS = /[,;:.!?()–—،؛؟。、！？\n|]+(?!\d)/

/** Sentences are cut at stops, commas and at words such as "but" and "if". */
export function clausesOf(text: string, language: string): Clause[] {
  const analyser = createAnalyserOnce(language)
  const negators = setOf(`no ${language}`, NEGATORS[language])
  const dividers = setOf(`cut ${language}`, DIVIDERS[language])
  const part = NEGATING_PARTS[language]
  const clauses: Clause[] = []
  for (const piece of text.split(BREAKS)) {
    let clause: Clause = { stems: new Set(), negated: false }
    const end = () => {
      if (clause.stems.size > 0 || clause.negated) clauses.push(clause)
      clause = { stems: new Set(), negated: false }
    }
    for (const { term, word, stop, start, end: to } of analyser.terms(piece)) {
      if (dividers.has(word)) end()
      if (negators.has(word) || part?.test(piece.slice(start, to).toLowerCase())) clause.negated = true
      else if (!stop) clause.stems.add(term)
    }
    // Where words are not set apart, the part may stand across two of them.
    if (part && (language === 'ja' || language === 'zh') && part.test(piece)) clause.negated = true
    end()
  }
  return clauses
}

const analysers = new Map<string, ReturnType<typeof createAnalyser>>()
function createAnalyserOnce(language: string) {
  let analyser = analysers.get(language)
  if (!analyser) {
    analyser = createAnalyser(language)
    analysers.set(language, analyser)
  }
  return analyser
}

export { createAnalyserOnce as analyserOf }

/** A number word counts as its digits: "sixty days" backs "60 days". */
const numberOf = (word: string): string | null => {
  const folded = fold(word)
  if (/^\d/.test(folded)) return folded.replace(/\.0+$/, '').replace(/\.$/, '')
  return NUMBER_WORDS.get(folded) ?? null
}

const unitOf = (word: string): string | null => {
  const folded = fold(word)
  for (const [unit, pattern] of UNITS) if (pattern.test(folded)) return unit
  return null
}

const SIGNS = /[€$£¥₺₴%°]|zł|円|元|₪/g
/** How far behind a number its unit may stand: "3 to 5 working days". */
const REACH = 4

/** All numbers of a text with the units beside them. */
export function amountsOf(text: string): Amount[] {
  const spaced = text.replace(SIGNS, (sign) => ` ${sign} `)
  const tokens: { word: string; digits: boolean }[] = []
  for (const part of spaced.split(/([€$£¥₺₴%°]|zł|円|元|₪|[.!?;\n|](?!\d))/)) {
    if (SIGNS.test(part) || /^[.!?;\n|]$/.test(part)) tokens.push({ word: part, digits: false })
    else for (const { word } of tokenize(part)) tokens.push({ word, digits: /^\p{N}/u.test(word) })
    SIGNS.lastIndex = 0
  }
  const amounts: Amount[] = []
  tokens.forEach(({ word, digits }, at) => {
    const number = numberOf(word)
    if (number === null) return
    // "One" and "a" are articles more often than amounts.
    if (!digits && number === '1') return
    const before = tokens[at - 1]
    let unit = before && /^\W|zł/.test(before.word) ? unitOf(before.word) : null
    for (let next = at + 1; !unit && next <= at + REACH && next < tokens.length; next++) {
      const { word: other } = tokens[next]!
      if (/^[.!?;\n|]$/.test(other)) break
      unit = unitOf(other)
    }
    amounts.push({ number, unit })
  })
  return amounts
}
