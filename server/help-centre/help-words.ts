// The texts of the help centre in one language: the widget's own, the owner's words for them, and what only these pages
// say. Knows no page.

import { chooseLocale } from '../../sdk/locales/choose-locale.ts'
import { loadLocale } from '../../sdk/locales/load-locale.ts'
import { format, intlLocale, type Messages } from '../../sdk/locales/messages.ts'
import { createTranslator, type Translator } from '../../sdk/locales/translator.ts'
import { wordsIn } from '../platform/mail/mail-language.ts'
import type { Site } from '../sites/site.service.ts'
import { ownTexts } from '../sites/widget-settings.ts'
import { HELP_CENTRE_TEXTS, type HelpCentreTexts } from './help-centre-texts.ts'

export interface HelpWords extends Translator {
  /** What only the help centre says. */
  say(key: keyof HelpCentreTexts, params?: Record<string, string>): string
  /** A language by its name in this one: `Deutsch`, `allemand`. */
  languageName(tag: string): string
  /** `12 November 2026`: a page may be read years later. */
  date(at: Date): string
}

/** @param wanted BCP 47; a language without texts gets English ones */
export async function loadWords(site: Pick<Site, 'settings'>, wanted: string): Promise<HelpWords> {
  const { messages, locale } = await loadLocale(chooseLocale([wanted]))
  const own = ownTexts(site, wanted)
  const translator = createTranslator({ ...messages, ...own } as Messages, locale)
  const { words } = wordsIn(HELP_CENTRE_TEXTS, locale)
  const intl = intlLocale(locale)
  const dates = new Intl.DateTimeFormat(intl, { dateStyle: 'long', timeZone: 'UTC' })
  const names = new Intl.DisplayNames(intl, { type: 'language' })
  return {
    ...translator,
    say: (key, params) => format(words[key], params, locale),
    languageName: (tag) => names.of(tag) ?? tag,
    date: (at) => dates.format(at),
  }
}

/** A language by its own name, as its readers look for it. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
