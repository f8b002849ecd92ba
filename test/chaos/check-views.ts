// What clients show in the end, beside the log: all of it, in its order, and nothing else.

import type { FinalView, Row, RunRecord, Violation } from './history-checker.ts'
import { marksIn } from './text-mark.ts'

export function checkViews({ rows, conversations, views }: RunRecord): Violation[] {
  const owners = new Map(conversations.map(({ id, owner }) => [id, owner]))
  const logs = new Map<string, Row[]>()
  for (const row of rows) {
    const held = logs.get(row.conversation_id)
    if (held) held.push(row)
    else logs.set(row.conversation_id, [row])
  }
  for (const log of logs.values()) log.sort((a, b) => a.seq - b.seq)
  return views.flatMap((view) => checkView(view, logs.get(view.conversation) ?? [], owners))
}

function checkView(view: FinalView, log: readonly Row[], owners: ReadonlyMap<string, string>): Violation[] {
  const { client, side, visitor, conversation, events, complete } = view
  const found: Violation[] = []
  const report = (kind: Violation['kind'], what: string): void =>
    void found.push({ kind, what: `${client} in ${conversation}: ${what}`, about: [conversation] })
  const numberOf = (row: Row): number | null => (side === 'visitor' ? row.pub_seq : row.seq)
  const mine = log.filter((row) => numberOf(row) !== null)

  if (visitor !== null && owners.get(conversation) !== visitor) report('view-foreign', 'it is not theirs')
  if (!complete) report('view-lost', 'it never came to hold all of the log')
  const bySeq = new Map(events.map((event) => [event.seq, event]))
  if (bySeq.size !== events.length) report('view-differs', 'a number stands twice')
  if (events.some(({ seq }, index) => index > 0 && seq <= events[index - 1]!.seq))
    report('view-differs', `not in order: ${events.map(({ seq }) => seq).join(' ')}`)

  const missing = mine.filter((row) => !bySeq.has(numberOf(row)!))
  if (missing.length)
    report(
      'view-lost',
      `lacks ${missing.map((row) => `${numberOf(row)} (${row.type} ${row.body.slice(0, 12)})`).join(', ')}`,
    )
  // A deletion takes the text out of the log; who saw it before may hold it, and draws it no more.
  const deleted = new Set(mine.filter(({ type }) => type === 'message.deleted').map(({ target }) => target))
  for (const row of mine) {
    const event = bySeq.get(numberOf(row)!)
    const isText = !deleted.has(row.id) && !deleted.has(row.target)
    if (event && (event.id !== row.id || event.type !== row.type || (isText && event.body !== row.body)))
      report(
        'view-differs',
        `${event.seq} is ${event.type} ${event.body}, the log has ${row.type} ${row.body}`,
      )
  }
  const ids = new Set(mine.map(({ id }) => id))
  for (const { id, seq, type, body } of events) {
    if (!ids.has(id)) report('view-foreign', `${seq} (${type} ${body.slice(0, 20)}) is not in the log`)
    for (const { mark, owner } of marksIn(body))
      if (owners.get(conversation) !== owner) report('view-foreign', `${mark} is of another conversation`)
  }
  return found
}
