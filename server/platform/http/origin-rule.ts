// Which origins may speak to us: exact comparison with a list, nothing cleverer.

const LOCAL = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/

/** A page on the visitor's own machine, on any port. */
export const isLocalOrigin = (origin: string): boolean => LOCAL.test(origin)

/** An empty list allows local pages only: a new site works in development and nowhere else. */
export const isOriginAllowed = (allowed: readonly string[], origin: string): boolean =>
  allowed.length === 0 ? isLocalOrigin(origin) : allowed.includes(origin)

/** A page of the server itself, under its public name or the one this request used. Absent origin: no. */
export function isOwnOrigin({ origin, host }: { origin?: string; host?: string }, own?: string): boolean {
  if (origin === undefined) return false
  return (
    origin === own || (host !== undefined && (origin === `http://${host}` || origin === `https://${host}`))
  )
}
