// Structured logs on stdout. Secrets never reach a line: known fields are cut out wherever they stand.

import { Logger as GraphileLogger } from 'graphile-worker'
import { type DestinationStream, pino } from 'pino'

const SECRET_FIELDS = ['token', 'password', 'authorization', 'cookie', 'api_key', 'apiKey']
const redact = SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

export function createLog({
  level = 'info',
  destination,
}: {
  level?: string
  destination?: DestinationStream
} = {}) {
  const options = { level, redact: { paths: redact, censor: '[secret]' }, base: undefined }
  const logger = destination ? pino(options, destination) : pino(options)
  return Object.assign(logger, {
    /** The job runner's own lines, of which only warnings and errors are worth a line here. */
    forGraphile: () =>
      new GraphileLogger(() => (graphileLevel, message) => {
        if (graphileLevel === 'error') logger.error(`jobs: ${message}`)
        else if (graphileLevel === 'warning') logger.warn(`jobs: ${message}`)
      }),
  })
}

export type Log = ReturnType<typeof createLog>
