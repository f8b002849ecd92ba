// A console text with its values written in, as `format` does it for the widget; but a list is drawn of hundreds of
// texts a second, so what Intl makes for it is kept.

import { intlLocale, type Message, type MessageParams } from '../../locales/messages.ts'
import { numberFormat, pluralRules } from '../kept-formats.ts'

export function filledText(message: Message, params: MessageParams | undefined, locale: string): string {
  const form =
    typeof message === 'string'
      ? message
      : (message[pluralRules(locale).select(Number(params?.n))] ?? message.other)
  if (!params) return form
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numberFormat(intlLocale(locale)).format(value) : value
  })
}
