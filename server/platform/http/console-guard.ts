// Keeps other sites' pages out of the console's API, whose cookie a browser sends along by itself.

import type { Request, RequestHandler, Response } from 'express'
import { Problem } from '../problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const JSON_TYPE = /^application\/json\s*(?:;|$)/i
const BEARER = /^Bearer +\S/i
/** No form can send it either. */
const BYTES_TYPE = /^application\/octet-stream$/i

/** Absent in old browsers and outside browsers; there a JSON body is the guard, as no form can send one. */
function isOwnPage(req: Request): boolean {
  const from = req.headers['sec-fetch-site']
  // `none` is the person's own doing, such as typing the address.
  return from === undefined || from === 'same-origin' || (from === 'none' && SAFE.has(req.method))
}

export interface ConsoleGuardOptions {
  /** Changes only as `application/octet-stream`. */
  bytes?: boolean
  /** Whether what came before has admitted a page of another origin, which then brings no cookie into play. */
  admitted?: (res: Response) => boolean
}

/**
 * Lets in only the console's own pages, and changes only as JSON (an empty body needs proof of the page).
 */
export const consoleGuard = ({
  bytes = false,
  admitted = () => false,
}: ConsoleGuardOptions = {}): RequestHandler =>
  function consoleGuard(req, res, next) {
    if (!admitted(res) && !isOwnPage(req))
      return next(new Problem('forbidden', 'Only the console itself may call this.'))
    if (SAFE.has(req.method)) return next()
    const type = req.headers['content-type']
    // No form can send a bearer token either.
    const deliberate = BEARER.test(req.headers.authorization ?? '')
    const proven = deliberate || req.headers['sec-fetch-site'] === 'same-origin'
    if ((proven && type === undefined) || (bytes ? BYTES_TYPE : JSON_TYPE).test(type ?? '')) return next()
    const wanted = bytes ? 'application/octet-stream' : 'application/json'
    next(new Problem('unsupported-media-type', `Send the body as ${wanted}.`))
  }
