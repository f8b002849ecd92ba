// The letters of a PDF's page as lines in reading order. A wide gap within a line parts cells: of a table, or of two
// columns of text.

export interface Line {
  text: string
  /** Font size, and where its base line lies, from the bottom of the page. */
  size: number
  y: number
  x: number
  page: number
  cells: Cell[]
  /** Of a table: its rows, the first one its head. The line stands for all of them. */
  rows?: string[][]
}

interface Cell {
  x: number
  text: string
}

export interface PdfItem {
  str: string
  transform: number[]
  width: number
  hasEOL: boolean
}

/** A gap so many times the letters' size is no space between words. */
const GAP = 1.5
/** Starts this near, by the letters' size, are one column. */
const ALIGNED = 1
/** Characters: what stands in a column of text is longer than what stands in a table. */
const PROSE = 25
const LEAST_PROSE_LINES = 3

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

export function linesOf(items: readonly PdfItem[], page: number): Line[] {
  const lines: Line[] = []
  let line: Line | undefined
  let end = 0
  for (const { str, transform, width, hasEOL } of items) {
    const [, , c = 0, d = 0, x = 0, y = 0] = transform
    const size = Math.hypot(c, d)
    if (str !== '') {
      const same = line !== undefined && Math.abs(line.y - y) < Math.max(2, size * 0.4)
      if (line && same) {
        const cell = line.cells.at(-1)!
        if (x - end > Math.max(size, line.size) * GAP && str.trim()) line.cells.push({ x, text: str })
        else {
          const apart = x - end > size * 0.15 && !cell.text.endsWith(' ') && !str.startsWith(' ')
          cell.text += apart ? ` ${str}` : str
        }
        line.size = Math.max(line.size, str.trim() ? size : 0)
      } else {
        line = { text: '', size, y, x, page, cells: [{ x, text: str }] }
        lines.push(line)
      }
      // A gap comes as a space as wide as it.
      if (str.trim()) end = x + width
    }
    if (hasEOL) line = undefined
  }
  return lines.flatMap((one) => {
    const cells = one.cells.map(({ x, text }) => ({ x, text: plain(text) })).filter(({ text }) => text !== '')
    return cells.length > 0 ? [{ ...one, cells, text: cells.map(({ text }) => text).join(' ') }] : []
  })
}

const isNear = (a: number, b: number, { size }: Line): boolean => Math.abs(a - b) <= size * ALIGNED

/** Whether every cell of a line begins where one of the head's does. */
const fits = (line: Line, head: Line): boolean =>
  line.cells.length >= 2 &&
  line.cells.length <= head.cells.length &&
  line.cells.every(({ x }) => head.cells.some((cell) => isNear(cell.x, x, head)))

/** Where text goes on in a second column, drawn line by line across both: its start; null for none. */
function secondColumn(lines: readonly Line[]): number | null {
  const pairs = lines.filter(
    ({ cells }) => cells.length === 2 && cells.every(({ text }) => text.length >= PROSE),
  )
  const [first] = pairs
  if (!first) return null
  const start = first.cells[1]!.x
  const same = pairs.filter(({ cells }) => isNear(cells[1]!.x, start, first))
  return same.length >= LEAST_PROSE_LINES ? start : null
}

const single = (line: Line, cells: Cell[]): Line[] =>
  cells.length === 0
    ? []
    : [{ ...line, x: cells[0]!.x, cells: [cells[0]!], text: cells.map(({ text }) => text).join(' ') }]

/** One column after the other, and what stands above and below both where it was. */
function columnByColumn(lines: readonly Line[], start: number): Line[] {
  const isRight = ({ x }: Cell, line: Line): boolean => x >= start - line.size * ALIGNED
  const isBoth = (line: Line): boolean =>
    line.cells.some((cell) => isRight(cell, line)) && line.cells.some((cell) => !isRight(cell, line))
  const from = lines.findIndex(isBoth)
  const to = lines.findLastIndex((line) => line.cells.some((cell) => isRight(cell, line)))
  const within = lines.slice(from, to + 1)
  return [
    ...lines.slice(0, from),
    ...within.flatMap((line) =>
      single(
        line,
        line.cells.filter((cell) => !isRight(cell, line)),
      ),
    ),
    ...within.flatMap((line) =>
      single(
        line,
        line.cells.filter((cell) => isRight(cell, line)),
      ),
    ),
    ...lines.slice(to + 1),
  ]
}

/** A mark with its item behind it, set in: a list, and no table. */
const MARK = /^(?:[•‣▪●◦·–—*-]|\d{1,3}[.)]|\p{L}[.)])$/u

/** Lines with cells below each other, put together as one that stands for the table. */
function withTables(lines: readonly Line[]): Line[] {
  const found: Line[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const head = lines[at]!
    let next = at + 1
    while (head.cells.length >= 2 && next < lines.length && fits(lines[next]!, head)) next += 1
    const isList = lines.slice(at, next).every(({ cells }) => MARK.test(cells[0]!.text))
    if (next - at < 2 || isList) {
      found.push(...lines.slice(at, next))
      at = next - 1
      continue
    }
    const rows = lines
      .slice(at, next)
      .map((line) =>
        head.cells.map(({ x }) => line.cells.find((cell) => isNear(cell.x, x, head))?.text ?? ''),
      )
    found.push({ ...head, y: lines[next - 1]!.y, rows })
    at = next - 1
  }
  return found
}

/** A page's lines as they are read. */
export function arranged(lines: readonly Line[]): Line[] {
  const start = secondColumn(lines)
  return withTables(start === null ? lines : columnByColumn(lines, start))
}
