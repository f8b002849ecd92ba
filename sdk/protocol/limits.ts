// Numbers both sides must agree on. Lengths are in UTF-16 code units, as `String.length` counts.

export const LIMITS = {
  message: 8000,
  note: 8000,
  name: 255,
  email: 254,
  subject: 255,
  description: 8000,
  comment: 1000,
  query: 200,
  typingPreview: 500,
  /** Files of one message, and bytes of one file. */
  files: 5,
  fileBytes: 10 * 1024 * 1024,
  fileName: 200,
  /** So long a customer may change or delete what they wrote. */
  editMinutes: 15,
  frameBytes: 32 * 1024,
  /** Missed events up to this many come as deltas, more as a snapshot. */
  deltaEvents: 500,
  snapshotEvents: 50,
  /** Conversations a hello may name; the rest are subscribed to. */
  helloStreams: 100,
} as const

export const PROTOCOL_VERSION = 1
