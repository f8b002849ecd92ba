// What tabs of one browser tell each other about the socket they share. Knows no command's meaning.

import type { ServerFrame } from '../protocol/frame.ts'
import type { ProblemBody } from '../protocol/problem-body.ts'
import type { ApiErrorCode } from './api-error.ts'
import type { ConnectionState } from './connection-state.ts'

/** The leader's line, as the others show it. */
export interface Line {
  connection: ConnectionState
  clockOffset: number
}

/** An ApiError on its way through the channel, which keeps no classes. */
export interface TravellingError {
  code: ApiErrorCode
  message: string
  problem: ProblemBody | null
  retryable: boolean
}

export type TabWord =
  | { line: Line }
  | { frame: ServerFrame }
  /** The leader lets go of the line. */
  | { gone: true }
  /** `join`: tell me the line. `prove`: tell me the line once it has proved to live. `leave`: I follow nothing more. */
  | { ask: 'join' | 'prove' | 'leave' }
  | { call: { type: string; data: unknown; cid: string } }
  | { post: { type: string; data: unknown } }
  | { to: string; cid: string; data: unknown }
  | { to: string; cid: string; error: TravellingError }

export type TabNews = TabWord & { from: string }

/** How a tab takes part: as the one that holds the line, or as one that reaches it through that one. */
export interface Seat {
  connect(): void
  wake(): void
  clockOffset(): number
  call(type: string, data: unknown, cid: string): Promise<unknown>
  post(type: string, data: unknown): void
  hear(news: TabNews): void
  close(): void
}
