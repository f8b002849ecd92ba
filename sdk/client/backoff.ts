// How long to wait before the next try, of a line as of a message.

/** Half to all of 0.5 s, 1 s, 2 s … 30 s, so that a thousand clients do not come back in one instant. */
export const backoff = (attempt: number, random: number): number =>
  Math.min(30_000, 500 * 2 ** Math.min(attempt, 10)) * (0.5 + random / 2)
