// How a conversation's log is put together from what arrives: in any order, twice, with gaps. Pure; knows no transport.

import type { LogEvent } from '../protocol/event.ts'
import type { PendingMessage } from './conversation-state.ts'

/**
 * A message of ours; `seq` is its place in the log once the server has committed it. It is `Infinity` when the outbox
 * has lost it: another tab has sent it or taken it back, and nobody has heard which.
 */
export interface Outgoing extends PendingMessage {
  seq?: number
}

export interface MergedLog {
  /** Gap-free, by `seq`. */
  events: readonly LogEvent[]
  /** Came before what lies between them and `events`; not drawn yet. */
  ahead: readonly LogEvent[]
  /** The furthest number heard of. */
  head: number
  /** Committed but not echoed ones first, in log order, then the rest in the order written. */
  outgoing: readonly Outgoing[]
}

export const emptyLog: MergedLog = { events: [], ahead: [], head: 0, outgoing: [] }

/** The cursor: everything up to here is held. */
export const lastSeq = ({ events }: MergedLog): number => events.at(-1)?.seq ?? 0

/** Whether the server has something that is not held. */
export const needsSync = (log: MergedLog): boolean => log.head > lastSeq(log)

/** An echo takes the place of its optimistic copy: by cid, or by having passed its number. */
function settle(log: MergedLog, echoes: readonly LogEvent[]): MergedLog {
  if (!log.outgoing.length) return log
  const cids = new Set(echoes.map(({ cid }) => cid))
  const last = lastSeq(log)
  const outgoing = log.outgoing.filter(({ cid, seq = Infinity }) => !cids.has(cid) && seq > last)
  return outgoing.length < log.outgoing.length ? { ...log, outgoing } : log
}

const inOrder = (a: Outgoing, b: Outgoing): number =>
  (a.seq ?? Infinity) - (b.seq ?? Infinity) || (a.cid < b.cid ? -1 : 1)

/** Takes in events, wherever they belong; older ones than the first held are left to `mergeEarlier`. */
export function mergeEvents(log: MergedLog, arrived: readonly LogEvent[], head: number): MergedLog {
  const joined: LogEvent[] = []
  const ahead = new Map(log.ahead.map((event) => [event.seq, event]))
  for (const event of arrived) ahead.set(event.seq, event)
  let last = lastSeq(log)
  for (const seq of [...ahead.keys()].sort((a, b) => a - b)) {
    if (seq > last + 1) break
    if (seq === last + 1) joined.push(ahead.get(++last)!)
    ahead.delete(seq)
  }
  const further = Math.max(log.head, head, ...ahead.keys(), last)
  const events = joined.length ? [...log.events, ...joined] : log.events
  return settle({ ...log, events, ahead: [...ahead.values()], head: further }, joined)
}

/**
 * A fresh start from a snapshot. What came ahead of it stays; but a log that ends before ours does is of
 * another life of the database, and nothing held belongs to it.
 */
export function resetLog(log: MergedLog, snapshot: readonly LogEvent[], head: number): MergedLog {
  const last = head < lastSeq(log) ? Infinity : (snapshot.at(-1)?.seq ?? 0)
  const newer = [...log.events, ...log.ahead].filter(({ seq }) => seq > last)
  return mergeEvents(settle({ ...log, events: [...snapshot], ahead: [], head }, snapshot), newer, head)
}

/** Takes in older events, as `loadEarlier` fetches them: only those that join on. */
export function mergeEarlier(log: MergedLog, earlier: readonly LogEvent[]): MergedLog {
  let first = log.events[0]?.seq ?? 0
  const joined: LogEvent[] = []
  for (const event of [...earlier].sort((a, b) => b.seq - a.seq))
    if (event.seq === first - 1) {
      joined.unshift(event)
      first--
    }
  return joined.length ? settle({ ...log, events: [...joined, ...log.events] }, joined) : log
}

/** What the outbox holds now. What was committed or lost, but not echoed, stays, though the outbox has let go of it. */
export function mergeOutgoing(log: MergedLog, outbox: readonly PendingMessage[]): MergedLog {
  const held = new Set(outbox.map(({ cid }) => cid))
  const committed = log.outgoing.filter(
    ({ cid, seq }) => seq !== undefined && (seq < Infinity || !held.has(cid)),
  )
  const cids = new Set(committed.map(({ cid }) => cid))
  const outgoing = [...committed, ...outbox.filter(({ cid }) => !cids.has(cid))].sort(inOrder)
  return settle({ ...log, outgoing }, log.events)
}

/**
 * One message of the outbox is another now; null: the outbox holds it no more. As `mergeOutgoing`, but without a look at
 * all the others: thousands may wait.
 */
export function changeOutgoing(log: MergedLog, cid: string, message: PendingMessage | null): MergedLog {
  // What changes is what is being sent, so it stands in front; or it is new.
  const at = log.outgoing.findIndex((other) => other.cid === cid)
  const outgoing = [...log.outgoing]
  const { seq } = log.outgoing[at] ?? {}
  if (at < 0) {
    if (!message || log.events.some((event) => event.cid === cid)) return log
    outgoing.push(message)
    outgoing.sort(inOrder)
  } else if (message && (seq ?? Infinity) === Infinity) outgoing[at] = message
  else if (seq === undefined) outgoing.splice(at, 1)
  else return log
  return { ...log, outgoing }
}

/** The server has committed the message of this cid at `seq`; it stays drawn until its echo is here. */
export function commitOutgoing(log: MergedLog, cid: string, seq: number): MergedLog {
  const next = seq > log.head ? { ...log, head: seq } : log
  const at = log.outgoing.findIndex((message) => message.cid === cid)
  if (at < 0) return next
  const outgoing = [...log.outgoing]
  const message = { ...outgoing.splice(at, 1)[0]!, seq }
  const before = outgoing.findIndex((other) => (other.seq ?? Infinity) > seq)
  if (seq > lastSeq(log)) outgoing.splice(before < 0 ? outgoing.length : before, 0, message)
  return { ...next, outgoing }
}

/** The outbox has lost it; it stays drawn until its echo is here, or `dropLost` finds that there is none. */
export function loseOutgoing(log: MergedLog, cid: string): MergedLog {
  const lost = log.outgoing.find((message) => message.cid === cid && message.seq === undefined)
  if (!lost) return log
  const outgoing = log.outgoing.map((message) => (message === lost ? { ...lost, seq: Infinity } : message))
  return { ...log, outgoing }
}

export const hasLost = ({ outgoing }: MergedLog): boolean => outgoing.some(({ seq }) => seq === Infinity)

/** The log was asked for when these had been lost: of what it does not hold, nothing was sent. */
export const dropLost = (log: MergedLog, asked: readonly Outgoing[]): MergedLog => ({
  ...log,
  outgoing: log.outgoing.filter((message) => message.seq !== Infinity || !asked.includes(message)),
})
