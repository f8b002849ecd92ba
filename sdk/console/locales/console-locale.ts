// Fetches the console's texts in a language, part by part. What a language lacks, and any that does not arrive, stands
// in English: no agent is kept from a customer by a missing word.

import { chooseLocale } from '../../locales/choose-locale.ts'
import { RIGHT_TO_LEFT } from '../../locales/direction.ts'
import { en as sharedEnglish } from '../../locales/en.ts'
import type { Message, Messages } from '../../locales/messages.ts'
import { createTranslator, type Translator } from '../../locales/translator.ts'
import { AT_ONCE, type ConsoleKey, ENGLISH, type LaterPart } from './console-texts.ts'
import { filledText } from './filled-text.ts'

export type ConsoleTranslate = (key: ConsoleKey, params?: Record<string, string | number>) => string

export interface ConsoleTexts {
  t: ConsoleTranslate
  /** The language the texts are in, BCP 47. */
  locale: string
  dir: 'ltr' | 'rtl'
  /** The texts of elements shared with the widget, such as rich text. */
  shared: Pick<Translator, 't' | 'number'>
  /** Fetches a part that does not come with the inbox; harmless to repeat. Before it, `t` gives its keys back. */
  load(part: LaterPart): Promise<void>
  /** The parts that were asked for, so that another language can bring them along. */
  parts(): LaterPart[]
}

type Texts = Readonly<Record<string, Message>>

const ENGLISH_PARTS: Readonly<Record<LaterPart, () => Promise<{ en: Texts }>>> = {
  appearance: () => import('./appearance-en.ts'),
  assistant: () => import('./assistant-en.ts'),
  articles: () => import('./articles-en.ts'),
  settings: () => import('./settings-en.ts'),
  board: () => import('./board-en.ts'),
  search: () => import('./search-en.ts'),
  preferences: () => import('./preferences-en.ts'),
}

const fetchPart = async (language: string, part: string): Promise<Texts> => {
  if (language === 'en') return {}
  try {
    return (await import(`./languages/${part}-${language}.ts`)).texts
  } catch {
    return {}
  }
}

/** What the widget's elements say. The bundler wants the names spelled out that far. */
async function fetchShared(language: string, locale: string): Promise<Translator> {
  try {
    const [first, more] = await Promise.all([
      import(`../../locales/${language}-first.ts`),
      import(`../../locales/${language}-more.ts`),
    ])
    return createTranslator({ ...first.texts, ...more.texts } as Messages, locale)
  } catch {
    return createTranslator(sharedEnglish, locale)
  }
}

function createTexts(locale: string, own: Texts, shared: ConsoleTexts['shared']): ConsoleTexts {
  const language = locale.slice(0, 2)
  const messages: Record<string, Message> = { ...ENGLISH, ...own }
  const asked = new Map<LaterPart, Promise<void>>()
  async function fetchLater(part: LaterPart): Promise<void> {
    const [{ en }, translated] = await Promise.all([ENGLISH_PARTS[part](), fetchPart(language, part)])
    Object.assign(messages, en, translated)
  }
  return {
    t: (key, params) => filledText(messages[key] ?? key, params, locale),
    locale,
    dir: RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr',
    shared,
    parts: () => [...asked.keys()],
    load(part) {
      const loading = asked.get(part) ?? fetchLater(part)
      asked.set(part, loading)
      // Asked again after it failed, it is fetched again.
      loading.catch(() => asked.delete(part))
      return loading
    },
  }
}

/** English, which is there without waiting. @param locale for digits of shared texts */
export const englishTexts = (locale = 'en'): ConsoleTexts =>
  createTexts('en', {}, createTranslator(sharedEnglish, locale))

/** @param wanted a BCP 47 tag; English where there is nothing better */
export async function loadConsoleLocale(wanted: string): Promise<ConsoleTexts> {
  const locale = chooseLocale([wanted])
  const language = locale.slice(0, 2)
  if (language === 'en') return englishTexts(wanted)
  const [parts, shared] = await Promise.all([
    Promise.all(Object.keys(AT_ONCE).map((part) => fetchPart(language, part))),
    fetchShared(language, locale),
  ])
  const own: Texts = Object.assign({}, ...parts)
  // A language nobody has begun would only turn an English page around.
  if (Object.keys(own).length === 0) return englishTexts(wanted)
  return createTexts(locale, own, shared)
}
