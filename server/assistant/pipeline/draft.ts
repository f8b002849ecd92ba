// An answer before it is sent.

import type { Citation } from '../../../sdk/protocol/citation.ts'
import type { Choice } from '../../../sdk/protocol/site-settings.ts'

export interface Draft {
  /** Markdown with `[n]` marks into `citations`. */
  body: string
  citations: Citation[]
  answer: 'model' | 'quoted' | null
  /** What the customer may answer with one tap. */
  choices?: Choice[]
}
