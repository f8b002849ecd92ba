// Dates in the settings' lists, in the reader's language.

import { intlLocale } from '../../locales/messages.ts'

export const formatWhen = (at: string, locale: string): string =>
  new Intl.DateTimeFormat(intlLocale(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  )
