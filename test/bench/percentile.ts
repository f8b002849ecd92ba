// Percentiles and medians of what was measured.

/** What did not come at all counts as this late. A number, since JSON knows no infinity. */
export const NEVER_MS = 1e6

/** Of a sorted list. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
