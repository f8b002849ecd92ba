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
export const Staffing = z.object({
  available: z.boolean(),
  /** People who are online now, at most three. */
  people: z.array(Actor),
  /** Median of recent waits in seconds; null while nothing was measured. */
  estimated_wait_seconds: z.number().nullable(),
  /** ISO 8601 of the next opening by the site's hours; null when open, or when there are no hours. */
  opens_at: z.string().nullable(),
  /** IANA zone of the site's hours. */
  time_zone: z.string(),
})
export type Staffing = z.infer<typeof Staffing>

/** The same with a sentence for clients that make none of their own. */
export const SupportAvailability = Staffing.extend({ message: z.string() })
export type SupportAvailability = z.infer<typeof SupportAvailability>

export const WidgetConfig = z.object({
  site: z.object({ name: z.string() }),
  /** Address of the logo, a picture; absent for none. */
  logo_url: z.url().optional(),
  /** SVG path data in a 24 × 24 box, where there is no picture; absent for no logo. */
  logo_path: z.string().optional(),
  greeting: z.string(),
  departments: z.array(Department),
  /** The look as CSS declarations for the launcher's host, what differs from the default only; absent where nothing does. */
  style: z.string().optional(),
  assistant: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  availability: Staffing,
  /** Often asked, at most four, in the visitor's language where there are any. */
  popular: z.array(ArticleLink),
  /** Zero: there is nothing to search. */
  article_count: z.int(),
  /** What the owner has set otherwise than we do; absent where nothing is. */
  settings: z.custom<WidgetSettings>().optional(),
  /** Absent: the server sends no mail. */
  mail: z.literal(true).optional(),
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
