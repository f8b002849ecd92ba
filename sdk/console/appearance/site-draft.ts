// What an administrator is changing about a site's look, beside what is saved: which fields differ, and the request
// that saves them. Pure.

import type { AdminSite, ChangeSite } from '../../protocol/site-admin.ts'

/** Each field of the page, as the list of changes calls it. */
const FIELDS = {
  'accent colour': (site: AdminSite) => site.colour,
  theme: ({ settings }: AdminSite) => settings.look.theme,
  corner: (site: AdminSite) => site.position,
  distance: ({ settings }: AdminSite) => [settings.look.offset_x, settings.look.offset_y],
  roundness: ({ settings }: AdminSite) => settings.look.radius,
  font: ({ settings }: AdminSite) => settings.look.font,
  icon: ({ settings }: AdminSite) => settings.look.icon,
  label: (site: AdminSite) => site.label,
  logo: (site: AdminSite) => site.logo_path,
  greeting: (site: AdminSite) => site.greeting,
  'home rows': ({ settings }: AdminSite) => settings.home,
  words: ({ settings }: AdminSite) => settings.texts,
} as const
export type FieldName = keyof typeof FIELDS

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Fields that differ, in the order of the page. */
export const changedFields = (saved: AdminSite, draft: AdminSite): FieldName[] =>
  (Object.keys(FIELDS) as FieldName[]).filter((name) => !same(FIELDS[name](saved), FIELDS[name](draft)))

/** The members of `draft` that differ; those it lacks as `null`, as a merge patch has it. */
function patchOf<T extends object>(saved: T, draft: T): Record<string, unknown> {
  const gone = Object.keys(saved).filter((key) => !(key in draft))
  const changed = Object.entries(draft).filter(([key, value]) => !same(saved[key as keyof T], value))
  return Object.fromEntries([...gone.map((key) => [key, null]), ...changed])
}

/** The request that makes `draft` of `saved`; `version` says what was seen. */
export function changeOf(saved: AdminSite, draft: AdminSite): ChangeSite {
  const { settings: old, ...savedPlain } = saved
  const { settings, ...plain } = draft
  const languages = new Set([...Object.keys(old.texts), ...Object.keys(settings.texts)])
  const texts = Object.fromEntries(
    [...languages]
      .map((tag) => [tag, patchOf(old.texts[tag] ?? {}, settings.texts[tag] ?? {})] as const)
      .filter(([, patch]) => Object.keys(patch).length > 0),
  )
  const parts = { look: patchOf(old.look, settings.look), home: patchOf(old.home, settings.home), texts }
  const patch = Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0))
  return {
    ...patchOf(savedPlain, plain),
    ...(Object.keys(patch).length > 0 && { settings: patch }),
    version: saved.version,
  }
}

/** With one of the owner's own words; empty takes it back. */
export function withText(draft: AdminSite, locale: string, key: string, text: string): AdminSite {
  const { [key]: _, ...rest } = draft.settings.texts[locale] ?? {}
  const own = text === '' ? rest : { ...rest, [key]: text }
  const { [locale]: __, ...others } = draft.settings.texts
  const texts = Object.keys(own).length > 0 ? { ...others, [locale]: own } : others
  return { ...draft, settings: { ...draft.settings, texts } }
}
