// Where a page of the inbox ended. Good for the list it is of and for no other.

import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Problem } from '../../platform/problem.ts'

export interface Place {
  /** Number of the order's stretch. */
  stretch: number
  /** Microseconds as text: a Date would round it, and skip or repeat rows. */
  key: string
  id: string
}

const Written = z.tuple([z.string(), z.int().min(0).max(19), z.iso.datetime(), z.uuid()])

/** What tells one list from another. */
const markOf = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12)

export const writeCursor = (list: unknown, { stretch, key, id }: Place): string =>
  Buffer.from(JSON.stringify([markOf(list), stretch, key, id])).toString('base64url')

/** @throws Problem `invalid-request` for one that is not of this list */
export function readCursor(list: unknown, text: string): Place {
  try {
    const [mark, stretch, key, id] = Written.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    if (mark === markOf(list)) return { stretch, key, id }
  } catch {
    // Falls through to the refusal.
  }
  throw new Problem('invalid-request', 'The cursor is not one of this list.', {
    errors: [{ pointer: '/cursor', detail: 'Pass next_cursor of the page before, for the same list.' }],
  })
}
