// Which rows of a long list need to exist: groups of rows of one height, of which a screenful is drawn. Pure.

/** A heading, then so many rows. */
export interface Stretch {
  rows: number
  /** Height of what stands above the rows. */
  head: number
}

export interface Viewport {
  top: number
  height: number
  /** Height of a row. */
  row: number
}

/** Rows drawn beyond either edge, so that a scroll finds them there. */
const BEYOND = 4

/** Heights of a group's heading: the first, and those with a gap above. */
const HEAD = 32
const NEXT_HEAD = 40

export const stretchesOf = (groups: readonly { rows: readonly unknown[] }[]): Stretch[] =>
  groups.map(({ rows }, index) => ({ rows: rows.length, head: index === 0 ? HEAD : NEXT_HEAD }))

/** Where each stretch begins. */
export function stretchTops(stretches: readonly Stretch[], row: number): number[] {
  let top = 0
  return stretches.map((stretch) => {
    const start = top
    top += stretch.head + stretch.rows * row
    return start
  })
}

/** Per stretch the rows to draw: from the first up to, not including, the second. */
export function windowOf(stretches: readonly Stretch[], { top, height, row }: Viewport): [number, number][] {
  const tops = stretchTops(stretches, row)
  return stretches.map(({ rows, head }, index) => {
    const first = tops[index]! + head
    const within = (at: number): number => Math.max(0, Math.min(rows, at))
    const from = within(Math.floor((top - first) / row) - BEYOND)
    const to = within(Math.ceil((top + height - first) / row) + BEYOND)
    return [from, Math.max(from, to)]
  })
}

/** Where the row with this number, counted through all stretches, begins. */
export function rowTop(stretches: readonly Stretch[], number: number, row: number): number {
  const tops = stretchTops(stretches, row)
  let left = number
  for (const [index, { rows, head }] of stretches.entries()) {
    if (left < rows) return tops[index]! + head + left * row
    left -= rows
  }
  return 0
}

/** How far to scroll so that a row is wholly in sight; as it is where it is already. */
export function scrollFor(at: number, { top, height, row }: Viewport): number {
  // The first row brings the heading above it along.
  if (at < row) return 0
  if (at < top) return at
  return at + row > top + height ? at + row - height : top
}
