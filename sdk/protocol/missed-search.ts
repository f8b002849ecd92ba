// What customers searched for and found no good answer to: the articles a help centre lacks. Counts only; never who asked.

import * as z from 'zod'

/** Bounds of what is kept. */
export const MISSED_LIMITS = {
  /** Characters. Shorter says too little, longer is a message and no search. */
  shortest: 3,
  longest: 120,
  /** In one workspace; of more, what was asked least and longest ago goes. */
  kept: 2000,
  /** Days after which one that nobody asked again is forgotten. */
  days: 90,
} as const

export const MissedSearch = z.object({
  id: z.uuid(),
  /** As first asked, without what could say who asked. */
  query: z.string(),
  /** The language the customer reads. */
  locale: z.string(),
  count: z.int().positive(),
  /** ISO 8601. */
  first_at: z.string(),
  last_at: z.string(),
})
export type MissedSearch = z.infer<typeof MissedSearch>

/** `GET /api/v1/knowledge/missing`: what is asked most comes first. */
export const ListMissed = z.object({
  /** What somebody has set aside, instead of what is open. */
  dismissed: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})

export const MissedSearches = z.object({
  searches: z.array(MissedSearch),
  /** Open ones in all. */
  open: z.int(),
})
export type MissedSearches = z.infer<typeof MissedSearches>

/** `POST /api/v1/knowledge/missing/dismiss`: sets aside, or takes up again. */
export const DismissMissed = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(200),
  dismissed: z.boolean(),
})
export type DismissMissed = z.infer<typeof DismissMissed>
