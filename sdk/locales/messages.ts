// How texts are looked up and filled in. No DOM, no network: a language is data that somebody else loads.

import type { enFirst } from './en-first.ts'
import type { texts as enMore } from './en-more.ts'

/** A text, or one for each plural form the language has (`Intl.PluralRules`), chosen by the parameter `n`. */
export type Message = string | ({ other: string } & { [form in Intl.LDMLPluralRule]?: string })
export type FirstMessages = Readonly<Record<keyof typeof enFirst, Message>>
export type MoreMessages = Readonly<Record<keyof typeof enMore, Message>>
export type Messages = FirstMessages & MoreMessages
export type MessageKey = keyof Messages
export type MessageParams = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, params?: MessageParams) => string

const preferred: Readonly<Record<string, string>> = { ar: 'ar-u-hc-h23-nu-arab', en: 'en-GB' }

/**
 * The language tag for Intl: plain Arabic is written with Arabic digits and 24 hours here, plain English with the day
 * first. With a region, all of that is the region's.
 */
export const intlLocale = (locale: string): string => preferred[locale] ?? locale

/** Fills `{name}` in; numbers are written in the language's own digits. */
export function format(message: Message, params: MessageParams = {}, locale = 'en'): string {
  const form = typeof message === 'string' ? message : pluralForm(message, Number(params.n), locale)
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? new Intl.NumberFormat(intlLocale(locale)).format(value) : value
  })
}

function pluralForm(message: Exclude<Message, string>, n: number, locale: string): string {
  return message[new Intl.PluralRules(locale).select(n)] ?? message.other
}

export const createTranslate =
  (messages: Messages, locale: string): Translate =>
  (key, params) =>
    format(messages[key] ?? '', params, locale)
