// Which words of a language customers use for one another, and which forms of a word are read as one. Data only; how
// it counts is in synonyms.ts and stemming.ts.

import { EN_ACTIONS } from './en-actions.ts'
import { EN_EVERYDAY } from './en-everyday.ts'
import { EN_FORMS } from './en-forms.ts'
import { EN_THINGS } from './en-things.ts'
import { EN_TRADE } from './en-trade.ts'
import { EN_WEB } from './en-web.ts'
import { SHORT_LEXICONS } from './short-lexicons.ts'

const LEXICON: Record<string, readonly string[]> = { en: [EN_ACTIONS, EN_THINGS, EN_TRADE, EN_EVERYDAY, EN_WEB] }
const FORMS: Record<string, string> = { en: EN_FORMS }

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** One group of words a line. */
const SAME: Record<string, string> = { no: 'nb', nn: 'nb', da: 'nb' }

export const lexiconOf = (language: string): string[] =>
  (LEXICON[language] ?? [SHORT_LEXICONS[SAME[language] ?? language] ?? '']).flatMap(linesOf)

/** What each form is read as. */
export function formsOf(language: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const line of linesOf(FORMS[language] ?? '')) {
    const [word, ...others] = line.split(/\s+/)
    for (const other of others) forms.set(other, word!)
  }
  return forms
}
