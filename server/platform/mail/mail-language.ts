// Which of the languages a room has words in is nearest to the reader's.

const SAME: Record<string, string> = { no: 'nb', nn: 'nb', iw: 'he' }

/** The words of the reader's language, else of English; with the language they are in. */
export function wordsIn<W>(
  words: Record<string, W> & { en: W },
  locale: string | null,
): { words: W; locale: string } {
  const asked = (locale ?? 'en').toLowerCase().split(/[-_]/)[0]!
  const language = SAME[asked] ?? asked
  return Object.hasOwn(words, language)
    ? { words: words[language]!, locale: language }
    : { words: words.en, locale: 'en' }
}
