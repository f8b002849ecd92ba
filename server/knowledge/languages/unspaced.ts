// Words of scripts that put no spaces between them: cut by Unicode's dictionaries, with pairs of neighbouring characters
// beside them, so that a question cut otherwise than the article still finds it. Knows no language's grammar.

export interface UnspacedToken {
  word: string
  start: number
  end: number
  /** A pair of characters, beside the word it lies in. */
  extra?: true
}

/** Han and kana together, Hangul, and the scripts of Thai, Lao, Khmer and Burmese. */
const RUN =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]|[\p{Script=Thai}]|[\p{Script=Lao}]|[\p{Script=Khmer}]|[\p{Script=Myanmar}])+|\p{Script=Hangul}+/gu
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u
const HANGUL = /^\p{Script=Hangul}/u
/** A letter with the signs that belong to it. */
const CLUSTER = /\P{M}\p{M}*/gu

/** Endings of Korean nouns and polite verbs that say how a word is used, the long ones first. */
const PARTICLES =
  `입니다 습니다 했어요 했는데 하세요 해주세요 에서는 에게서 으로는 부터는 까지는 이에요 예요 인가요 나요 한테 에서 에게 으로
  부터 까지 처럼 보다 마다 하고 해요 할까요 하는 하면 하다 한 할 은 는 이 가 을 를 의 에 와 과 도 로 만 요`.split(
    /\s+/,
  )

/** Made when first needed: the dictionaries are big. */
const segmenters = new Map<string, Intl.Segmenter>()
function segmenterOf(locale: string): Intl.Segmenter {
  let segmenter = segmenters.get(locale)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(locale, segmenter)
  }
  return segmenter
}

const localeOf = (run: string): string => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)) return 'ja'
  if (/\p{Script=Han}/u.test(run)) return 'zh'
  if (/\p{Script=Thai}/u.test(run)) return 'th'
  if (/\p{Script=Lao}/u.test(run)) return 'lo'
  return /\p{Script=Khmer}/u.test(run) ? 'km' : 'my'
}

/** A Korean word without its particle, where two syllables or more remain. */
function withoutParticle(word: string): string {
  const particle = PARTICLES.find((ending) => word.endsWith(ending) && word.length - ending.length >= 2)
  return particle ? word.slice(0, -particle.length) : word
}

/** Neighbouring characters of a run, two by two. */
function pairsIn(run: string, offset: number): UnspacedToken[] {
  const clusters = [...run.matchAll(CLUSTER)]
  return clusters.slice(1).map((second, at) => {
    const first = clusters[at]!
    const end = second.index + second[0].length
    return { word: first[0] + second[0], start: offset + first.index, end: offset + end, extra: true }
  })
}

function wordsIn(run: string, offset: number): UnspacedToken[] {
  if (HANGUL.test(run)) return [{ word: withoutParticle(run), start: offset, end: offset + run.length }]
  return [...segmenterOf(localeOf(run)).segment(run)]
    .filter(({ isWordLike }) => isWordLike !== false)
    .map(({ segment, index }) => ({
      word: segment,
      start: offset + index,
      end: offset + index + segment.length,
    }))
}

export const isUnspaced = (text: string): boolean => UNSPACED.test(text)

/** Words and pairs of a stretch of letters, in the order they stand; what of it has spaces elsewhere comes whole. */
export function splitUnspaced(text: string, offset: number): UnspacedToken[] {
  const tokens: UnspacedToken[] = []
  let end = 0
  const plain = (to: number): void => {
    if (to > end) tokens.push({ word: text.slice(end, to), start: offset + end, end: offset + to })
  }
  for (const { 0: found, index } of text.matchAll(RUN)) {
    plain(index)
    const words = wordsIn(found, offset + index)
    const known = new Set(
      words.map(({ start, end, word }) => (word.length === end - start ? `${start} ${end}` : '')),
    )
    const pairs = pairsIn(found, offset + index).filter(({ start, end }) => !known.has(`${start} ${end}`))
    tokens.push(...[...words, ...pairs].sort((a, b) => a.start - b.start || b.end - a.end))
    end = index + found.length
  }
  plain(text.length)
  // Half-width and full-width forms are the same letters.
  return tokens.map((token) => ({ ...token, word: token.word.normalize('NFKC').toLowerCase() }))
}
