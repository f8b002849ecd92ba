// Commands of the table whose rooms are being built: refused until their handlers are there.

import { COMMANDS, type CommandName } from '../sdk/protocol/command.ts'
import type { CommandRegistry } from './platform/commands/command-registry.ts'
import { Problem } from './platform/problem.ts'

/** Call last: takes what nobody else has. */
export function refuseComingCommands(commands: CommandRegistry): void {
  const known = new Set(Object.keys(COMMANDS))
  for (const key of commands.missing()) {
    const [side, name] = key.split(' ') as ['agent', CommandName]
    if (known.has(name))
      commands.handle(name, side, async () => {
        throw new Problem('unavailable', 'This server does not know how to do that yet.')
      })
  }
}
