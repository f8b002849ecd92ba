// What was typed into the search, taken apart: words, phrases, what must not be there, operators. Knows no table.

import { isUnspaced, wordsOf } from './search-words.ts'

export const OPERATORS = [
  'from',
  'in',
  'is',
  'assignee',
  'tag',
  'topic',
  'department',
  'channel',
  'priority',
  'site',
  'lang',
  'before',
  'after',
  'ref',
  'email',
  'has',
] as const
export type SearchOperator = (typeof OPERATORS)[number]

export interface AskedOperator {
  operator: SearchOperator
  value: string
}

export interface AskedWords {
  /** Folded, in order; several are a phrase. */
  words: string[]
  /** Also the beginning of longer words. */
  prefix: boolean
  without: boolean
}

export interface Asked {
  terms: AskedWords[]
  operators: AskedOperator[]
  /** Operators there are none of, as typed. */
  unknown: string[]
  /** What is left without operators, to look for people, references and articles by. */
  text: string
}

/** More than anybody means. */
const MOST_TERMS = 20
/** Shorter ones stand for themselves: there are too many longer words that begin so. */
const PREFIX_FROM = 3

const TOKEN = /(-?)(?:([\p{L}_]+):(?!\/\/))?(?:"([^"]*)"?|(\S+))/gu

const isOperator = (name: string): name is SearchOperator => (OPERATORS as readonly string[]).includes(name)

function termOf(text: string, quoted: boolean, without: boolean): AskedWords | null {
  const words = [...wordsOf(text)].map(({ word }) => word)
  // The end of a stretch without spaces is found by its pairs; alone, one character begins them.
  const pairs = isUnspaced(text) && words.length > 1 ? words.slice(0, -1) : words
  if (pairs.length === 0) return null
  const lone = pairs.length === 1
  const prefix = lone && !quoted && (isUnspaced(text) || [...pairs[0]!].length >= PREFIX_FROM)
  return { words: pairs, prefix, without }
}

export function readSearch(q: string): Asked {
  const asked: Asked = { terms: [], operators: [], unknown: [], text: '' }
  const rest: string[] = []
  for (const [whole, minus, name, quoted, bare] of q.matchAll(TOKEN)) {
    const value = quoted ?? bare ?? ''
    const operator = name?.toLowerCase()
    if (operator !== undefined && isOperator(operator) && !minus && value) {
      asked.operators.push({ operator, value: value.trim() })
      continue
    }
    if (operator !== undefined) {
      asked.unknown.push(whole)
      continue
    }
    const term = asked.terms.length < MOST_TERMS ? termOf(value, quoted !== undefined, minus === '-') : null
    if (!term) continue
    asked.terms.push(term)
    if (!term.without) rest.push(value)
  }
  asked.text = rest.join(' ')
  return asked
}

const lexeme = (word: string): string => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

/** PostgreSQL's `tsquery` of the words and of facts that must hold; null where nothing is asked of the words. */
export function tsqueryOf(terms: readonly AskedWords[], facts: readonly string[]): string | null {
  const parts = [
    ...facts,
    ...terms.map(({ words, prefix, without }) => {
      const phrase = words.map((word) => lexeme(word) + (prefix ? ':*' : '')).join(' <-> ')
      return `${without ? '!' : ''}(${phrase})`
    }),
  ]
  return parts.length > 0 ? parts.join(' & ') : null
}

/** A fact of message-search.sql, for `tsqueryOf`; several are alternatives. */
export const factsOf = (...facts: string[]): string =>
  `(${facts.map((fact) => lexeme(`=${fact}`)).join(' | ')})`
