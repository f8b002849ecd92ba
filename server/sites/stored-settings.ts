// A site's settings as they are stored: only what differs from the defaults. Reading is lenient, since an older or a
// newer release may have written them; saving is strict.

import * as z from 'zod'
import { SiteSettings } from '../../sdk/protocol/site-settings.ts'
import { differenceFrom, mergePatch } from '../platform/merge-patch.ts'
import { parse } from '../platform/parse.ts'

/** So that faults are named from the body's root. */
const Wrapped = z.object({ settings: SiteSettings })

export const DEFAULT_SETTINGS: SiteSettings = SiteSettings.parse({})

/** What `sites.update` takes: a merge patch (RFC 7396), so `null` brings a default back. */
export type SettingsPatch = Patch<z.input<typeof SiteSettings>>
type Patch<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Patch<T[K]> | null }
    : T

/**
 * Reads what is stored. What cannot be understood falls back to its default, and `onFault` is told where it was.
 */
export function readSettings(stored: unknown, onFault: (path: string) => void = () => {}): SiteSettings {
  if (typeof stored !== 'object' || stored === null || Object.keys(stored).length === 0)
    return DEFAULT_SETTINGS
  const tried = structuredClone(stored)
  for (;;) {
    const { success, data, error } = SiteSettings.safeParse(tried)
    if (success) return data
    let dropped = false
    // From the back, as taking an item out of a list moves those behind it.
    for (const path of error.issues.flatMap(faultyPaths).reverse()) {
      dropped = drop(tried, path) || dropped
      onFault(path.map(String).join('.'))
    }
    if (!dropped) return DEFAULT_SETTINGS
  }
}

const faultyPaths = (issue: z.core.$ZodIssue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]

/** Takes out what is at `path`; where it is missing, what should have had it. */
function drop(root: object, path: PropertyKey[]): boolean {
  const way: [holder: Record<PropertyKey, unknown>, key: PropertyKey][] = []
  let at: unknown = root
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) break
    way.push([at as Record<PropertyKey, unknown>, key])
    at = (at as Record<PropertyKey, unknown>)[key]
  }
  const last = way.at(-1)
  if (!last) return false
  const [holder, key] = last
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
  return true
}

/**
 * Settings after a patch, and what of them is to be stored.
 * @throws Problem `invalid-request` with pointers that begin at `/settings`
 */
export function patchSettings(
  held: SiteSettings,
  patch: unknown,
): { settings: SiteSettings; stored: object } {
  const base = differenceFrom(DEFAULT_SETTINGS, held) ?? {}
  const { settings } = parse(Wrapped, { settings: mergePatch(base, patch) })
  return { settings, stored: (differenceFrom(DEFAULT_SETTINGS, settings) as object | undefined) ?? {} }
}
