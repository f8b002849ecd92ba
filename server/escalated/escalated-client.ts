// Telling a client of Escalated's published widget from our own by what it sends: ours names its site in every call and
// has sessions; theirs does neither and is known by the page it stands on.

import type { Request, Response } from 'express'

/** Their chat's id in a path is a bearer secret; ours is a UUID. */
const CHAT = /^\/chat\/(?!start$|availability$)(?![0-9a-f]{8}-)[^/]+\//i
/** Where theirs sends a token, too: that of a mailed code. */
const TICKET = /^\/tickets\/[^/]+$/

/** To be asked once the site was looked for by the request's origin. */
export function isEscalated(request: Request, response: Response): boolean {
  const { site } = (request.body ?? {}) as { site?: unknown }
  if (!response.locals.site || request.query.site !== undefined || site !== undefined) return false
  if (CHAT.test(request.path)) return true
  const hasToken = request.headers.authorization !== undefined
  return !hasToken || (request.method === 'GET' && TICKET.test(request.path))
}
