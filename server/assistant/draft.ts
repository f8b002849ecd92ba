// An answer before it is sent.

import type { Citation } from '../../sdk/protocol/event.ts'

export interface Draft {
  /** Markdown with `[n]` marks into `citations`. */
  body: string
  citations: Citation[]
  answer: 'model' | 'quoted' | null
}
