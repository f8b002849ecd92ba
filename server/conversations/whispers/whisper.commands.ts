// The whisper's command, and its frame to the devices of the two it is between.

import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { CommandCall, CommandRegistry } from '../../platform/commands/command-registry.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Hub } from '../../platform/hub/hub-options.ts'
import type { Log } from '../../platform/log.ts'
import type { Principal } from '../access.ts'
import type { Whispers } from './whisper.service.ts'

export interface WhisperCommandDeps {
  commands: CommandRegistry
  bus: Pick<Bus, 'on'>
  hub: Pick<Hub<Principal>, 'sockets'>
  log: Pick<Log, 'warn'>
  whispers: Whispers
}

/** The returned function stops telling. */
export function registerWhispers({ commands, bus, hub, log, whispers }: WhisperCommandDeps): () => void {
  commands.handle(
    'whisper.add',
    'agent',
    async ({ principal, input, cid, digest }: CommandCall<'whisper.add', AgentPrincipal, unknown>) => ({
      whisper: await whispers.add(principal, input, { cid, digest, actorId: principal.id }),
    }),
  )
  return bus.on('whisper.added', ({ workspace_id: workspaceId, id, agent_ids, here }) => {
    for (const agentId of agent_ids) {
      const sockets = [...hub.sockets()].filter(
        ({ principal }) => principal.side === 'agent' && principal.id === agentId,
      )
      if (sockets.length === 0) continue
      Promise.resolve(here?.whisper ?? whispers.byId({ workspaceId, id: agentId }, id))
        .then((whisper) => {
          for (const socket of sockets) socket.send({ type: 'whisper.created', data: { whisper } })
        })
        .catch((error: unknown) =>
          log.warn({ error: errorFields(error) }, 'live: a whisper could not be read for its two'),
        )
    }
  })
}
