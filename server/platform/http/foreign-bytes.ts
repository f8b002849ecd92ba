// The headers of bytes that somebody gave us.

/** Shown or saved by any page, run by none. */
export const FOREIGN_BYTES = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const
