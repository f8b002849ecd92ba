// A time zone as somebody names it, by the name everybody knows it by: PostgreSQL knows fewer old names than Intl does.

/** The zone as Intl writes it; null for one there is not, and for a bare offset, which knows no summer. */
export function timeZoneOf(given: string | undefined): string | null {
  if (!given || !/^[A-Za-z]/.test(given)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
