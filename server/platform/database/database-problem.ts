// What a failing database means to a caller: busy and gone are retryable, everything else stays as it is.

import { ConnectionError, DatabaseError } from 'sequelize'
import { Problem } from '../problem.ts'

/** SQLSTATEs that a later try may not meet again (PostgreSQL, appendix A). */
const BUSY = new Set(['57014', '55P03', '40001', '40P01', '53300', '53200'])
/** Disk full, shutdown, crash recovery, starting up, connection lost. */
const GONE = new Set(['53100', '57P01', '57P02', '57P03', '08000', '08003', '08006'])
export function asDatabaseProblem(error: unknown): unknown {
  if (error instanceof ConnectionError)
    return new Problem('unavailable', undefined, { cause: error, retryAfter: 1 })
  if (!(error instanceof DatabaseError)) return error
  const state = (error.parent as { code?: string }).code ?? ''
  if (BUSY.has(state)) return new Problem('busy', undefined, { cause: error, retryAfter: 1 })
  if (GONE.has(state) || /terminated|ECONN/.test(error.message))
    return new Problem('unavailable', undefined, { cause: error, retryAfter: 1 })
  return error
}
