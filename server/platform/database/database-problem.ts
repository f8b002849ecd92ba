// What a failing database means to a caller: busy and gone are retryable, everything else stays as it is.

import { ConnectionError, DatabaseError } from 'sequelize'
import { Problem } from '../problem.ts'

/** SQLSTATEs that a later try may not meet again (PostgreSQL, appendix A). */
const BUSY = new Set(['57014', '55P03', '40001', '40P01', '53300', '53200'])
/** Disk full, shutdown, crash recovery, starting up, connection lost. */
const GONE = new Set(['53100', '57P01', '57P02', '57P03', '08000', '08003', '08006'])
/** The SQLSTATE of Sequelize's error or of the driver's own; undefined when it is neither's. */
function stateOf(error: unknown): string | undefined {
  const source = error instanceof DatabaseError ? error.parent : error
  const { code } = source as { code?: unknown }
  return typeof code === 'string' && (source !== error || /^[0-9A-Z]{5}$/.test(code)) ? code : undefined
}

const isLost = (error: unknown): boolean =>
  error instanceof ConnectionError ||
  (error instanceof Error && /terminated|ECONN|Connection (ended|lost)|not queryable/.test(error.message))

export function asDatabaseProblem(error: unknown): unknown {
  if (error instanceof Problem) return error
  const state = stateOf(error)
  if (state !== undefined && BUSY.has(state))
    return new Problem('busy', undefined, { cause: error, retryAfter: 1 })
  if ((state !== undefined && GONE.has(state)) || isLost(error))
    return new Problem('unavailable', undefined, { cause: error, retryAfter: 1 })
  return error
}
