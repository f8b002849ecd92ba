// The language a message is written in, by its script and its small words. What says too little to tell follows what
// the customer wrote before, and then their page.

import { LETTERS, TELLTALES } from './language-words.ts'

const SCRIPTS: readonly [pattern: RegExp, language: (text: string) => string][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, () => 'ja'],
  [/\p{Script=Hangul}/u, () => 'ko'],
  [/\p{Script=Han}/u, () => 'zh'],
  [/\p{Script=Arabic}/u, (text) => (/[پچژگ]|\bاست\b/.test(text) ? 'fa' : 'ar')],
  [/\p{Script=Hebrew}/u, () => 'he'],
  [/\p{Script=Cyrillic}/u, (text) => (/[ыэёъ]/i.test(text) ? 'ru' : 'uk')],
  [/\p{Script=Greek}/u, () => 'el'],
  [/\p{Script=Thai}/u, () => 'th'],
  [/\p{Script=Devanagari}/u, () => 'hi'],
]
/** Letters of another script that make a message one of that script: a brand's name in Latin does not count. */
const ENOUGH_LETTERS = 2

const SHORT = 4
const NEIGHBOURS = ['nb', 'da', 'sv']

const tables = new Map(
  Object.entries(TELLTALES).map(([language, words]) => [language, new Set(words.split(/\s+/))] as const),
)
const SAME: Record<string, string> = { no: 'nb', nn: 'nb', iw: 'he' }

/** `pt-BR` → `pt`. */
export function languageOf(locale: string | null): string | null {
  const language = locale?.toLowerCase().split(/[-_]/)[0]
  return language ? (SAME[language] ?? language) : null
}

/** `wordpress.com` says nothing of the language: "com" is Portuguese for "with". */
const HOST = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** A language's points: each of its small words one, a letter of its own half a one. */
function points(text: string): Map<string, number> {
  const words = text.replace(HOST, ' ').match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? []
  const sums = new Map<string, number>()
  const add = (language: string, much: number) => sums.set(language, (sums.get(language) ?? 0) + much)
  for (const word of words)
    for (const [language, table] of tables) if (table.has(word.replace('’', "'"))) add(language, 1)
  for (const [pattern, languages] of LETTERS)
    if (pattern.test(text)) for (const language of languages) add(language, 0.5)
  return sums
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0

function scriptOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [pattern, language] of SCRIPTS) {
    const own = text.match(new RegExp(pattern, 'gu'))?.length ?? 0
    if (own >= ENOUGH_LETTERS && own * 4 >= letters) return language(text)
  }
  return null
}

/** Null where the text does not tell. `expected` wins where languages are about even. */
export function detectLanguage(text: string, expected: readonly (string | null)[] = []): string | null {
  const lower = text.toLowerCase().normalize('NFC')
  const script = scriptOf(lower)
  if (script) return script
  const sums = [...points(lower)].sort(([, a], [, b]) => b - a)
  const [best, second] = sums
  if (!best || best[1] < 1) return null
  const even = sums.filter(([, sum]) => sum >= best[1] - 0.5).map(([language]) => language)
  const wanted = expected.find((language) => language !== null && even.includes(language))
  if (wanted) return wanted
  // Neighbours as alike as Danish and Norwegian: any of them is understood by both.
  if (best[1] >= 2 && NEIGHBOURS.includes(best[0]) && even.every((language) => NEIGHBOURS.includes(language)))
    return best[0]
  const lead = best[1] - (second?.[1] ?? 0)
  // One small word in a long message may be a name, or of two languages; in a short one it tells.
  return lead >= 1 && (best[1] >= 2 || wordCount(lower) <= SHORT) ? best[0] : null
}

/** What the customer is answered in. @param texts  theirs, newest first */
export function chooseLanguage(texts: readonly string[], locale: string | null): string {
  const page = languageOf(locale)
  for (const text of texts) {
    const found = detectLanguage(text, [page])
    if (found) return found
  }
  return page ?? 'en'
}
