// News between rooms and, with a carrier, between nodes. What must survive a crash is a row instead.

/** Grows by declaration merging: each room declares the topics it speaks of, beside its service. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge their topics into it
export interface BusTopics {}

export interface EmitOptions {
  /** Nobody misses it if it is lost (typing, a stretch of an answer): the first to go when news pile up. */
  ephemeral?: boolean
  /** Goes out also while no other node is known: it is how nodes come to know of each other. */
  greeting?: boolean
}

export interface Bus {
  /** Of this life of the process. */
  readonly nodeId: string
  /** Whether there may be other nodes: then news can be lost on the way, and whoever needs them all looks by itself. */
  readonly isShared: boolean
  /**
   * Tells every listener: those of this node on the next turn, others soon and without the payload's `here`, which saves
   * this node a read and never travels. Never throws; the rest of a payload must be plain JSON.
   */
  emit<T extends keyof BusTopics>(topic: T, payload: BusTopics[T], options?: EmitOptions): void
  /** Tells the listeners of this node alone. */
  emitHere<T extends keyof BusTopics>(topic: T, payload: BusTopics[T]): void
  /** Listens; the returned function stops it. */
  on<T extends keyof BusTopics>(topic: T, listener: (payload: BusTopics[T]) => void): () => void
  /** Runs when news of other nodes may have been lost. The returned function stops it. */
  onGap(listener: () => void): () => void
  close(): Promise<void>
}
