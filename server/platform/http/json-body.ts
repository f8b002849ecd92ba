// Reads JSON bodies and nothing else; each way a body can be wrong gets its own problem.

import express, { type RequestHandler } from 'express'
import { Problem } from '../problem.ts'

export const JSON_BODY_BYTES = 64 * 1024

/** What body-parser calls its faults (`error.type`), and what we do. */
const FAULTS: Record<string, (limit: number) => Problem> = {
  'entity.parse.failed': () => new Problem('malformed-json', 'The body could not be read as JSON.'),
  'entity.too.large': (limit) => new Problem('body-too-large', `Send at most ${limit / 1024} KiB.`),
  'request.size.invalid': () =>
    new Problem('malformed-json', 'The body is not as long as Content-Length says.'),
  'request.aborted': () => new Problem('malformed-json', 'The body was cut off.'),
  'charset.unsupported': () => new Problem('unsupported-media-type', 'Send the body as UTF-8.'),
  'encoding.unsupported': () => new Problem('unsupported-media-type', 'Send the body uncompressed.'),
}

const hasBody = (headers: { [name: string]: string | string[] | undefined }): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** A request without a body keeps `req.body` undefined, which the route's schema then judges. */
export function jsonBody({
  limit = JSON_BODY_BYTES,
  patienceMs = 30_000,
}: {
  limit?: number
  /** A body that takes longer is let go of, with its connection. */
  patienceMs?: number
} = {}): RequestHandler {
  // No inflating: a small compressed body may be a large one.
  const read = express.json({ limit, inflate: false, type: 'application/json' })
  return function jsonBody(req, res, next) {
    if (!hasBody(req.headers)) return next()
    if (!req.is('application/json'))
      return next(new Problem('unsupported-media-type', 'Send the body as application/json.'))
    const late = setTimeout(() => req.destroy(), patienceMs)
    read(req, res, (error?: unknown) => {
      clearTimeout(late)
      const type = (error as { type?: unknown } | undefined)?.type
      const fault = typeof type === 'string' ? FAULTS[type] : undefined
      next(fault ? fault(limit) : error)
    })
  }
}
