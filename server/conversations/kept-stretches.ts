// Stretches of logs as they were read of late: whoever opens a chat again, or polls it, is answered from here. A log that
// has grown, and any change of a text makes it grow, has another head, so nothing old or deleted is found. Whoever asks
// has read the head first. Knows no statement.

import type { EventRow } from './conversation-row.ts'

/** Characters of text held in all; beyond it what was asked for longest ago goes. */
const MOST_TEXT = 16 * 1024 * 1024

export function createKeptStretches({ mostText = MOST_TEXT }: { mostText?: number } = {}) {
  const kept = new Map<string, { rows: EventRow[]; length: number }>()
  let held = 0

  function drop(key: string): void {
    held -= kept.get(key)?.length ?? 0
    kept.delete(key)
  }

  return {
    /** The rows under a key that names conversation, head and range; read when they are not here. */
    async get(key: string, read: () => Promise<EventRow[]>): Promise<EventRow[]> {
      const found = kept.get(key)
      const rows = found?.rows ?? (await read())
      const length = found?.length ?? key.length + JSON.stringify(rows).length
      drop(key)
      kept.set(key, { rows, length })
      held += length
      for (const oldest of kept.keys()) {
        if (held <= mostText) break
        drop(oldest)
      }
      return rows
    },
  }
}
