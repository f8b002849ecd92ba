// What became of every text and command: acknowledged is there, stored is there, taken back is not, nothing is there
// twice, and one author's texts stand in the order they were written.

import type { Row, RunRecord, Violation } from './history-checker.ts'
import { findMark } from './text-mark.ts'

const group = <T>(list: readonly T[], key: (item: T) => string | null): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const name = key(item)
    if (name === null) continue
    const held = groups.get(name)
    if (held) held.push(item)
    else groups.set(name, [item])
  }
  return groups
}
/** A deleted text's row keeps its cid, so a text is found by the ids it travelled under too. */
const isText = ({ type }: Row): boolean => type === 'message.created' || type === 'note.created'

export function checkTexts({ history, rows, views }: RunRecord): Violation[] {
  const found: Violation[] = []
  const report = (kind: Violation['kind'], what: string, ...about: (string | null)[]): void =>
    void found.push({ kind, what, about: about.filter((item) => item !== null) })

  const byCid = group(rows, ({ cid }) => cid)
  const byMark = group(
    rows.filter((row) => isText(row) && !row.quoting),
    ({ body }) => findMark(body),
  )
  const withdrawn = new Set<string>()
  const touched = new Set<string>()
  const cidsOf = new Map<string, Set<string>>()
  for (const entry of history)
    if (entry.type === 'withdrawn') withdrawn.add(entry.op)
    else if ((entry.type === 'sent' || entry.type === 'changed') && entry.op)
      cidsOf.set(entry.op, (cidsOf.get(entry.op) ?? new Set()).add(entry.cid))
    else if (entry.type === 'nack' && entry.final) touched.add(entry.cid)

  for (const [cid, same] of byCid)
    if (same.length > 1) report('doubled', `${same.length} rows with the cid ${cid}`, cid)
  for (const [mark, same] of byMark)
    if (same.length > 1) report('doubled', `${mark} stands ${same.length} times in the log`, mark)

  const acked = new Map<string, { id: string; author: string }>()
  for (const entry of history) {
    if (entry.type !== 'ok') continue
    const first = acked.get(entry.cid)
    if (first && first.id !== entry.id)
      report('ack-differs', `two acks of ${entry.cid} name two rows, ${first.id} and ${entry.id}`, entry.cid)
    acked.set(entry.cid, entry)
    const row = byCid.get(entry.cid)?.[0]
    if (!row) continue
    // A visitor's wish that left only private rows has no number of theirs.
    if (row.id !== entry.id || (entry.seq !== row.seq && entry.seq !== (row.pub_seq ?? 0)))
      report(
        'ack-differs',
        `the ack of ${entry.cid} names ${entry.id} at ${entry.seq}, the row is ${row.id} at ${row.seq}/${row.pub_seq}`,
        entry.cid,
      )
  }
  for (const [cid, { author }] of acked)
    if (!byCid.has(cid))
      report('acked-lost', `${author} had an ack for ${cid}, and it is not in the log`, cid)

  const stored = history.filter((entry) => entry.type === 'stored')
  for (const { op } of stored) {
    const there = byMark.get(op) ?? [...(cidsOf.get(op) ?? [])].flatMap((cid) => byCid.get(cid) ?? [])
    if (withdrawn.has(op) && there.length)
      report('withdrawn-sent', `${op} was taken back and sent all the same`, op)
    else if (!withdrawn.has(op) && !there.length)
      report('stored-lost', `${op} was stored, and never came`, op)
  }

  for (const { client, pending } of views)
    for (const { body, state, code } of pending)
      if (state === 'failed')
        report('failed', `${client}: "${body.slice(0, 40)}" failed with ${code}`, findMark(body))

  found.push(
    ...checkOrder({
      history,
      byMark,
      withdrawn,
      refused: (mark) => [...(cidsOf.get(mark) ?? [])].some((cid) => touched.has(cid)),
    }),
  )
  return found
}

interface OrderDeps {
  history: RunRecord['history']
  byMark: ReadonlyMap<string, readonly Row[]>
  withdrawn: ReadonlySet<string>
  /** Refused once and sent again later: its writer chose its new place. */
  refused(mark: string): boolean
}

/** One tab's texts in one conversation, in the order their writer saw them stored. */
function checkOrder({ history, byMark, withdrawn, refused }: OrderDeps): Violation[] {
  const tabOf = new Map<string, string>()
  for (const entry of history) if (entry.type === 'write') tabOf.set(entry.op, entry.tab)
  const last = new Map<string, { op: string; seq: number }>()
  const found: Violation[] = []
  for (const entry of history) {
    if (entry.type !== 'stored' || withdrawn.has(entry.op) || refused(entry.op)) continue
    const row = byMark.get(entry.op)?.[0]
    if (!row) continue
    const lane = `${tabOf.get(entry.op)} in ${row.conversation_id}`
    const before = last.get(lane)
    if (before && before.seq > row.seq)
      found.push({
        kind: 'out-of-order',
        what: `${entry.op} was written after ${before.op} and stands before it (${row.seq} < ${before.seq})`,
        about: [before.op, entry.op],
      })
    else last.set(lane, { op: entry.op, seq: row.seq })
  }
  return found
}
