// A site as its administrators see and change it, and what the console's preview is told.

import * as z from 'zod'
import { Hours } from './opening-hours.ts'
import { plainText } from './plain-text.ts'
import { Appearance, Hex } from './site.ts'
import { SiteSettings, type WidgetSettings } from './site-settings.ts'

export const AdminSite = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  locale: z.string(),
  greeting: z.string(),
  origins: z.array(z.string()),
  colour: Hex,
  position: Appearance.shape.position,
  label: z.string(),
  /** A picture as a `data:` URL; null for none. */
  logo: z.string().nullable(),
  /** Drawn where there is no picture. */
  logo_path: z.string().nullable(),
  hours: Hours.nullable(),
  assistant_enabled: z.boolean(),
  settings: SiteSettings,
  /** One more with every change; also the ETag. */
  version: z.int(),
})
export type AdminSite = z.infer<typeof AdminSite>

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** What is given is changed, the rest stays. */
export const ChangeSite = z
  .strictObject({
    name: plainText().trim().min(1).max(80),
    /** BCP 47. */
    locale: z.string().max(35).refine(isLocale, { error: 'This is no language tag, such as en or pt-BR.' }),
    /** Empty: ours, in the visitor's language. */
    greeting: plainText().trim().max(200),
    /** Exact origins of the pages it may stand on; empty allows local pages only. */
    origins: z.array(z.string().max(300)).max(100),
    colour: z.string().trim().toLowerCase().pipe(Hex),
    position: Appearance.shape.position,
    label: plainText().trim().max(40),
    /** PNG, JPEG or WebP of 256 × 256 px at most, as a `data:` URL. */
    logo: z
      .string()
      .max(50_000)
      .regex(/^data:image\/(?:png|jpeg|webp);base64,[\w+/]+={0,2}$/)
      .nullable(),
    /** SVG path data in a 24 × 24 box. */
    logo_path: z
      .string()
      .trim()
      .max(8000)
      .regex(/^[MmZzLlHhVvCcSsQqTtAaeE\d\s,.+-]+$/)
      .nullable(),
    hours: z.unknown(),
    assistant_enabled: z.boolean(),
    /** A merge patch (RFC 7396): `null` brings a default back. */
    settings: z.looseObject({}),
    /** The version the caller has seen; If-Match says the same. */
    version: z.int(),
  })
  .partial()
export type ChangeSite = z.input<typeof ChangeSite>

/** How well text reads on the owner's colour, by WCAG; the server sees to 4.5. */
export const ContrastReadout = z.object({ text_on_solid: z.number(), accent_on_surface: z.number() })

/** What a site would be like after a change, without its being made. */
export const SitePreview = z.object({
  site: AdminSite,
  appearance: Appearance,
  /** These three as in a visitor's configuration, in the language that was asked for. */
  style: z.string(),
  greeting: z.string(),
  settings: z.custom<WidgetSettings>(),
  contrast: z.object({ light: ContrastReadout, dark: ContrastReadout }),
})
export type SitePreview = z.infer<typeof SitePreview>

/** Tags to paste into a site's pages. */
export const SiteTags = z.object({
  /** Follows every release. */
  latest: z.string(),
  /** Names the very bytes, with their integrity; null while the widget is not built on the server. */
  pinned: z.string().nullable(),
})
export type SiteTags = z.infer<typeof SiteTags>

/** One text of the widget: ours in a language, and the owner's instead of it. */
export const WidgetText = z.object({
  key: z.string(),
  /** All its plural forms, where it has any. */
  ours: z.record(z.string(), z.string()),
  own: z.string().nullable(),
  /** Names that may stand in braces. */
  placeholders: z.array(z.string()),
})
export type WidgetText = z.infer<typeof WidgetText>
