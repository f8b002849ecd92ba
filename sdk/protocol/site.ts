// What the widget needs to know of the site it stands on, in one answer.

import * as z from 'zod'
import { Actor } from './actor.ts'
import { Department } from './agent.ts'
import { ArticleLink } from './help-article.ts'
import type { WidgetSettings } from './site-settings.ts'

export const Hex = z.string().regex(/^#[0-9a-f]{6}$/)
/** The owner's colour, worked out by the server for one theme, contrast assured. */
export const Palette = z.object({ accent: Hex, solid: Hex, soft: Hex })
export type Palette = z.infer<typeof Palette>

export const Appearance = z.object({
  light: Palette,
  dark: Palette,
  position: z.enum(['bottom-right', 'bottom-left']),
  /** Text beside the bell; empty for the round launcher. */
  label: z.string(),
  /** SVG path data in a 24 × 24 box, or null for no logo. */
  logo_path: z.string().nullable(),
})
export type Appearance = z.infer<typeof Appearance>

/** Whether a person can answer now, and if not, when. */
export const SupportAvailability = z.object({
  available: z.boolean(),
  /** People who are online now, at most three. */
  people: z.array(Actor),
  /** Median of recent waits in seconds; null while nothing was measured. */
  estimated_wait_seconds: z.number().nullable(),
  /** ISO 8601 of the next opening by the site's hours; null when open, or when there are no hours. */
  opens_at: z.string().nullable(),
  /** IANA zone of the site's hours. */
  time_zone: z.string(),
  message: z.string(),
})
export type SupportAvailability = z.infer<typeof SupportAvailability>

export const WidgetConfig = z.object({
  enabled: z.literal(true),
  site: z.object({ key: z.string(), name: z.string(), locale: z.string() }),
  /** Equal to `appearance.light.solid`, for clients that know only one colour. */
  color: Hex,
  position: z.enum(['bottom-right', 'bottom-left']),
  greeting: z.string(),
  departments: z.array(Department),
  kb_enabled: z.boolean(),
  appearance: Appearance,
  /** The look as CSS declarations for the launcher's host, what differs from the default only; absent where nothing does. */
  style: z.string().optional(),
  assistant: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  availability: SupportAvailability,
  /** Often asked, at most six, in the visitor's language where there are any. */
  popular: z.array(ArticleLink),
  article_count: z.int(),
  /** What the owner has set otherwise than we do; absent where nothing is. */
  settings: z.custom<WidgetSettings>().optional(),
  /** Absent: the server sends no mail. */
  mail: z.literal(true).optional(),
  /** The server's clock, ISO 8601. */
  server_time: z.string(),
})
export type WidgetConfig = z.infer<typeof WidgetConfig>

/** Answer to opening a visitor session; the token is shown once and kept by the browser. */
export const VisitorSession = z.object({
  token: z.string(),
  contact: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable() }),
})
export type VisitorSession = z.infer<typeof VisitorSession>

export const OpenVisitorSession = z.strictObject({
  site: z.string().max(100).optional(),
  locale: z.string().max(35).optional(),
})
