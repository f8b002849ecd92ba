// Stretches of logs as they were read of late: whoever opens a chat again, or polls it, is answered from here. A log that
// has grown, and any change of a text makes it grow, has another head, so nothing old or deleted is found. Whoever asks
// has read the head first. Knows no statement.

import type { LogEvent } from '../../sdk/protocol/event.ts'
import { JsonText } from '../platform/commands/json-text.ts'

/** Characters of text held in all; beyond it what was asked for longest ago goes. */
const MOST_TEXT = 16 * 1024 * 1024

export interface KeptStretch {
  events: JsonText
  /** Number of the last event; 0: there are none. */
  last: number
}

export function createKeptStretches({ mostText = MOST_TEXT }: { mostText?: number } = {}) {
  const kept = new Map<string, KeptStretch>()
  let held = 0

  const sizeOf = (key: string, { events }: KeptStretch): number => key.length + events.text.length

  function drop(key: string): void {
    const gone = kept.get(key)
    if (gone) held -= sizeOf(key, gone)
    kept.delete(key)
  }

  return {
    /** The events under a key that names side, conversation, head and range; read when they are not here. */
    async get(key: string, read: () => Promise<LogEvent[]>): Promise<KeptStretch> {
      let stretch = kept.get(key)
      if (!stretch) {
        const events = await read()
        stretch = { events: new JsonText(JSON.stringify(events)), last: events.at(-1)?.seq ?? 0 }
      }
      // Behind all others; somebody else may have read the same meanwhile.
      drop(key)
      kept.set(key, stretch)
      held += sizeOf(key, stretch)
      for (const oldest of kept.keys()) {
        if (held <= mostText) break
        drop(oldest)
      }
      return stretch
    },
  }
}
