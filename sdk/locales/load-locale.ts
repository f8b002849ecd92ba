// Fetches a language. Each is in two parts, so that the first view need not wait for texts of the others; English's
// first part comes with this file, all else is a file of its own. Their names are worked out, not listed: a table of
// addresses would cost every visitor what only some need (see widget/locale-files.ts).

import { chooseLocale } from './choose-locale.ts'
import { enFirst } from './en-first.ts'
import type { FirstMessages, Messages, MoreMessages } from './messages.ts'

interface Parts {
  first: FirstMessages
  more: Partial<MoreMessages>
  late: Partial<MoreMessages>
}

/** The widget's bundle has the second part in two, and says so here: see widget/locale-files.ts. */
const HAS_LATE = false

const fetchPart = async <Part extends keyof Parts>(locale: string, part: Part): Promise<Parts[Part]> => {
  const file = `${locale.slice(0, 2)}-${part}`
  return (await import(`./${file}.ts`)).texts
}

export interface LoadedLocale {
  /** Filled by `more` and `late`: until then only what the first views need is in it. */
  messages: Messages
  /** The language the texts are in, with the region that was asked for. */
  locale: string
  /** Fetches what the views say at once; harmless to repeat, as is the next. */
  more(): Promise<void>
  /** Fetches what is said by parts that come later still. */
  late(): Promise<void>
}

/**
 * The first part of a language. A language that does not arrive must not cost the customer the support: English
 * stands in.
 *
 * @param wanted BCP 47 tags, the dearest first; the first one we have is taken
 */
export async function loadFirst(...wanted: (string | null | undefined)[]): Promise<LoadedLocale> {
  let locale = chooseLocale(wanted)
  let first: FirstMessages = enFirst
  if (!locale.startsWith('en'))
    first = await fetchPart(locale, 'first').catch(() => {
      locale = 'en'
      return enFirst
    })
  const messages = { ...first } as Messages
  return {
    messages,
    locale,
    async more() {
      if (!('chat.write' in messages)) Object.assign(messages, await fetchPart(locale, 'more'))
    },
    async late() {
      if (HAS_LATE && !('chat.earlier' in messages)) Object.assign(messages, await fetchPart(locale, 'late'))
    },
  }
}

/** All of a language. */
export async function loadLocale(wanted: string): Promise<{ messages: Messages; locale: string }> {
  const loaded = await loadFirst(wanted)
  await loaded.more()
  await loaded.late()
  return loaded
}
