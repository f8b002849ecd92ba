// The owner's own words instead of ours: which keys there are, what may stand in braces, and what an owner has changed.

import { chooseLocale } from '../../sdk/locales/choose-locale.ts'
import { en } from '../../sdk/locales/en.ts'
import { loadLocale } from '../../sdk/locales/load-locale.ts'
import type { Message } from '../../sdk/locales/messages.ts'
import type { WidgetText } from '../../sdk/protocol/site-admin.ts'
import { Problem } from '../platform/problem.ts'
import type { Site } from './site.service.ts'
import { ownTexts } from './widget-settings.ts'

const forms = (message: Message): Record<string, string> =>
  typeof message === 'string' ? { other: message } : { ...message }

const placeholdersOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)),
]

/** Key → what may stand in braces. */
const known: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<Message>(en).map(([key, message]) => [
    key,
    placeholdersOf(Object.values(forms(message)).join(' ')),
  ]),
)

/** Faults that are told with the likeliest keys: each costs a look at all keys. */
const MOST_HINTS = 20

/**
 * @param texts language → key → text, as a merge patch: `null` takes a text back
 * @throws Problem `invalid-request` that names the likeliest keys, or the blanks a text may have
 */
export function checkOwnTexts(texts: unknown): void {
  let hints = MOST_HINTS
  const errors = Object.entries(texts ?? {}).flatMap(([locale, own]) =>
    Object.entries(own ?? {}).flatMap(([key, text]) => {
      const detail = typeof text === 'string' ? faultOf(key, text, () => hints-- > 0) : undefined
      return detail ? [{ pointer: `/settings/texts/${locale}/${key}`, detail }] : []
    }),
  )
  if (errors.length > 0) throw new Problem('invalid-request', errors[0]!.detail, { errors })
}

function faultOf(key: string, text: string, mayHint: () => boolean): string | undefined {
  const allowed = known.get(key)
  if (!allowed)
    return `There is no text ${key}.${mayHint() ? ` Near it: ${nearestKeys(key).join(', ')}.` : ''}`
  const strange = placeholdersOf(text).find((name) => !allowed.includes(name))
  if (strange === undefined) return undefined
  const blanks = allowed.map((name) => `{${name}}`).join(', ')
  return allowed.length > 0
    ? `{${strange}} is not known here. This text may have ${blanks}.`
    : `This text has no blanks such as {${strange}}.`
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)))

/** The three keys that share most pairs of letters. */
function nearestKeys(key: string): string[] {
  const wanted = pairsOf(key)
  const likeness = (other: string): number => {
    const pairs = pairsOf(other)
    return [...pairs].filter((pair) => wanted.has(pair)).length / (pairs.size + wanted.size)
  }
  return [...known.keys()]
    .map((other) => ({ other, like: likeness(other) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ other }) => other)
}

/** Every text of the widget in a language, with the owner's words for just that language. */
export async function listTexts(
  site: Pick<Site, 'settings'>,
  wanted: string,
): Promise<{ locale: string; texts: WidgetText[] }> {
  const locale = chooseLocale([wanted])
  const { messages } = await loadLocale(locale)
  const own = ownTexts(site, locale)
  const texts = [...known].map(([key, placeholders]) => ({
    key,
    ours: forms((messages as Record<string, Message>)[key] ?? ''),
    own: own?.[key] ?? null,
    placeholders: [...placeholders],
  }))
  return { locale, texts }
}
