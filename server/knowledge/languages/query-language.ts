// In which language somebody has written, of those a site has articles in: by the script, then by its little words. The
// page's language is often not the visitor's.

import { stopwordsOf } from '../stopwords.ts'
import { fold, tokenize } from '../tokenizer.ts'

/** Scripts that tell a language, or a few. Latin tells nothing. */
const SCRIPTS: readonly [pattern: RegExp, languages: readonly string[]][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['ja']],
  [/\p{Script=Hangul}/gu, ['ko']],
  [/\p{Script=Han}/gu, ['zh', 'ja']],
  [/\p{Script=Arabic}/gu, ['ar', 'fa', 'ur']],
  [/\p{Script=Hebrew}/gu, ['he', 'iw', 'yi']],
  [/\p{Script=Cyrillic}/gu, ['ru', 'uk', 'bg', 'sr', 'mk', 'be']],
  [/\p{Script=Greek}/gu, ['el']],
  [/\p{Script=Thai}/gu, ['th']],
  [/\p{Script=Lao}/gu, ['lo']],
  [/\p{Script=Khmer}/gu, ['km']],
  [/\p{Script=Myanmar}/gu, ['my']],
  [/\p{Script=Devanagari}/gu, ['hi', 'mr', 'ne']],
  [/\p{Script=Armenian}/gu, ['hy']],
  [/\p{Script=Tamil}/gu, ['ta']],
]
/** So many little words more than the visitor's own language has in the text. */
const CLEARLY = 2

/** Letters of the script that most of the text is in; undefined for Latin. */
function scriptOf(text: string): readonly string[] | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  // A few kana make a text Japanese, whatever Han stands between.
  return SCRIPTS.find(
    ([pattern], at) => (text.match(pattern)?.length ?? 0) * (at === 0 ? 8 : 2) > letters,
  )?.[1]
}

/**
 * The language to prefer; the visitor's unless the text says otherwise.
 * @param languages those there are articles in
 */
export function queryLanguage(
  text: string,
  languages: readonly string[],
  visitor: string | null,
): string | null {
  const written = scriptOf(text)
  if (written) {
    if (visitor !== null && written.includes(visitor)) return visitor
    const able = languages.filter((language) => written.includes(language))
    return able.length === 1 ? able[0]! : (mostLittleWords(text, able) ?? able[0] ?? visitor)
  }
  const latin = languages.filter((language) => !SCRIPTS.some(([, of]) => of.includes(language)))
  const found = mostLittleWords(text, latin)
  if (found === null || found === visitor) return visitor
  const own = visitor === null ? 0 : littleWords(text, visitor)
  return littleWords(text, found) >= own + CLEARLY ? found : visitor
}

function littleWords(text: string, language: string): number {
  const known = stopwordsOf(language)
  return tokenize(text).filter(({ word }) => known.has(fold(word))).length
}

/** Of several with as many, none is told. */
function mostLittleWords(text: string, languages: readonly string[]): string | null {
  const counted = languages
    .map((language) => ({ language, count: littleWords(text, language) }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = counted
  return first && first.count > (second?.count ?? 0) ? first.language : null
}
