// Looks through every byte on its way to a visitor: another one's text, or a note of the team, must not be among them.

import type { History } from './run-history.ts'
import { marksIn } from './text-mark.ts'

/** A mark may lie across two chunks. */
const OVERLAP = 64

export function createWireWatch({ visitor, record }: { visitor: string; record: History['record'] }) {
  const told = new Set<string>()
  let tail = ''
  return function watch(chunk: Buffer): void {
    const text = tail + chunk.toString('latin1')
    tail = text.slice(-OVERLAP)
    // Marks are written in UTF-8; read byte by byte, the brackets are two characters each.
    for (const { mark, owner, isPrivate } of marksIn(Buffer.from(text, 'latin1').toString('utf8'))) {
      if ((owner === visitor && !isPrivate) || told.has(mark)) continue
      told.add(mark)
      record({
        type: 'leak',
        author: visitor,
        what: isPrivate ? `private ${mark}` : `of another one: ${mark}`,
      })
    }
  }
}
