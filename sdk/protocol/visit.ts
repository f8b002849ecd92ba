// What a customer's browser tells of itself while they are here, and what agents see of it: where they look, what they
// sit at, what time it is there, which pages they have opened.

import * as z from 'zod'
import { plainText } from './plain-text.ts'

export const VISIT_LIMITS = {
  /** The newest so many pages of a customer are kept. */
  pages: 20,
  url: 2000,
  title: 300,
  /** What is looked at is said again in less than this, or it is not looked at any more; ms. */
  attention: 45_000,
} as const

/** `reading`: this conversation is before their eyes. `here`: a page of the site is open. `gone`: none is. */
export const Attention = z.enum(['reading', 'here', 'gone'])
export type Attention = z.infer<typeof Attention>

export const AttentionChange = z.object({
  conversation_id: z.uuid(),
  attention: Attention,
  /** When they left, ISO 8601; null while they are here, and where nobody knows any more. */
  since: z.string().nullable(),
  /** When they last opened another page, as far as it was heard of: what is known of them is to be asked for anew. */
  visited_at: z.string().nullable(),
})
export type AttentionChange = z.infer<typeof AttentionChange>

/** Whether a conversation is in an open panel of a page that is looked at. */
export const TellLooking = z.strictObject({
  conversation_id: z.uuid(),
  /** Names the tab: several share one line. */
  tab: z.uuid(),
  looking: z.boolean(),
})

export const TellVisit = z.strictObject({
  /** IANA, as the browser's Intl names it. */
  time_zone: z.string().max(64).optional(),
  /** The screen takes several fingers: tells an iPad from a Mac, whose name it bears. */
  touch: z.boolean().optional(),
  /** Where pages are not to be told (Global Privacy Control), it is left out. */
  page: z
    .strictObject({ url: z.url().max(VISIT_LIMITS.url), title: plainText().max(VISIT_LIMITS.title) })
    .optional(),
})
export type TellVisit = z.infer<typeof TellVisit>

export const Device = z.object({
  /** Such as `Firefox`; empty where it is none we know. */
  browser: z.string(),
  system: z.string(),
  kind: z.enum(['computer', 'tablet', 'phone']),
})
export type Device = z.infer<typeof Device>

/** Its address bears no fragment, and nothing that looks like a secret or like somebody. */
export const VisitedPage = z.object({ url: z.string(), title: z.string(), at: z.string() })
export type VisitedPage = z.infer<typeof VisitedPage>
