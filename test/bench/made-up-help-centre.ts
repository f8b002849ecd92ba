// A help centre in number, as unlike itself as real ones are: words fall off as in any language (Zipf), each article has
// a few of its own, and questions are typed by people. The same each time.

import { stopwordsOf } from '../../server/knowledge/stopwords.ts'

export interface CorpusArticle {
  slug: string
  title: string
  locale: string
  summary: string
  passages: { heading: string; text: string }[]
}

export interface SearchCorpus {
  articles: CorpusArticle[]
  questions: { q: string; locale: string }[]
}

const VOCABULARY = 20_000
const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ai']
const ENDS = ['', 'n', 'r', 't', 'l', 'ck', 'nd', 's', 'st', 'm']
const SUFFIXES = ['', '', '', '', '', '', '', 's', 's', 'ed', 'ing']
/** Of ten words so many say nothing of the topic. */
const LITTLE = 4
/** One in so many articles is in German. */
const GERMAN = 10

/** The same numbers each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function makeSearchCorpus({
  articles: count,
  questions: asked,
}: {
  articles: number
  questions: number
}): SearchCorpus {
  const random = seeded(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const stem = (): string => {
    let word = ''
    for (let syllables = 1 + Math.floor(random() * 3); syllables > 0; syllables--)
      word += pick(ONSETS) + pick(VOWELS) + pick(ENDS)
    return word
  }
  const words = [...new Set(Array.from({ length: VOCABULARY * 2 }, stem))].slice(0, VOCABULARY)
  // A word's rank by Zipf's law: the exponent of a uniform number.
  const usual = (): string => words[Math.floor(words.length ** random()) - 1]! + pick(SUFFIXES)
  const little = { en: [...stopwordsOf('en')], de: [...stopwordsOf('de')] }

  const sentence = (locale: 'en' | 'de', own: readonly string[], length: number): string => {
    const said = Array.from({ length }, () => {
      const dice = random() * 10
      if (dice < LITTLE) return pick(little[locale])
      return dice < LITTLE + 1.5 ? pick(own) + pick(SUFFIXES) : usual()
    }).join(' ')
    return `${said[0]!.toUpperCase()}${said.slice(1)}.`
  }

  const topics: { locale: 'en' | 'de'; own: string[] }[] = []
  const articles = Array.from({ length: count }, (_, at): CorpusArticle => {
    const locale = at % GERMAN === 0 ? 'de' : 'en'
    const own = Array.from({ length: 8 }, () => pick(words))
    topics.push({ locale, own })
    const passages = Array.from({ length: 3 + Math.floor(random() * 5) }, (_, place) => ({
      heading: place < 2 ? '' : `${pick(own)} ${usual()}`,
      text: Array.from({ length: 2 + Math.floor(random() * 4) }, () =>
        sentence(locale, own, 8 + Math.floor(random() * 10)),
      ).join(' '),
    }))
    const title = `${own[0]} ${pick(little[locale])} ${own[1]} ${usual()}`
    return { slug: `article-${at}`, title, locale, summary: sentence(locale, own, 14), passages }
  })

  const mistyped = (word: string): string => {
    const at = 1 + Math.floor(random() * Math.max(1, word.length - 2))
    return random() < 0.5
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + (word[at + 1] ?? '') + word[at]! + word.slice(at + 2)
  }
  const questions = Array.from({ length: asked }, (_, at) => {
    const { locale, own } = pick(topics)
    const kind = at % 10
    // A word alone, one that is being typed, a long story, and between them sentences with now and then a mistake.
    if (kind < 2) return { q: pick(own), locale }
    if (kind === 2) return { q: `${pick(own)} ${pick(own).slice(0, 4)}`, locale }
    if (kind === 3) return { q: sentence(locale, own, 24).slice(0, 199), locale }
    const said = sentence(locale, own, 6 + Math.floor(random() * 6)).split(' ')
    const place = Math.floor(random() * said.length)
    if (kind > 6) said[place] = mistyped(said[place]!)
    return { q: said.join(' '), locale }
  })
  return { articles, questions }
}
