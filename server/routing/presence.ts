// Who is in: people with an open console who have not set themselves away. Counted by sockets, not by clicks.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Availability } from '../../sdk/protocol/agent.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import type { Bus } from '../platform/bus/bus.ts'

interface Seat {
  workspaceId: string
  actor: Actor
  /** Ids of the open sockets; one that never arrived cannot leave for another. */
  sockets: Set<string>
  availability: Availability
}

export function createPresence({ bus }: { bus: Pick<Bus, 'emit'> }) {
  const seats = new Map<string, Seat>()
  const counts = (seat: Seat): boolean => seat.actor.kind === 'human' && seat.availability === 'online'

  function changed(workspaceId: string, agentId: string): void {
    bus.emit('agent.changed', { workspaceId, agentId })
    bus.emit('staffing.changed', { workspace_id: workspaceId })
  }

  return {
    /** A console opened a socket. */
    arrive(agent: AgentPrincipal, socketId: string, availability: Availability): void {
      const seat = seats.get(agent.id)
      if (seat) {
        seat.sockets.add(socketId)
        return
      }
      const actor: Actor = { kind: agent.kind, id: agent.id, name: agent.name }
      seats.set(agent.id, {
        workspaceId: agent.workspaceId,
        actor,
        sockets: new Set([socketId]),
        availability,
      })
      changed(agent.workspaceId, agent.id)
    },

    /** A console's socket is gone. */
    leave(agent: AgentPrincipal, socketId: string): void {
      const seat = seats.get(agent.id)
      if (!seat?.sockets.delete(socketId) || seat.sockets.size > 0) return
      seats.delete(agent.id)
      changed(agent.workspaceId, agent.id)
    },

    setAvailability(agent: AgentPrincipal, availability: Availability): void {
      const seat = seats.get(agent.id)
      if (seat) seat.availability = availability
      changed(agent.workspaceId, agent.id)
    },

    /** What colleagues see: a choice counts only while a console is open. */
    effective: (agentId: string, chosen: Availability): Availability =>
      seats.has(agentId) ? chosen : 'offline',

    /** People who would answer now. */
    people: (workspaceId: string): Actor[] =>
      [...seats.values()]
        .filter((seat) => seat.workspaceId === workspaceId && counts(seat))
        .map((seat) => seat.actor),

    isStaffed: (workspaceId: string): boolean =>
      [...seats.values()].some((seat) => seat.workspaceId === workspaceId && counts(seat)),
  }
}

export type Presence = ReturnType<typeof createPresence>
