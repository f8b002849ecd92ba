// The WebSocket endpoint: who is connected, in which rooms, within which limits. Knows nothing of support.

import type { ServerFrame } from '../../../sdk/protocol/frame.ts'
import { Problem } from '../problem.ts'
import { type Connection, createConnection, type LiveSocket } from './connection.ts'
import {
  HUB_INTERVALS,
  HUB_LIMITS,
  type Hub,
  type HubMetrics,
  type HubOptions,
  type HubPrincipal,
  type HubSocket,
} from './hub-options.ts'
import { createPulse } from './pulse.ts'
import { createRoomRegistry } from './room-registry.ts'
import { createTally } from './tally.ts'
import { createUpgrade } from './upgrade.ts'

export type { Hub, HubPrincipal, HubSocket } from './hub-options.ts'

const SILENT: HubMetrics = { opened() {}, closed() {}, command() {}, dropped() {} }

/** Creates the endpoint; `attach` puts it on an HTTP server. */
export function createHub<P extends HubPrincipal>(options: HubOptions<P>): Hub<P> {
  const {
    path = '/support/live',
    log,
    metrics = SILENT,
    clock = () => new Date(),
    ipOf,
    allowUpgrade,
  } = options
  const limits = { ...HUB_LIMITS, ...options.limits }
  const intervals = { ...HUB_INTERVALS, ...options.intervals }
  const rooms = createRoomRegistry<LiveSocket<P>>()
  const byPrincipal = createTally(options.elsewhere?.principals)
  /** Everybody, also those who have not said hello yet. */
  const connections = new Set<Connection<P>>()

  const pulse = createPulse<Connection<P>>({
    beat: intervals.beat,
    visit: (connection) => connection.beat(),
    everySlot() {
      for (const connection of connections) connection.endIfStuck()
    },
  })

  const keyOf = ({ side, id }: P): string => `${side} ${id}`

  const upgrade = createUpgrade<P>({
    path,
    log,
    ipOf,
    allowUpgrade,
    limits,
    intervals,
    elsewhere: options.elsewhere?.addresses,
    accept(ws, request, place) {
      const connection = createConnection<P>(ws, request, {
        options,
        limits,
        intervals,
        clock: () => clock().getTime(),
        metrics,
        rooms,
        admit(admitted, principal) {
          const cap = limits.perPrincipal[principal.side] ?? 1
          if (!byPrincipal.take(keyOf(principal), cap))
            throw new Problem('too-many-sockets', 'Close another tab or device.', { context: { limit: cap } })
          place.authenticated()
          pulse.add(admitted)
        },
        discharge(discharged, principal) {
          byPrincipal.release(keyOf(principal))
          pulse.remove(discharged)
        },
      })
      connections.add(connection)
      ws.once('close', () => connections.delete(connection))
    },
  })

  function* sockets(): Iterable<HubSocket<P>> {
    for (const connection of connections) {
      const socket = connection.socket()
      if (socket) yield socket
    }
  }

  return {
    attach: upgrade.attach,
    publish(room, frame: ServerFrame, { except, ephemeral = false } = {}) {
      const members = rooms.members(room)
      if (members.size === 0) return
      const payload = Buffer.from(JSON.stringify(frame))
      for (const socket of members) if (socket !== except) socket.sendRaw(payload, { ephemeral })
    },
    sockets,
    inRoom: (room) => rooms.members(room),
    count(filter = () => true) {
      let count = 0
      for (const socket of sockets()) if (filter(socket)) count += 1
      return count
    },
    async close() {
      upgrade.close()
      pulse.close()
      const goodbye = (): ServerFrame => ({
        type: 'goodbye',
        data: { retry_in_ms: Math.floor(Math.random() * intervals.comeBack) },
      })
      await Promise.all([...connections].map((connection) => connection.drain(goodbye())))
      upgrade.detach()
    },
  }
}
