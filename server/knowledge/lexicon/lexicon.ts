// Which words of a language customers use for one another, and which forms of a word are read as one. Data only; how
// it counts is in synonyms.ts and stemming.ts.

import { AR_WORDS } from './arabic-lexicon.ts'
import { EN_ACTIONS } from './en-actions.ts'
import { EN_EVERYDAY } from './en-everyday.ts'
import { EN_FORMS } from './en-forms.ts'
import { EN_PLACES } from './en-places.ts'
import { EN_SERVICES } from './en-services.ts'
import { EN_THINGS } from './en-things.ts'
import { EN_TRADE } from './en-trade.ts'
import { EN_WEB } from './en-web.ts'
import { DE_WORDS, NL_WORDS } from './german-lexicons.ts'
import { DA_WORDS, NB_WORDS, SV_WORDS } from './nordic-lexicons.ts'
import { ES_WORDS, FR_WORDS, IT_WORDS, PT_WORDS } from './romance-lexicons.ts'

const LEXICON: Record<string, readonly string[]> = {
  ar: [AR_WORDS],
  da: [DA_WORDS],
  de: [DE_WORDS],
  en: [EN_ACTIONS, EN_THINGS, EN_TRADE, EN_EVERYDAY, EN_WEB, EN_SERVICES, EN_PLACES],
  es: [ES_WORDS],
  fr: [FR_WORDS],
  it: [IT_WORDS],
  nb: [NB_WORDS],
  nl: [NL_WORDS],
  nn: [NB_WORDS],
  no: [NB_WORDS],
  pt: [PT_WORDS],
  sv: [SV_WORDS],
}
const FORMS: Record<string, string> = { en: EN_FORMS }

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/**
 * One group of words a line: `a b | c d`. Those before the bar mean nearly the same; each one after it leads to those
 * before it and back, not to its neighbours. Words of a phrase are joined by "+".
 */
export const lexiconOf = (language: string): string[] => (LEXICON[language] ?? []).flatMap(linesOf)

/** What each form is read as. */
export function formsOf(language: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const line of linesOf(FORMS[language] ?? '')) {
    const [word, ...others] = line.split(/\s+/)
    for (const other of others) forms.set(other, word!)
  }
  return forms
}
