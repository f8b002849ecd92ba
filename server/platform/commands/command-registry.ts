// Handlers of commands by name and side. A frame and a REST call end in the same `run`; nothing here knows either.

import { createHash } from 'node:crypto'
import {
  COMMANDS,
  type CommandName,
  type CommandParsed,
  type CommandResult,
} from '../../../sdk/protocol/command.ts'
import { parse } from '../parse.ts'
import { Problem } from '../problem.ts'

export type CommandSide = 'visitor' | 'agent'

export interface CommandCall<N extends CommandName, P, S> {
  principal: P
  input: CommandParsed<N>
  /** Empty for commands that are not durable. */
  cid: string
  /** SHA-256 over name and input: what the cid stands for. */
  digest: Buffer
  /** The socket it came by; undefined over REST. */
  socket: S | undefined
}

type Handler = (call: CommandCall<CommandName, never, never>) => Promise<unknown>
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function createCommandRegistry() {
  const handlers = new Map<string, Handler>()

  return {
    /** Registers the handler of a command for a side. */
    handle<N extends CommandName, P extends { side: CommandSide }, S>(
      name: N,
      side: P['side'],
      handler: (call: CommandCall<N, P, S>) => Promise<CommandResult<N>>,
    ): void {
      handlers.set(`${side} ${name}`, handler as unknown as Handler)
    },

    /** What is missing of the protocol's table; empty once the app is composed. */
    missing(): string[] {
      return Object.entries(COMMANDS).flatMap(([name, spec]) =>
        spec.side.map((side) => `${side} ${name}`).filter((key) => !handlers.has(key)),
      )
    },

    /**
     * Checks the input and runs the command for the principal.
     * @throws Problem `unknown-command`, `invalid-request`, or what the handler throws
     */
    async run<P extends { side: CommandSide }, S>(
      name: string,
      principal: P,
      data: unknown,
      { cid = '', socket }: { cid?: string; socket?: S } = {},
    ): Promise<unknown> {
      const handler = handlers.get(`${principal.side} ${name}`)
      if (!handler) throw new Problem('unknown-command', `There is no command ${name.slice(0, 60)}.`)
      const spec = COMMANDS[name as CommandName]
      const input = parse(spec.input, data)
      if (spec.durable && !UUID.test(cid))
        throw new Problem('invalid-request', 'This command needs a cid, a UUID of its own.', {
          errors: [{ pointer: '/cid', detail: 'A UUID, the same one for every repeat of this command.' }],
        })
      // The schema fixes the order of keys, so equal inputs have equal digests.
      const digest = createHash('sha256').update(name).update(JSON.stringify(input)).digest()
      return handler({
        principal: principal as never,
        input: input as never,
        cid: cid.toLowerCase(),
        digest,
        socket: socket as never,
      })
    },
  }
}

export type CommandRegistry = ReturnType<typeof createCommandRegistry>
