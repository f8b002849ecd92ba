// A reply that was not sent because a colleague had answered meanwhile: how it is told from others that failed.

import type { Actor } from '../protocol/actor.ts'
import type { PendingMessage } from './conversation-state.ts'

export interface Crossing {
  /** Who has answered meanwhile. */
  by: Actor
  /** When, ISO 8601. */
  at: string
  /** The number of their message. */
  seq: number
}

/** Whose answer has held this reply; null for any other message. */
export function crossedBy({ state, problem }: PendingMessage): Crossing | null {
  if (state !== 'failed' || problem?.code !== 'reply-crossed') return null
  return problem.context as unknown as Crossing
}
