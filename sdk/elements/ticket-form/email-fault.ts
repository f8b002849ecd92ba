// What is wrong with an e-mail address, in words a person can act on. The server has the last word.

import type { MessageKey } from '../../locales/messages.ts'

/** Null when it looks right. */
export function emailFault(text: string): MessageKey | null {
  const email = text.trim()
  if (!email) return 'fault.email'
  const [, domain, more] = email.split('@')
  if (domain === undefined) return 'fault.email_at'
  if (domain && more === undefined && !domain.includes('.')) return 'fault.email_ending'
  return more === undefined && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*\.[^\s@.]{2,}$/.test(email)
    ? null
    : 'fault.email_form'
}
