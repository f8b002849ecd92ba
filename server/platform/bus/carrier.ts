// What carries pieces of news between nodes, as a bus sees it. A carrier knows nothing of what they say, and may lose them.

export interface Carrier {
  /** Most bytes of one piece. */
  readonly pieceBytes: number
  /** Sends pieces of ASCII text in order. @throws when some may not have been sent */
  send(pieces: readonly string[]): Promise<void>
  /**
   * Opens a connection that hears every node's pieces, this one's too. `lost` is called when it breaks by itself.
   * @throws when it cannot be opened
   */
  listen(hear: (piece: string) => void, lost: (error: unknown) => void): Promise<Listening>
}

export interface Listening {
  /** Resolves when the other end answers. */
  probe(): Promise<unknown>
  /** At once, whatever state the connection is in. */
  end(): void
}
