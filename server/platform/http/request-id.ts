// Gives every request an id, by which a customer's screenshot of a problem is found in the log.

import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

/** Always a fresh id: one taken from the caller could forge log lines. */
export const requestId = ({ make = randomUUID }: { make?: () => string } = {}): RequestHandler =>
  function requestId(_req, res, next) {
    res.locals.requestId = make()
    res.set('X-Request-Id', res.locals.requestId)
    next()
  }

export const requestIdOf = (res: Response): string | undefined => res.locals.requestId
