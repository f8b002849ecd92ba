// The WebSocket endpoint: who is connected, in which rooms, within which limits. Knows nothing of support.

import type { ServerFrame } from '../../../sdk/protocol/frame.ts'
import { Problem } from '../problem.ts'
import { Connection } from './connection.ts'
import { createHeldLines } from './held-lines.ts'
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
import { textFrame } from './text-frame.ts'
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
  const now = (): number => clock().getTime()
  const rooms = createRoomRegistry<Connection<P>>()
  const byPrincipal = createTally(options.elsewhere?.principals)

  /** Everybody, also those who have not said hello yet. */
  const pulse = createPulse<Connection<P>>({
    beat: intervals.beat,
    visit: (connection) => connection.beat(),
    everySlot() {
      const at = now()
      for (const connection of pulse.members()) connection.endIfStuck(at)
    },
  })

  const keyOf = ({ side, id }: P): string => `${side} ${id}`

  const around = {
    options,
    limits,
    intervals,
    clock: now,
    metrics,
    rooms,
    hold: createHeldLines(),
    admit({ principal, place }: Connection<P>): void {
      const cap = limits.perPrincipal[principal.side] ?? 1
      if (!byPrincipal.take(keyOf(principal), cap))
        throw new Problem('too-many-sockets', 'Close another tab or device.', { context: { limit: cap } })
      upgrade.known(place)
    },
    discharge(connection: Connection<P>): void {
      if (connection.admitted) byPrincipal.release(keyOf(connection.principal))
      upgrade.left(connection.place)
      pulse.remove(connection)
    },
  }

  const upgrade = createUpgrade<P>({
    path,
    log,
    ipOf,
    allowUpgrade,
    limits,
    elsewhere: options.elsewhere?.addresses,
    accept: (arrived) => pulse.add(new Connection(arrived, around)),
  })

  function* sockets(): Iterable<HubSocket<P>> {
    for (const connection of pulse.members()) if (connection.admitted) yield connection
  }

  return {
    attach: upgrade.attach,
    publish(room, frame: ServerFrame, { except, ephemeral = false } = {}) {
      if (!rooms.has(room)) return
      const bytes = textFrame(JSON.stringify(frame))
      const at = now()
      for (const socket of rooms.members(room)) if (socket !== except) socket.sendRaw(bytes, ephemeral, at)
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
      await Promise.all([...pulse.members()].map((connection) => connection.drain(goodbye())))
      upgrade.detach()
    },
  }
}
