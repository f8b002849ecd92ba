// Rows of the log to who follows them on this node, in order and without gaps: as they were appended here, or read from
// the database when another node appended them. A visitor's rooms only ever get rows with a public number.

import { LIMITS } from '../../sdk/protocol/limits.ts'
import type { BusTopics } from '../platform/bus/bus.ts'
import { errorFields } from '../platform/error-fields.ts'
import type { Hub } from '../platform/hub/hub-options.ts'
import type { Log } from '../platform/log.ts'
import type { Principal } from './access.ts'
import { createCoalescer } from './coalescer.ts'
import { type EventRow, type Side, toEvent } from './conversation-row.ts'
import { createFollowedHeads } from './followed-heads.ts'
import { roomOf } from './live-room.ts'
import type { Reading } from './reading.service.ts'

const SIDES = ['visitor', 'agent'] as const
/** After a read that failed. */
const RETRY_MS = 1000

export interface LogFeedDeps {
  hub: Pick<Hub<Principal>, 'publish' | 'inRoom'>
  reading: Pick<Reading, 'stretch'>
  log: Pick<Log, 'warn'>
}

interface Stream {
  side: Side
  id: string
}

export function createLogFeed({ hub, reading, log }: LogFeedDeps) {
  const heads = createFollowedHeads()
  /** How far followers were told, of the few streams where that is less than the head. By room. */
  const behind = new Map<string, number>()

  const toldOf = (side: Side, id: string): number | undefined =>
    behind.get(roomOf(side, id)) ?? heads.known(id, side)

  /** Up to two followers, counted. */
  function followers(side: Side, id: string): number {
    let count = 0
    for (const _ of hub.inRoom(roomOf(side, id))) if (++count === 2) break
    return count
  }

  /** Tells what was not told yet; false when something before it is missing, unless there is no more to be had. */
  function tell(side: Side, id: string, rows: EventRow[], isAll = false): boolean {
    const told = toldOf(side, id)
    const events = rows.map((row) => toEvent(row, side)).filter(({ seq }) => told === undefined || seq > told)
    const last = events.at(-1)
    if (!last) return true
    if (!isAll && told !== undefined && events[0]!.seq > told + 1) return false
    heads.remember(id, side, last.seq)
    const room = roomOf(side, id)
    if (last.seq < heads.known(id, side)!) behind.set(room, last.seq)
    else behind.delete(room)
    hub.publish(room, { type: 'events', data: { conversation_id: id, events, head: last.seq } })
    return true
  }

  function fallBehind({ side, id }: Stream, told: number): void {
    behind.set(roomOf(side, id), told)
    catchUp.ask({ side, id })
  }

  /** One read a stream at a time; what is heard of meanwhile comes with the next. */
  const catchUp = createCoalescer<Stream>({
    keyOf: ({ side, id }) => roomOf(side, id),
    onError: (error) =>
      log.warn({ error: errorFields(error) }, 'live: a log could not be read for followers'),
    async run({ side, id }) {
      const room = roomOf(side, id)
      try {
        for (let told = behind.get(room); told !== undefined; told = behind.get(room)) {
          const likely = heads.known(id, side)! - told
          const rows = await reading.stretch[side]({ id, after: told, limit: LIMITS.deltaEvents, likely })
          if (rows.length === 0) return void behind.delete(room)
          tell(side, id, rows, behind.get(room) === told)
        }
      } catch (error) {
        setTimeout(() => catchUp.ask({ side, id }), RETRY_MS).unref()
        throw error
      }
    },
  })

  return {
    /** Rows were appended, here or elsewhere. */
    onAppended({
      conversation_id: id,
      from_seq,
      to_seq,
      to_pub_seq,
      here,
    }: BusTopics['conversation.appended']) {
      for (const side of SIDES) {
        const to = side === 'agent' ? to_seq : to_pub_seq
        if (to === null) continue
        if (followers(side, id) === 0) {
          heads.forget(id, side)
          behind.delete(roomOf(side, id))
          continue
        }
        const rows = side === 'visitor' ? here?.events.filter((row) => row.pub_seq !== null) : here?.events
        if (rows && tell(side, id, rows)) continue
        // Of a stream somebody is only just coming to follow nothing is known: at least what the news are about.
        const told = toldOf(side, id) ?? Math.max(0, to - (to_seq - from_seq + 1))
        if (to <= told) continue
        heads.remember(id, side, to)
        fallBehind({ side, id }, told)
      }
    },

    /** A socket that is in the side's room has read up to `head`. */
    follow(id: string, side: Side, head: number): void {
      const told = toldOf(side, id)
      heads.remember(id, side, head)
      if (told === undefined || told === head) return
      // Alone, it is the only one who has to be told anything: what comes after its own reading.
      if (told < head && followers(side, id) < 2) behind.delete(roomOf(side, id))
      if (told > head || followers(side, id) > 1) fallBehind({ side, id }, Math.min(told, head))
    },

    /** Heads of the conversations a socket follows. */
    heads: heads.of,
    close: (): void => catchUp.close(),
  }
}

export type LogFeed = ReturnType<typeof createLogFeed>
