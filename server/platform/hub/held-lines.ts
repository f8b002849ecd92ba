// What several frames of one turn of the event loop put on a line goes out in one system call: an ack and the event it
// caused, a welcome and what was missed. System calls are most of what a busy node does.

import type { Duplex } from 'node:stream'

/** Returns `hold`: the line keeps what it is given until this turn ends. */
export function createHeldLines(): (line: Duplex) => void {
  let held: Duplex[] = []

  function letGo(): void {
    const lines = held
    held = []
    for (const line of lines) line.uncork()
  }

  return function hold(line) {
    if (line.writableCorked > 0) return
    line.cork()
    if (held.push(line) === 1) setImmediate(letGo)
  }
}
