// Finds and fetches a language: English comes with the panel, every other one is a chunk of its own.

import { en } from './en.ts'
import type { Messages } from './messages.ts'

const languages: Readonly<Record<string, () => Promise<Messages>>> = {}

/** The texts and the tag they are in. Falls back to English, also when the chunk cannot be had. */
export async function loadLocale(wanted: string): Promise<{ messages: Messages; locale: string }> {
  const language = wanted.split('-')[0]!.toLowerCase()
  if (language === 'en') return { messages: en, locale: wanted }
  const load = languages[language]
  if (load) {
    try {
      return { messages: await load(), locale: wanted }
    } catch {
      // A missing language must not cost the customer the support: English is here already.
    }
  }
  return { messages: en, locale: 'en' }
}
