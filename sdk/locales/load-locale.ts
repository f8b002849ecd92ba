// Finds and fetches a language. Each is in two parts, so that the first view need not wait for texts of the others;
// English's first part comes with this file, all else is a chunk of its own.

import { enFirst } from './en-first.ts'
import type { FirstMessages, Messages, MoreMessages } from './messages.ts'

interface Language {
  first(): Promise<FirstMessages>
  rest(): Promise<MoreMessages>
}

const english: Language = {
  first: async () => enFirst,
  rest: async () => (await import('./en-more.ts')).enMore,
}
const norwegian: Language = {
  first: async () => (await import('./nb-first.ts')).nbFirst,
  rest: async () => (await import('./nb-more.ts')).nbMore,
}
const languages: Readonly<Record<string, Language>> = {
  en: english,
  de: {
    first: async () => (await import('./de-first.ts')).deFirst,
    rest: async () => (await import('./de-more.ts')).deMore,
  },
  fr: {
    first: async () => (await import('./fr-first.ts')).frFirst,
    rest: async () => (await import('./fr-more.ts')).frMore,
  },
  es: {
    first: async () => (await import('./es-first.ts')).esFirst,
    rest: async () => (await import('./es-more.ts')).esMore,
  },
  nb: norwegian,
  nn: norwegian,
  no: norwegian,
  ar: {
    first: async () => (await import('./ar-first.ts')).arFirst,
    rest: async () => (await import('./ar-more.ts')).arMore,
  },
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
    return enFirst
  })
  const messages = { ...first } as Messages
  return {
    messages,
    locale,
    async more() {
      if ('chat.write' in messages) return
      const language = locale === 'en' ? english : known!
      Object.assign(messages, await language.rest())
    },
  }
}

/** All of a language. */
export async function loadLocale(wanted: string): Promise<{ messages: Messages; locale: string }> {
  const loaded = await loadFirst(wanted)
  await loaded.more()
  return loaded
}
