// Commands and frames about agents themselves: availability, and who is in.

import type { AgentPrincipal } from './accounts/principal.ts'
import type { Principal } from './conversations/access.ts'
import { ROOM } from './conversations/live-room.ts'
import type { CommandRegistry } from './platform/commands/command-registry.ts'
import { errorFields } from './platform/error-fields.ts'
import type { Hub } from './platform/hub/hub-options.ts'
import type { Log } from './platform/log.ts'
import type { Rooms } from './rooms.ts'

export interface AgentCommandDeps {
  rooms: Pick<Rooms, 'agents' | 'presence' | 'bus'>
  commands: CommandRegistry
  hub: Hub<Principal>
  log: Log
}

/** The returned function stops telling. */
export function registerAgentCommands({ rooms, commands, hub, log }: AgentCommandDeps): () => void {
  const { agents, presence, bus } = rooms

  commands.handle<'availability.set', AgentPrincipal, unknown>(
    'availability.set',
    'agent',
    async ({ principal, input }) => {
      await agents.setAvailability(principal.workspaceId, principal.id, input.availability)
      presence.setAvailability(principal, input.availability)
      return { ok: true }
    },
  )

  const stops = [
    bus.on('agent.changed', ({ workspaceId, agentId }) => {
      agents
        .get(workspaceId, agentId)
        .then((agent) => {
          hub.publish(ROOM.workspace(workspaceId), { type: 'agent.changed', data: { agent } })
          // What a socket may do was settled when it was opened.
          for (const socket of hub.sockets()) {
            const { principal } = socket
            if (principal.side === 'agent' && principal.id === agentId && principal.role !== agent.role)
              socket.close(1012, 'role changed')
          }
        })
        .catch((error: unknown) =>
          log.warn({ error: errorFields(error) }, 'live: an agent could not be read'),
        )
    }),
    bus.on('session.revoked', ({ sessionId, reason }) => {
      for (const socket of hub.sockets())
        if (socket.principal.sessionId === sessionId)
          reason === 'disabled' ? socket.close(4403, 'disabled') : socket.close(4401, 'signed out')
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
