// Turns a conversation's log into the lines of a thread: days, messages in groups, notes, events. Draws nothing.

import {
  type FoldedEvent,
  type FoldedMessage,
  type FoldedNote,
  foldMessages,
} from '../../client/folded-messages.ts'
import type { LogEvent } from '../../protocol/event.ts'
import type { Whisper } from '../../protocol/whisper.ts'
import { daysAgo } from '../console-time.ts'

type SmallEvent = Exclude<FoldedEvent, { type: 'message.created' | 'note.created' }>

export type LogItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; event: FoldedMessage; first: boolean }
  | { kind: 'note'; key: string; event: FoldedNote }
  | { kind: 'event'; key: string; event: SmallEvent }
  /** Beside the log, behind the line it was written under. */
  | { kind: 'whisper'; key: string; whisper: Whisper; event: { seq: number } }
  /** Everything from here on was unread when the conversation was opened. */
  | { kind: 'new'; key: string }

/** Messages of one sender closer than this stand under one name. */
const GROUP_GAP = 5 * 60_000

/** Status changes that another event already tells, or that are the machine's own business. */
const isQuiet = (event: FoldedEvent): boolean =>
  event.type === 'conversation.status_changed' &&
  !['resolved', 'closed'].includes(event.data.to) &&
  !['resolved', 'closed'].includes(event.data.from)

interface Options {
  /** Draw the line "New" above the first customer message after this number. */
  newAfter?: number | null
  now: number
}

/** The lines of one event, as they were worked out for this neighbour. */
interface Known {
  previous: FoldedEvent | undefined
  apart: boolean
  today: number
  lines: readonly LogItem[]
}

/** A log grows by pages and by single rows: what stood there stays the same objects, and costs nothing again. */
const known = new WeakMap<FoldedEvent, Known>()

export function logItems(events: readonly LogEvent[], { newAfter = null, now }: Options): LogItem[] {
  const items: LogItem[] = []
  const today = new Date(now).setHours(0, 0, 0, 0)
  let previous: FoldedEvent | undefined
  let marked = newAfter === null
  for (const event of foldMessages(events)) {
    if (isQuiet(event)) continue
    const apart =
      !marked && event.seq > newAfter! && event.type === 'message.created' && event.actor.kind === 'contact'
    if (apart) marked = true
    const held = known.get(event)
    const isSame = held?.previous === previous && held?.apart === apart && held.today === today
    const lines = isSame ? held.lines : linesOf(event, previous, apart, now)
    if (!isSame) known.set(event, { previous, apart, today, lines })
    for (const line of lines) items.push(line)
    previous = event
  }
  return items
}

/** A day and the line "New" stand above what begins them. */
function linesOf(
  event: FoldedEvent,
  previous: FoldedEvent | undefined,
  apart: boolean,
  now: number,
): LogItem[] {
  const opensDay = previous
    ? daysAgo(previous.at, now) !== daysAgo(event.at, now)
    : daysAgo(event.at, now) > 0
  return [
    ...(opensDay ? [{ kind: 'day', key: `day-${event.id}`, at: event.at } as const] : []),
    ...(apart ? [{ kind: 'new', key: 'new' } as const] : []),
    itemOf(event, opensDay ? undefined : previous, apart),
  ]
}

function itemOf(event: FoldedEvent, previous: FoldedEvent | undefined, apart: boolean): LogItem {
  if (event.type === 'note.created') return { kind: 'note', key: event.id, event }
  if (event.type !== 'message.created') return { kind: 'event', key: event.id, event }
  const goesOn =
    !apart &&
    previous?.type === 'message.created' &&
    previous.actor.kind === event.actor.kind &&
    previous.actor.id === event.actor.id &&
    Date.parse(event.at) - Date.parse(previous.at) < GROUP_GAP
  // An echo keeps the key of its optimistic copy, so the bubble stays the same node.
  return { kind: 'message', key: event.cid ?? event.id, event, first: !goesOn }
}
