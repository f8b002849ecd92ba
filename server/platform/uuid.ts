// UUIDs (RFC 9562): new ones of version 7 (§5.7), which sort by time and so keep B-tree inserts at one end; and
// derived ones of version 8 (§5.8), the same for the same parts.

import { createHash, randomUUID } from 'node:crypto'

export function uuidv7(now: number = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  // Node keeps randomness in stock for these alone, which makes them many times cheaper than bytes of one's own.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

/** One id for one thing, however often it is asked for: from a SHA-256 over the parts. */
export function derivedUuid(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
