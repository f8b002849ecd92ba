// The log itself: both counters without a gap, and the conversation's heads where the log ends.

import type { RunRecord, Violation } from './history-checker.ts'

const isGapless = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => number === index + 1)

export function checkRows({ rows, conversations }: RunRecord): Violation[] {
  const found: Violation[] = []
  for (const { id, last_seq, last_pub_seq } of conversations) {
    const own = rows.filter((row) => row.conversation_id === id).sort((a, b) => a.seq - b.seq)
    const seqs = own.map(({ seq }) => seq)
    const published = own.flatMap(({ pub_seq }) => (pub_seq === null ? [] : [pub_seq]))
    if (!isGapless(seqs)) found.push({ kind: 'gap', what: `seq of ${id}: ${seqs.join(' ')}`, about: [id] })
    // In the order of seq: the customer's order is the team's, with what is private left out.
    if (!isGapless(published))
      found.push({ kind: 'gap', what: `pub_seq of ${id}: ${published.join(' ')}`, about: [id] })
    if (last_seq !== seqs.length || last_pub_seq !== published.length)
      found.push({
        kind: 'head',
        what: `${id} says ${last_seq}/${last_pub_seq}, its log has ${seqs.length}/${published.length}`,
        about: [id],
      })
    const leaked = own.filter(({ type, pub_seq }) => type === 'note.created' && pub_seq !== null)
    for (const { body } of leaked)
      found.push({ kind: 'leak', what: `a note has a public number: ${body}`, about: [id] })
  }
  return found
}
