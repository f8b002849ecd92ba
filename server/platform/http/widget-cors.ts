// CORS for what a customer's page calls: the exact origins of the site's list, and never credentials.
// Knows of a site only its id and its list.

import type { Request, RequestHandler } from 'express'
import { Problem } from '../problem.ts'
import { isOriginAllowed, isOwnOrigin } from './origin-rule.ts'

export interface OriginList {
  id: string
  allowedOrigins: readonly string[]
}

export interface WidgetCorsOptions<S extends OriginList> {
  /** The site a request is about: by its key, else by its origin. */
  resolveSite: (req: Request) => Promise<S | null>
  /** The server's own origin, from which a page may always call. */
  ownOrigin?: string
  /** Whether a page that is none of a site's may call this all the same. */
  admits?: (req: Request, origin: string) => Promise<boolean>
}

const METHODS = 'GET, HEAD, POST, PUT'
const READABLE = 'RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'

/**
 * Puts the site into `res.locals.site` (null when the request names none) and answers preflights with 204.
 * Requests without `Origin` (same origin, or no browser) pass: CORS protects browsers' users only.
 * @throws Problem `origin-not-allowed`
 */
export const widgetCors = <S extends OriginList>({
  resolveSite,
  ownOrigin,
  admits = async () => false,
}: WidgetCorsOptions<S>): RequestHandler =>
  async function widgetCors(req, res, next) {
    res.vary('Origin')
    const { origin } = req.headers
    const preflight = req.method === 'OPTIONS' && req.headers['access-control-request-method'] !== undefined
    const site = await resolveSite(req)
    res.locals.site = site
    const allowed =
      origin !== undefined &&
      (isOwnOrigin(req.headers, ownOrigin) ||
        (site !== null && isOriginAllowed(site.allowedOrigins, origin)) ||
        (await admits(req, origin)))
    if (allowed) {
      res.set('Access-Control-Allow-Origin', origin)
      res.set('Access-Control-Expose-Headers', READABLE)
    }
    if (preflight) {
      if (allowed) {
        res.set('Access-Control-Allow-Methods', METHODS)
        res.set('Access-Control-Allow-Headers', 'content-type, authorization, idempotency-key')
        res.set('Access-Control-Max-Age', '7200')
      }
      res.status(204).end()
      return
    }
    if (origin !== undefined && !allowed)
      throw new Problem('origin-not-allowed', 'Add this origin to the allowed origins of the site.')
    next()
  }
