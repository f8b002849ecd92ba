// CORS for the console inside pages of a company's own: exactly the origins their workspace names, and bearer tokens
// only. No answer allows credentials, so a browser sends no cookie along, and none that comes counts.

import type { Request, RequestHandler, Response } from 'express'
import { isOwnOrigin } from '../platform/http/origin-rule.ts'
import { Problem } from '../platform/problem.ts'

export interface ConsoleCorsOptions {
  /** The workspaces whose console pages of an origin may show. */
  workspacesShownBy: (origin: string) => Promise<ReadonlySet<string>>
  /** The server's own origin. */
  ownOrigin: string
}

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const HEADERS = 'authorization, content-type, if-match, idempotency-key'
const READABLE = 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'

/** Set where a page of another origin asks, which may show the console of these workspaces. */
export const shownByOf = (response: Response): ReadonlySet<string> | null =>
  (response.locals.consoleWorkspaces as ReadonlySet<string> | undefined) ?? null

/** The one thing that is asked for before there is a bearer token. */
const isExchange = (request: Request): boolean =>
  request.method === 'POST' && request.path === '/console/sessions'

/** Answers preflights; lets requests of other origins on only with a bearer token. Before the console's guard. */
export const consoleCors = ({ workspacesShownBy, ownOrigin }: ConsoleCorsOptions): RequestHandler =>
  async function consoleCors(request, response, next) {
    response.vary('Origin')
    const { origin } = request.headers
    // A browser's word that it is our own page, under whatever name a proxy has given us.
    const own =
      origin === undefined ||
      request.headers['sec-fetch-site'] === 'same-origin' ||
      isOwnOrigin(request.headers, ownOrigin)
    const preflight =
      request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
    if (own) return preflight ? void response.status(204).end() : next()
    const workspaces = await workspacesShownBy(origin)
    const allowed = workspaces.size > 0
    if (allowed) {
      response.set('Access-Control-Allow-Origin', origin)
      response.set('Access-Control-Expose-Headers', READABLE)
    }
    if (preflight) {
      if (allowed) {
        response.set('Access-Control-Allow-Methods', METHODS)
        response.set('Access-Control-Allow-Headers', HEADERS)
        response.set('Access-Control-Max-Age', '7200')
      }
      response.status(204).end()
      return
    }
    if (!allowed)
      throw new Problem('origin-not-allowed', 'Add this origin to the console origins of the workspace.')
    const bearer = /^Bearer +\S/i.test(request.headers.authorization ?? '')
    if (!bearer && !isExchange(request))
      throw new Problem('forbidden', 'From another origin the console speaks with a bearer token only.')
    response.locals.consoleWorkspaces = workspaces
    next()
  }
