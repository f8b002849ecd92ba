// A share of few trials, and how far chance may have moved it. Knows nothing of what was tried.

export interface Interval {
  from: number
  to: number
}

/** 95 %. */
const Z = 1.959964

/** Wilson's score interval: it stays within 0 and 1, and is honest for few trials and for shares near the ends. */
export function wilson(hits: number, trials: number): Interval {
  if (trials === 0) return { from: 0, to: 1 }
  const share = hits / trials
  const scale = 1 + Z ** 2 / trials
  const middle = (share + Z ** 2 / (2 * trials)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2))
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) }
}
