// The version of a thing as `If-Match` names it (RFC 9110 §13.1.1); our tags are `"<version>"`.

import type { Request } from 'express'

/** Undefined where none is named; NaN, which nothing has, for a tag that is not ours. */
export function matchedVersion(request: Request): number | undefined {
  const tag = request.get('if-match')
  if (tag === undefined || tag === '*') return undefined
  return Number(/^"(\d+)"$/.exec(tag.trim())?.[1] ?? Number.NaN)
}
