// What keeps the bytes of files. Keys are ours; nothing a user has named ever becomes part of a path.

import type { Readable } from 'node:stream'

/** First and last byte, both included. */
export interface ByteRange {
  start: number
  end: number
}

export interface Storage {
  /** All of it or nothing: a key that can be read is whole. @throws Problem `unavailable` when it cannot be kept */
  put(key: string, bytes: Readable): Promise<void>
  /** @throws Problem `not-found` */
  read(key: string, range?: ByteRange): Promise<Readable>
  /** What is not there is deleted already. */
  delete(key: string): Promise<void>
}
