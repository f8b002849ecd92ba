// A site's settings as they are stored: only what differs from the defaults. Reading is lenient, since an older or a
// newer release may have written them; saving is strict.

import * as z from 'zod'
import { SiteSettings } from '../../sdk/protocol/site-settings.ts'
import { readLeniently } from '../platform/lenient-read.ts'
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
export const readSettings = (stored: unknown, onFault?: (path: string) => void): SiteSettings =>
  readLeniently(SiteSettings, stored, DEFAULT_SETTINGS, onFault)

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
