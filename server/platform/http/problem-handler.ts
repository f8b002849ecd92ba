// The last middleware: turns whatever was thrown into RFC 9457 problem details. Causes go to the log only.

import type { ErrorRequestHandler, RequestHandler } from 'express'
import { asProblem } from '../as-problem.ts'
import { errorFields } from '../error-fields.ts'
import type { Log } from '../log.ts'
import { Problem } from '../problem.ts'
import { CallerGone } from './gone-signal.ts'
import { requestIdOf } from './request-id.ts'

/** Express throws this for a path with a broken percent-encoding. */
const isBadPath = (error: unknown): boolean => error instanceof URIError

/** A path may hold a bearer secret: 256 bits in base64url, as token.ts makes them. */
const maskSecrets = (path: string): string => path.replaceAll(/[\w-]{43,}/g, '[secret]')

/** Answers every error as `application/problem+json`; must be mounted last and keeps its four parameters. */
export const problemHandler = ({ log }: { log: Pick<Log, 'error'> }): ErrorRequestHandler =>
  function problemHandler(error, req, res, next) {
    const problem = isBadPath(error) ? new Problem('not-found', 'The path is not valid.') : asProblem(error)
    const id = requestIdOf(res)
    if (problem instanceof CallerGone) return
    // The path without its query: queries carry e-mail addresses and references.
    if (problem.status >= 500)
      log.error(
        {
          error: errorFields(problem.cause ?? problem),
          requestId: id,
          method: req.method,
          path: maskSecrets(req.path),
        },
        problem.code,
      )
    // Half an answer is out already: only cutting the connection tells the caller it is not whole.
    if (res.headersSent) return next(error)
    if (problem.extras.retryAfter !== undefined)
      res.set('Retry-After', String(Math.ceil(problem.extras.retryAfter)))
    if (problem.code === 'unauthenticated') res.set('WWW-Authenticate', 'Bearer realm="deskbell"')
    res.set('Cache-Control', 'no-store')
    res
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problem.toBody(id)))
  }

/** For everything no route answered. */
export const notFound = (): RequestHandler =>
  function notFound(_req, _res, next) {
    next(new Problem('not-found'))
  }
