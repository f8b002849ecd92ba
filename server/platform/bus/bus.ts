// News between rooms and, with another carrier, between nodes. What must survive a crash is a row instead.

/** Grows by declaration merging: each room declares the topics it speaks of, beside its service. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge their topics into it
export interface BusTopics {}

export interface Bus {
  /** Tells every listener on every node. Never throws; payloads must be plain JSON. */
  emit<T extends keyof BusTopics>(topic: T, payload: BusTopics[T]): void
  /** Listens; the returned function stops it. */
  on<T extends keyof BusTopics>(topic: T, listener: (payload: BusTopics[T]) => void): () => void
  close(): Promise<void>
}
