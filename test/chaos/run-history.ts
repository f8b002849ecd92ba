// What a run did and saw, in the order it happened: the material of checker and story. Knows nothing of how it came about.

/** One line of the history. `op` is the mark in a text's body, `cid` the id it travelled under. */
export type Entry = { at: number } & (
  | { type: 'write'; op: string; author: string; tab: string; conversation: string; command: string }
  /** The client has said it is stored: from here on it may not be lost. */
  | { type: 'stored'; op: string }
  | { type: 'withdrawn'; op: string; author: string }
  | { type: 'sent'; author: string; cid: string; command: string; via: 'frame' | 'post'; op: string | null }
  /** Its author is about to change or delete it: a deleted text has no words left, but its row keeps the cid. */
  | { type: 'changed'; op: string; cid: string }
  | { type: 'ok'; author: string; cid: string; id: string; seq: number }
  | { type: 'nack'; author: string; cid: string; code: string; final: boolean }
  /** A client drew something and then no more. */
  | { type: 'vanished'; author: string; conversation: string; what: string }
  /** Bytes that reached a visitor and should not have. */
  | { type: 'leak'; author: string; what: string }
  | { type: 'fault'; fault: string; phase: 'begin' | 'end' | 'skipped'; what: string }
  | { type: 'note'; text: string }
)
type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never

export function createHistory() {
  const entries: Entry[] = []
  const began = performance.now()
  return {
    entries: entries as readonly Entry[],
    elapsed: (): number => performance.now() - began,
    record: (entry: WithoutTime<Entry>): void =>
      void entries.push({ at: Math.round(performance.now() - began), ...entry } as Entry),
  }
}

export type History = ReturnType<typeof createHistory>
