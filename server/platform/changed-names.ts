// What a change touched, by name, for the audit log, and what was and is there as far as it can be said in a few words.

import { differenceFrom } from './merge-patch.ts'

/** Names of what differs, such as `settings.look.radius`. */
export function changedNames(before: object, after: object): string[] {
  const names = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, part]) => names(part, path ? `${path}.${name}` : name))
      : [path]
  // Both ways, as what was taken away is a change too.
  const found = [
    ...names(differenceFrom(before, after) ?? {}, ''),
    ...names(differenceFrom(after, before) ?? {}, ''),
  ]
  return [...new Set(found)].filter((name) => name !== '' && name !== 'version').sort()
}

/** Longer values are told by their name alone. */
const SHORT = 120

type Told = string | number | boolean | null | readonly string[]

function told(value: object, name: string): Told | undefined {
  const found = name
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | null | undefined)?.[part], value)
  if (found === undefined) return null
  if (found === null || typeof found === 'number' || typeof found === 'boolean') return found
  const isList = Array.isArray(found) && found.every((each) => typeof each === 'string')
  if (typeof found !== 'string' && !isList) return undefined
  return JSON.stringify(found).length <= SHORT ? (found as Told) : undefined
}

/** For an entry of the audit log: names of what differs, and what each was and is. @param silent told by name alone */
export function changedValues(before: object, after: object, silent?: RegExp) {
  const changed = changedNames(before, after)
  const from: Record<string, Told> = {}
  const to: Record<string, Told> = {}
  for (const name of changed) {
    if (silent?.test(name)) continue
    const [was, is] = [told(before, name), told(after, name)]
    if (was === undefined || is === undefined) continue
    from[name] = was
    to[name] = is
  }
  return { changed, from, to }
}
