// Words of one language into search terms: stemmed where a stemmer is known, stopwords marked.

import { newStemmer } from 'snowball-stemmers'
import { lightStemmer } from './languages/light-stems.ts'
import { formsOf } from './lexicon/lexicon.ts'
import { stopwordsOf } from './stopwords.ts'
import { fold, tokenize } from './tokenizer.ts'

const ALGORITHMS: Record<string, string> = {
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
}
const CACHE = 100_000

export interface Term {
  term: string
  /** The folded word it came from. */
  word: string
  stop: boolean
  start: number
  end: number
  /** Two characters of a script without spaces, beside the word they lie in. */
  extra?: true
}

/** What is typed where the keyboard has no umlauts; after a vowel or q the e is one of its own. */
const umlauts = (word: string): string =>
  word
    .replace(/ae/g, 'ä')
    .replace(/oe/g, 'ö')
    .replace(/(?<![aeioqäö])ue/g, 'ü')

export function createAnalyser(language: string) {
  const light = lightStemmer(language)
  const algorithm = ALGORITHMS[language]
  const stemmer = algorithm === undefined ? undefined : newStemmer(algorithm)
  const stopwords = stopwordsOf(language)
  const forms = formsOf(language)
  const known = new Map<string, string>()

  /** Stemmed first, folded then: Snowball's stemmers know their language's accents. */
  function stem(word: string): string {
    let term = known.get(word)
    if (term !== undefined) return term
    const base = forms.get(word) ?? word
    const stems = base.length > 2 && base.length < 40
    if (light) term = stems ? light(fold(base)) : fold(base)
    else term = fold(stemmer && stems ? stemmer.stem(language === 'de' ? umlauts(base) : base) : base)
    if (known.size >= CACHE) known.clear()
    known.set(word, term)
    return term
  }

  function terms(text: string): Term[] {
    return tokenize(text).map(({ word, start, end, extra }) => {
      const folded = fold(word)
      if (extra) return { term: folded, word: folded, stop: false, start, end, extra }
      return { term: stem(word), word: folded, stop: stopwords.has(folded), start, end }
    })
  }

  return {
    terms,
    /** Without stopwords, unless nothing would remain. */
    content(text: string): Term[] {
      const all = terms(text)
      const content = all.filter(({ stop }) => !stop)
      // Pairs of characters reach over words that say nothing: alone they say nothing either.
      if (content.every(({ extra }) => extra)) return all.filter(({ extra }) => !extra)
      return content.length > 0 ? content : all
    },
  }
}

export type Analyser = ReturnType<typeof createAnalyser>
