// The revision a request says it has seen: in its body, or as `If-Match: "3"` (RFC 9110 §13.1.1).

import type { Request } from 'express'

/** NaN, which nothing has, for a tag that is not ours; undefined where the request says nothing. */
export function seenRevision(
  request: Pick<Request, 'get'>,
  body: { revision?: number | undefined } = {},
): number | undefined {
  if (body.revision !== undefined) return body.revision
  const tag = request.get('if-match')
  if (tag === undefined || tag.trim() === '*') return undefined
  return Number(/^(?:W\/)?"(\d+)"$/.exec(tag.trim())?.[1] ?? Number.NaN)
}
