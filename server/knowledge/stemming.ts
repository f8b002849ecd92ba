// Words of one language into search terms: stemmed where a stemmer is known, stopwords marked.

import { newStemmer } from 'snowball-stemmers'
import { stopwordsOf } from './stopwords.ts'
import { fold, tokenize } from './tokenizer.ts'

const ALGORITHMS: Record<string, string> = {
  ar: 'arabic',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
}
const CACHE = 20_000

export interface Term {
  term: string
  /** The folded word it came from. */
  word: string
  stop: boolean
  start: number
  end: number
}

export function createAnalyser(language: string) {
  const algorithm = ALGORITHMS[language]
  const stemmer = algorithm === undefined ? undefined : newStemmer(algorithm)
  const stopwords = stopwordsOf(language)
  const known = new Map<string, string>()

  /** Stemmed first, folded then: the stemmers know their language's accents. */
  function stem(word: string): string {
    let term = known.get(word)
    if (term !== undefined) return term
    term = fold(stemmer && word.length > 2 && word.length < 40 ? stemmer.stem(word) : word)
    if (known.size >= CACHE) known.clear()
    known.set(word, term)
    return term
  }

  function terms(text: string): Term[] {
    return tokenize(text).map(({ word, start, end }) => {
      const folded = fold(word)
      return { term: stem(word), word: folded, stop: stopwords.has(folded), start, end }
    })
  }

  return {
    terms,
    /** Without stopwords, unless nothing would remain. */
    content(text: string): Term[] {
      const all = terms(text)
      const content = all.filter(({ stop }) => !stop)
      return content.length > 0 ? content : all
    },
  }
}

export type Analyser = ReturnType<typeof createAnalyser>
