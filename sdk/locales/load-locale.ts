// Finds and fetches a language. Each is in two parts, so that the first view need not wait for texts of the others;
// English's first part comes with this file, all else is a chunk of its own.

import { enFirst } from './en-first.ts'
import type { FirstMessages, Messages, MoreMessages } from './messages.ts'

interface Language {
  first(): Promise<{ texts: Partial<FirstMessages> }>
  rest(): Promise<{ texts: Partial<MoreMessages> }>
}

const english: Language = {
  first: async () => ({ texts: enFirst }),
  rest: async () => ({ texts: (await import('./en-more.ts')).enMore }),
}
const norwegian: Language = { first: () => import('./nb-first.ts'), rest: () => import('./nb-more.ts') }
const languages: Readonly<Record<string, Language>> = {
  en: english,
  de: { first: () => import('./de-first.ts'), rest: () => import('./de-more.ts') },
  fr: { first: () => import('./fr-first.ts'), rest: () => import('./fr-more.ts') },
  es: { first: () => import('./es-first.ts'), rest: () => import('./es-more.ts') },
  nb: norwegian,
  nn: norwegian,
  no: norwegian,
  ar: { first: () => import('./ar-first.ts'), rest: () => import('./ar-more.ts') },
}

export interface LoadedLocale {
  /** Filled by `more`: until then only what the first views need is in it. */
  messages: Messages
  /** The language the texts are in, with the region that was asked for. */
  locale: string
  /** Fetches the rest; harmless to repeat. */
  more(): Promise<void>
}

/** The first part of a language. A missing language must not cost the customer the support: English stands in. */
export async function loadFirst(wanted: string): Promise<LoadedLocale> {
  const known = languages[wanted.split('-')[0]!.toLowerCase()]
  let locale = known ? wanted : 'en'
  const first = await (known ?? english).first().catch(() => {
    locale = 'en'
    return { texts: enFirst }
  })
  const messages = { ...first.texts } as Messages
  return {
    messages,
    locale,
    async more() {
      if ('chat.write' in messages) return
      const language = locale === 'en' ? english : known!
      Object.assign(messages, (await language.rest()).texts)
    },
  }
}

/** All of a language. */
export async function loadLocale(wanted: string): Promise<{ messages: Messages; locale: string }> {
  const loaded = await loadFirst(wanted)
  await loaded.more()
  return loaded
}
