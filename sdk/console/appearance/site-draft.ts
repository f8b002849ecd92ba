// What an administrator is changing about a site's look: what of it is sent, and one of the owner's own words. Pure.

import * as z from 'zod'
import { type AdminSite, ChangeSite } from '../../protocol/site-admin.ts'
import { SiteSettings } from '../../protocol/site-settings.ts'

const { colour, position, label, logo, logo_path, greeting } = ChangeSite.shape
const { look, home } = SiteSettings.shape

/** The protocol's own rules for what this page changes. */
export const LookChange = z.object({
  colour,
  position,
  label,
  logo: logo.optional(),
  logo_path,
  greeting,
  settings: z.object({
    look,
    home,
    texts: z.record(z.string(), z.record(z.string(), z.string().max(500).nullable())),
  }),
  version: z.int().optional(),
})

type Texts = AdminSite['settings']['texts']

/** A merge patch, since that is how the server takes them: a word that is gone is null. */
function textsPatch(saved: Texts, draft: Texts): Record<string, Record<string, string | null>> {
  const patch: Record<string, Record<string, string | null>> = {}
  for (const tag of new Set([...Object.keys(saved), ...Object.keys(draft)])) {
    const before = saved[tag] ?? {}
    const after = draft[tag] ?? {}
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    const changed = keys.filter((key) => before[key] !== after[key])
    if (changed.length > 0) patch[tag] = Object.fromEntries(changed.map((key) => [key, after[key] ?? null]))
  }
  return patch
}

/** The request that makes `draft` of `saved`; `version` says what was seen. */
export const changeOf = (draft: AdminSite, saved: AdminSite | null): z.input<typeof LookChange> => ({
  colour: draft.colour,
  position: draft.position,
  label: draft.label,
  ...(draft.logo !== saved?.logo && { logo: draft.logo }),
  logo_path: draft.logo_path,
  greeting: draft.greeting,
  settings: {
    look: draft.settings.look,
    home: draft.settings.home,
    texts: textsPatch(saved?.settings.texts ?? {}, draft.settings.texts),
  },
  ...(saved && { version: saved.version }),
})

/** With one of the owner's own words; empty takes it back. */
export function withText(texts: Texts, locale: string, key: string, text: string): Texts {
  const { [key]: _, ...rest } = texts[locale] ?? {}
  const own = text === '' ? rest : { ...rest, [key]: text }
  const { [locale]: __, ...others } = texts
  return Object.keys(own).length > 0 ? { ...others, [locale]: own } : others
}
