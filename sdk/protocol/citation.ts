// A source of an answer: which passage of which article.

import * as z from 'zod'

export const Citation = z.object({
  slug: z.string(),
  title: z.string(),
  /** Id of the cited block of the article, to open it there. */
  passage: z.string().nullable(),
  quote: z.string(),
})
export type Citation = z.infer<typeof Citation>
