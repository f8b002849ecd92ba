// Who is in: people with an open console, on whichever node, who have not set themselves away. Counted by sockets,
// not by clicks. Every node comes to see the same and tells its own sockets of it, and no other's.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Availability } from '../../sdk/protocol/agent.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { ChangeCause, SharedMap } from '../platform/bus/shared-map.ts'
import { systemTime, type Time } from '../platform/time.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** Somebody chose by a node that has none of their sockets. */
    'availability.chosen': { agentId: string; availability: Availability; choice: number }
  }
}

/** What a node says of a person who has a console open there. */
export interface Seat {
  workspaceId: string
  actor: Actor
  availability: Availability
  /** Grows with each choice, so that of two nodes' words the later counts. */
  choice: number
}

/**
 * How long somebody who went still counts as in, in milliseconds: a reload is no absence. After a goodbye of their node
 * consoles come back elsewhere, spread over some time; a node that was lost has been silent long enough already.
 */
export const PRESENCE_GRACE: Record<ChangeCause, number> = { told: 5000, left: 20_000, lost: 5000 }

export interface PresenceDeps {
  bus: Pick<Bus, 'emit' | 'emitHere' | 'on'>
  seats: Pick<SharedMap<Seat>, 'set' | 'delete' | 'own' | 'others' | 'onChange'>
  time?: Time
}

const isNewer = (a: Seat, b: Seat): boolean =>
  a.choice === b.choice ? a.availability > b.availability : a.choice > b.choice

export function createPresence({ bus, seats, time = systemTime }: PresenceDeps) {
  /** Ids of this node's open sockets by agent; one that never arrived cannot leave for another. */
  const sockets = new Map<string, Set<string>>()
  const present = new Map<string, Seat>()
  /** Those whose last console is gone, until that is told. */
  const leaving = new Map<string, () => void>()
  let isHandingOver = false

  const counts = (seat: Seat): boolean => seat.actor.kind === 'human' && seat.availability === 'online'

  function tell(agentId: string, { workspaceId }: Seat): void {
    bus.emitHere('agent.changed', { workspaceId, agentId })
    bus.emitHere('staffing.changed', { workspace_id: workspaceId })
  }

  function newest(agentId: string): Seat | undefined {
    let newest = seats.own(agentId)
    for (const seat of seats.others(agentId)) if (!newest || isNewer(seat, newest)) newest = seat
    return newest
  }

  function letGo(agentId: string, after: number): void {
    if (leaving.has(agentId)) return
    const stop = time.after(after, () => {
      const seat = present.get(agentId)
      leaving.delete(agentId)
      present.delete(agentId)
      if (seat) tell(agentId, seat)
    })
    leaving.set(agentId, stop)
  }

  function look(agentId: string, cause: ChangeCause): void {
    const before = present.get(agentId)
    const seat = newest(agentId)
    if (!seat) {
      if (before) letGo(agentId, PRESENCE_GRACE[cause])
      return
    }
    leaving.get(agentId)?.()
    leaving.delete(agentId)
    present.set(agentId, seat)
    choose(agentId, seat)
    if (before?.availability !== seat.availability) tell(agentId, seat)
  }

  /** A choice counts for all consoles of a person, whichever it was made in. */
  function choose(agentId: string, { availability, choice }: Pick<Seat, 'availability' | 'choice'>): void {
    const own = seats.own(agentId)
    const chosen = own && { ...own, availability, choice }
    if (own && isNewer(chosen!, own)) seats.set(agentId, chosen!)
  }

  const stops = [
    seats.onChange(look),
    bus.on('availability.chosen', ({ agentId, availability, choice }) =>
      choose(agentId, { availability, choice }),
    ),
  ]

  return {
    /** A console opened a socket. */
    arrive(agent: AgentPrincipal, socketId: string, availability: Availability): void {
      const mine = sockets.get(agent.id)
      if (mine) {
        mine.add(socketId)
        return
      }
      sockets.set(agent.id, new Set([socketId]))
      const actor: Actor = { kind: agent.kind, id: agent.id, name: agent.name }
      const seat: Seat = { workspaceId: agent.workspaceId, actor, availability, choice: 0 }
      const { availability: chosen, choice } = newest(agent.id) ?? seat
      seats.set(agent.id, { ...seat, availability: chosen, choice })
    },

    /** A console's socket is gone. */
    leave(agent: AgentPrincipal, socketId: string): void {
      const mine = sockets.get(agent.id)
      if (!mine?.delete(socketId) || mine.size > 0) return
      sockets.delete(agent.id)
      if (!isHandingOver) seats.delete(agent.id)
    },

    setAvailability(agent: AgentPrincipal, availability: Availability): void {
      const choice = (newest(agent.id)?.choice ?? 0) + 1
      if (seats.own(agent.id)) choose(agent.id, { availability, choice })
      else bus.emit('availability.chosen', { agentId: agent.id, availability, choice })
    },

    /** Before this node's sockets are seen off: those people move to other nodes, they do not leave. */
    handOver(): void {
      isHandingOver = true
    },

    /** What colleagues see: a choice counts only while a console is open. */
    effective: (agentId: string, chosen: Availability): Availability =>
      present.has(agentId) ? chosen : 'offline',

    /** People who would answer now. */
    people: (workspaceId: string): Actor[] =>
      [...present.values()]
        .filter((seat) => seat.workspaceId === workspaceId && counts(seat))
        .map((seat) => seat.actor),

    isStaffed: (workspaceId: string): boolean =>
      [...present.values()].some((seat) => seat.workspaceId === workspaceId && counts(seat)),

    close(): void {
      for (const stop of [...stops, ...leaving.values()]) stop()
    },
  }
}

export type Presence = ReturnType<typeof createPresence>
