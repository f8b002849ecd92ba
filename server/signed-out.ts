// A command or call of a visitor whose session ended while it was on its way: what it is about may be another contact's by now,
// or its contact gone. "Not found" would be the last word; "sign in" lets the client send it again as who it is now.

import type { ErrorRequestHandler } from 'express'
import type { VisitorPrincipal } from './contacts/visitor.ts'
import type { Principal } from './conversations/access.ts'
import type { CommandRegistry } from './platform/commands/command-registry.ts'
import { Problem } from './platform/problem.ts'
import type { Rooms } from './rooms.ts'

/** PostgreSQL's SQLSTATE, as Sequelize or the driver hands it on. */
const FOREIGN_KEY_VIOLATION = '23503'

function isDoubtful(error: unknown): boolean {
  if (error instanceof Problem) return error.code === 'conversation-not-found' || error.code === 'not-found'
  const { code, parent } = error as { code?: unknown; parent?: { code?: unknown } }
  return (parent?.code ?? code) === FOREIGN_KEY_VIOLATION
}

/** The same commands; only the error of who is signed out meanwhile is another one. */
export function tellSignedOut(
  commands: CommandRegistry,
  visitorSessions: Pick<Rooms['visitorSessions'], 'holds'>,
): CommandRegistry {
  return {
    ...commands,
    async run(name, principal, data, options) {
      try {
        return await commands.run(name, principal, data, options)
      } catch (error) {
        const { side, sessionId } = principal as unknown as Principal
        if (side === 'visitor' && isDoubtful(error) && !(await visitorSessions.holds(sessionId)))
          throw new Problem('unauthenticated', undefined, { cause: error })
        throw error
      }
    },
  }
}

/** The same for calls that are no commands: tickets, files, transcripts. Mounted behind them. */
export const signedOutErrors = (
  visitorSessions: Pick<Rooms['visitorSessions'], 'holds'>,
): ErrorRequestHandler =>
  async function signedOutErrors(error, _request, response, next) {
    const visitor = response.locals.visitor as VisitorPrincipal | undefined
    const isOver = visitor && isDoubtful(error) && !(await visitorSessions.holds(visitor.sessionId))
    next(isOver ? new Problem('unauthenticated', undefined, { cause: error }) : error)
  }
