// What a page may show of the line to the server: a union, so no combination is meaningless.

export type ConnectionState =
  /** No socket was asked for yet. */
  | { state: 'idle' }
  | { state: 'connecting' }
  | { state: 'online' }
  /** Lost; `since` is when (ms), `retryAt` when the next try is. Show it only after 2 s. */
  | { state: 'reconnecting'; since: number; retryAt: number }
  /** As `reconnecting`, but what is asked by requests is answered: all works, only slower. */
  | { state: 'polling'; since: number }
  /** The browser says there is no network. */
  | { state: 'offline'; since: number }
  /** The server will not have us: dead session, foreign origin. No retry helps. */
  | { state: 'refused'; code: string }
