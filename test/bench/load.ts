// Two kinds of load on sockets that are seated. Closed: so many sends under way, the next goes out when one is acked;
// it finds the ceiling. Open: sends go out by the clock whatever the server does, and each latency counts from the
// moment its send was due, so that a server that stalls is not let off the sends it delayed.

import { uuidv7 } from '../../server/platform/uuid.ts'
import { cidsIn, type Dialect } from './dialect.ts'
import { NEVER_MS, percentile } from './percentile.ts'
import type { SeatedSocket } from './seated-socket.ts'

export const BODY =
  'The new rotor rubs once per turn, right out of the box, and the hub spins true without it. Can I have another one?'

/** How long acks of an open run may still come after its last send. */
const LATE_MS = 8000
const TICK_MS = 1

export interface LoadFigures {
  perSecond: number
  p50: number
  p99: number
  /** Sent and never acked. */
  missing: number
  /** Events heard where somebody listened, and by when 99 of 100 were there; what never came is late. */
  heard: number
  deliveredP99: number
}

/** Takes what the sockets hear; hand it to `takeSeats` as their listener. */
export function createLoad(dialect: Dialect) {
  const due = new Map<string, (at: number) => void>()
  const dueEvents = new Map<string, number>()
  const delivered: number[] = []

  function onAck(text: string): void {
    for (const cid of cidsIn(text)) {
      due.get(cid)?.(performance.now())
      due.delete(cid)
    }
  }

  /** For sockets that hear and do not send. */
  function onEvent(text: string): void {
    for (const cid of cidsIn(text)) {
      const at = dueEvents.get(cid)
      if (at !== undefined) delivered.push(performance.now() - at)
    }
  }

  function figures(times: number[], took: number, missing: number): LoadFigures {
    // A send nobody answered was late at the very least.
    const all = [...times, ...Array<number>(missing).fill(NEVER_MS)].sort((a, b) => a - b)
    const heard = delivered.splice(0)
    const never = Array<number>(Math.max(0, all.length - heard.length)).fill(NEVER_MS)
    dueEvents.clear()
    return {
      perSecond: times.length / took,
      p50: percentile(all, 0.5),
      p99: percentile(all, 0.99),
      missing,
      heard: heard.length,
      deliveredP99: percentile(
        [...heard, ...never].sort((a, b) => a - b),
        0.99,
      ),
    }
  }

  return {
    listener: { onAck },
    hearer: { onEvent },

    async closed(senders: readonly SeatedSocket[], underWay: number, seconds: number): Promise<LoadFigures> {
      const times: number[] = []
      const began = performance.now()
      const end = began + seconds * 1000
      let turn = 0
      const loop = async (): Promise<void> => {
        while (performance.now() < end) {
          const { ws, seat } = senders[turn++ % senders.length]!
          const cid = uuidv7()
          const sent = performance.now()
          const acked = new Promise<number>((resolve) => due.set(cid, resolve))
          ws.send(dialect.send(seat, cid, BODY))
          times.push((await acked) - sent)
        }
      }
      await Promise.all(Array.from({ length: underWay }, loop))
      return figures(times, (performance.now() - began) / 1000, 0)
    },

    async open(senders: readonly SeatedSocket[], rate: number, seconds: number): Promise<LoadFigures> {
      const total = Math.round(rate * seconds)
      const times: number[] = []
      const began = performance.now()
      let sent = 0
      let settle = (): void => {}
      const settled = new Promise<void>((resolve) => {
        settle = resolve
      })
      const tick = (): void => {
        const now = performance.now()
        for (
          let at = began + (sent * 1000) / rate;
          at <= now && sent < total;
          at = began + (sent * 1000) / rate
        ) {
          const { ws, seat } = senders[sent++ % senders.length]!
          const cid = uuidv7()
          const dueAt = at
          due.set(cid, (acked) => {
            times.push(acked - dueAt)
            if (times.length === total) settle()
          })
          dueEvents.set(cid, dueAt)
          ws.send(dialect.send(seat, cid, BODY))
        }
        if (sent < total) setTimeout(tick, TICK_MS)
        else setTimeout(settle, LATE_MS).unref()
      }
      tick()
      await settled
      const took = (performance.now() - began) / 1000
      // Events of the last sends may still be on their way.
      await new Promise((resolve) => setTimeout(resolve, 300))
      const missing = due.size
      due.clear()
      return figures(times, took, missing)
    },
  }
}

export type Load = ReturnType<typeof createLoad>
