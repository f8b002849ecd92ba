// What a run has measured, kept as JSON beside the page that is drawn from it: a part measured anew leaves the others.

import type { ByteFigures } from './bytes.bench.ts'
import type { ConsoleFigures } from './console.bench.ts'
import type { FanOutFigures } from './fan-out.bench.ts'
import type { FlatResult } from './flat.bench.ts'
import type { InboxFigures } from './inbox.bench.ts'
import type { KillFigures } from './kills.bench.ts'
import type { MemoryFigures } from './memory.bench.ts'
import type { MessageSearchFigures } from './message-search.bench.ts'
import type { MessageFigures } from './messages.bench.ts'
import type { NodesFigures } from './nodes.bench.ts'
import type { PageFigures } from './page.bench.ts'
import type { RestFigures } from './rest.bench.ts'
import type { SearchBenchFigures } from './search.bench.ts'
import type { StormFigures } from './storm.bench.ts'

export interface Machine {
  cores: number
  processor: string
  memory: number
  node: string
  postgres: string
}

/** Page → category → points of 100. */
export type LighthouseScores = Record<string, Record<string, number>>

export interface Results {
  machine: Machine
  /** Day of the latest part. */
  date: string
  messages?: MessageFigures[]
  flat?: FlatResult
  nodes?: NodesFigures
  memory?: { sockets: number; figures: MemoryFigures[] }
  fanOut?: { receivers: number; figures: FanOutFigures[] }
  storm?: StormFigures[]
  kills?: KillFigures[]
  rest?: RestFigures[]
  search?: SearchBenchFigures
  'message-search'?: MessageSearchFigures
  inbox?: InboxFigures[]
  bytes?: ByteFigures
  page?: PageFigures[]
  console?: ConsoleFigures
  lighthouse?: LighthouseScores
}

/** What a page may weigh. The last is a goal still, the first two end the run when they are passed. */
export const BUDGETS: Record<keyof ByteFigures, number> = {
  before: 2_000,
  opened: 16_000,
  everything: 24_000,
}
