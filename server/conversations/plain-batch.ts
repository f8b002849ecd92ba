// Plain messages, or tickets, that come while others are being written go together: one statement, one commit. One that
// is alone is written at once. Knows no statement.

import { createBatcher } from '../platform/batcher.ts'
import { Problem } from '../platform/problem.ts'

/** PostgreSQL's SQLSTATE. */
const UNIQUE_VIOLATION = '23505'

/** What cannot be written in a batch of its own is the long way's, which knows why. */
type Outcome<A> = A | null | { error: unknown }

export interface PlainBatchOptions<M extends { conversationId: string }, A extends object> {
  append: (messages: readonly M[]) => Promise<(A | null)[]>
  /** Messages in one statement at most. */
  size?: number
  /** Statements at the same time. */
  lanes?: number
  /** Messages that may wait; more are refused at once. */
  waiting?: number
}

/** Appends one message; null when only the long way can decide what it means. */
export function createPlainBatch<M extends { conversationId: string }, A extends object>({
  append,
  size = 200,
  lanes = 2,
  waiting = 2000,
}: PlainBatchOptions<M, A>) {
  /** A statement that failed has written nothing. Halves find the one it failed for, and the others come through. */
  async function write(messages: readonly M[]): Promise<Outcome<A>[]> {
    try {
      return await append(messages)
    } catch (error) {
      // A database that is busy or away is so for all of them.
      if (error instanceof Problem) return messages.map(() => ({ error }))
      // The cid was taken meanwhile: a repeat, most likely.
      if (messages.length === 1)
        return [(error as { code?: unknown }).code === UNIQUE_VIOLATION ? null : { error }]
      const half = messages.length >> 1
      return [...(await write(messages.slice(0, half))), ...(await write(messages.slice(half)))]
    }
  }

  // A statement passes by what another one holds, so the same conversation must not be in two of them.
  const nameOf = ({ conversationId }: M): string => conversationId
  const ask = createBatcher<M, Outcome<A>>({ run: write, size, lanes, nameOf, waiting })

  return async function appendOne(message: M): Promise<A | null> {
    const outcome = await ask(message)
    if (outcome && 'error' in outcome) throw outcome.error
    return outcome
  }
}
