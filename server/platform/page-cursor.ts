// Where a page of a list ended: what its last row was sorted by, as one opaque word. Pages never count rows, so nothing
// is shown twice or left out when others write meanwhile.

import * as z from 'zod'
import { Problem } from './problem.ts'

const Parts = z.array(z.union([z.string().max(200), z.number()])).max(4)

export const writeCursor = (...parts: (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** @throws Problem `invalid-request` for a cursor this server did not write */
export function readCursor<S extends z.ZodType>(schema: S, cursor: string): z.output<S> {
  try {
    const parts = Parts.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return schema.parse(parts)
  } catch (error) {
    throw new Problem('invalid-request', 'This cursor is none of ours.', {
      errors: [{ pointer: '/cursor', detail: 'is not the `next` of a page' }],
      cause: error,
    })
  }
}
