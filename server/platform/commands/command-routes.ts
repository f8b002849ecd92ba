// The REST twins of the commands, mounted from the protocol's table: same schema, same handler, same answer.

import { type Request, Router } from 'express'
import { COMMANDS, type CommandName } from '../../../sdk/protocol/command.ts'
import { uuidv7 } from '../uuid.ts'
import type { CommandRegistry, CommandSide } from './command-registry.ts'
import { jsonOf } from './json-text.ts'

export interface CommandRoutesOptions {
  commands: CommandRegistry
  side: CommandSide
  /** Who calls; throws Problem `unauthenticated`. May open a session where the command begins one. */
  principalOf: (request: Request, name: CommandName) => Promise<{ side: CommandSide }>
  /** Spends from the caller's quota, or throws. */
  spend?: (request: Request, name: CommandName, principal: { side: CommandSide }) => Promise<void>
}

/**
 * The key of a repeat: `cid` in the body, or the standard header, a quoted string there; without either each call is
 * its own. A cid that is no text is handed on to be refused: taken for none, it would be no guard against repeats.
 */
function cidOf(request: Request, { cid }: Record<string, unknown>): string {
  if (cid !== undefined) return String(cid)
  return request.get('idempotency-key')?.replace(/^"(.*)"$/, '$1') ?? uuidv7()
}

export function commandRoutes({ commands, side, principalOf, spend }: CommandRoutesOptions): Router {
  const router = Router()
  for (const [key, spec] of Object.entries(COMMANDS)) {
    const name = key as CommandName
    const twin = (spec.rest as Partial<Record<CommandSide, readonly ['GET' | 'POST', string]>>)[side]
    if (!twin) continue
    const [method, path] = twin
    router[method === 'GET' ? 'get' : 'post'](path, async function runCommand(request: Request, response) {
      const principal = await principalOf(request, name)
      await spend?.(request, name, principal)
      const {
        cid: _cid,
        site: _site,
        ...given
      } = (method === 'GET' ? request.query : (request.body ?? {})) as Record<string, unknown>
      const cid = cidOf(request, (request.body ?? {}) as Record<string, unknown>)
      const result = await commands.run(name, principal, { ...given, ...request.params }, { cid })
      response.status(name === 'conversation.start' ? 201 : 200)
      response.type('json').send(jsonOf(result))
    })
  }
  return router
}
