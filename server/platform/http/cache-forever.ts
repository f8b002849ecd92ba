// `Cache-Control` of what has another address when it has other bytes (RFC 8246).

export const FOREVER = 'public, max-age=31536000, immutable'
