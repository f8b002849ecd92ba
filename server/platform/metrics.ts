// Numbers for Prometheus: process, HTTP, sockets, jobs. Labels are few and never come from a caller's words.

import { timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { Problem } from './problem.ts'
import { hashToken } from './token.ts'

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

/** The pattern of the route that answered: paths themselves are endless. */
const routeOf = (req: Request): string => {
  const path = (req.route as { path?: unknown } | undefined)?.path
  return typeof path === 'string' ? `${req.baseUrl.toLowerCase()}${path}` : 'none'
}

/** Compared as hashes, so that neither length nor content shows in the time it takes. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(hashToken(given), hashToken(expected))

/** `token`: who may read the numbers from elsewhere than this machine. */
export function createMetrics({
  token,
  processMetrics = true,
}: {
  token?: string
  processMetrics?: boolean
} = {}) {
  const registry = new Registry()
  const registers = [registry]
  if (processMetrics) collectDefaultMetrics({ register: registry, prefix: 'deskbell_' })

  const httpSeconds = new Histogram({
    name: 'deskbell_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const sockets = new Gauge({
    name: 'deskbell_sockets',
    help: 'Open sockets',
    labelNames: ['side'],
    registers,
  })
  const commands = new Counter({
    name: 'deskbell_commands_total',
    help: 'Commands by name and how they ended: ok, or a problem code',
    labelNames: ['command', 'outcome'],
    registers,
  })
  const commandSeconds = new Histogram({
    name: 'deskbell_command_seconds',
    help: 'Time to run a command',
    labelNames: ['command'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  const dropped = new Counter({
    name: 'deskbell_frames_dropped_total',
    help: 'Droppable frames not sent to slow receivers',
    registers,
  })
  const jobs = new Counter({
    name: 'deskbell_jobs_total',
    help: 'Durable jobs by name and how they ended: ok or failed',
    labelNames: ['job', 'outcome'],
    registers,
  })
  const mails = new Counter({
    name: 'deskbell_mails_total',
    help: 'Mails by what they are about and how an attempt ended',
    labelNames: ['kind', 'outcome'],
    registers,
  })

  const embeddings = new Counter({
    name: 'deskbell_embeddings_total',
    help: 'Requests for vectors by what for and how they ended: ok, kept, failed or skipped',
    labelNames: ['for', 'outcome'],
    registers,
  })

  return {
    registry,
    /** What the socket endpoint counts. */
    hub: {
      opened: (side: string): void => sockets.inc({ side }),
      closed: (side: string): void => sockets.dec({ side }),
      command(command: string, outcome: string, seconds: number): void {
        commands.inc({ command, outcome })
        commandSeconds.observe({ command }, seconds)
      },
      dropped: (): void => dropped.inc(),
    },
    job: (job: string, outcome: 'ok' | 'failed'): void => jobs.inc({ job, outcome }),
    embedding: (what: 'query' | 'texts', outcome: 'ok' | 'kept' | 'failed' | 'skipped'): void =>
      embeddings.inc({ for: what, outcome }),
    mail: (kind: string, outcome: string): void => mails.inc({ kind, outcome }),
    /** Middleware: mount before the routes. */
    http: (): RequestHandler =>
      function httpMetrics(req, res, next) {
        const stop = httpSeconds.startTimer({ method: req.method })
        res.once('close', () => stop({ route: routeOf(req), status: String(res.statusCode) }))
        next()
      },
    /** `GET /metrics`: for this machine, or with the token as bearer. */
    handler: (): RequestHandler =>
      async function metrics(req, res) {
        const bearer = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1]
        // Not `req.ip`: a proxy's word is no proof of being on this machine, and neither is being behind one.
        const isHere = LOOPBACK.test(req.socket.remoteAddress ?? '') && !req.headers['x-forwarded-for']
        const knowsToken = token !== undefined && bearer !== undefined && isSame(bearer, token)
        if (!isHere && !knowsToken) throw new Problem('not-found')
        res.type(registry.contentType).send(await registry.metrics())
      },
  }
}

export type Metrics = ReturnType<typeof createMetrics>
