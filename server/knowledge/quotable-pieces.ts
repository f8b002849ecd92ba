// What of a passage may be quoted on its own, and how it is written in a message.

export interface QuotablePassage {
  slug: string
  title: string
  passage: string
  /** Of the sections it stands in, outermost first, parted by ` · `. */
  heading: string
  text: string
  /** The sentence it goes on, where that stands before it: "Put a ring behind it, when". */
  intro?: string
  /** The article's own answer in short: quoted first. */
  summary?: string | null
  language?: string
  articleScore?: number
}

/** A block of so many characters is quoted whole: its sentences lean on one another. */
const SHORT = 300

export interface Piece {
  quote: string
  text: string
  /** Of a row: its table's column names, its own, and what all of its table's rows are: the first column's. */
  above?: string
  name?: string
  kindName?: string
  /** Whether `text` is lines of a list. */
  isList?: true
}

const ITEM = /^\s*(?:[-•]|\d+\.)\s+/
const NUMBERED = /^\s*\d+\.\s/

/** Plain text that Markdown would take for marks. */
export const escaped = (text: string): string => text.replace(/([\\`*_[\]<>~])/g, '\\$1')

export const sentencesOf = (text: string): string[] => {
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(
    text.replace(/\s+/g, ' '),
  )
  return [...segments].map(({ segment }) => segment.trim()).filter(Boolean)
}

function rowText(head: readonly string[], row: readonly string[]): string {
  const [first, ...rest] = row
  const named = rest.flatMap((cell, index) =>
    cell === '' ? [] : [head[index + 1] ? `${head[index + 1]}: ${cell}` : cell],
  )
  return `**${escaped(first ?? '')}:** ${escaped(named.join(', '))}`
}

/** What may be quoted on its own: rows of a table, a short block as it stands, items and sentences of a long one. */
export function piecesOf({ text }: QuotablePassage): Piece[] {
  const lines = text.split('\n')
  if (lines.length > 1 && lines.every((line) => line.includes(' | '))) {
    const [head, ...rows] = lines.map((line) => line.split(' | '))
    let name = ''
    return rows.map((row) => {
      // A cell that spans rows is written in the first of them.
      name = row[0]?.trim() || name
      return {
        quote: row.join(' | '),
        text: rowText(head!, [name, ...row.slice(1)]),
        above: head!.join(' '),
        name,
        kindName: head![0] ?? '',
      }
    })
  }
  const whole = text.replace(/\s+/g, ' ').trim()
  const isList = lines.some((line) => ITEM.test(line))
  if (isList) {
    const items = lines.map((line) => line.replace(ITEM, '').trim()).filter(Boolean)
    const mark = (at: number): string => (NUMBERED.test(lines[0]!) ? `${at + 1}.` : '-')
    if (whole.length <= SHORT) {
      const list = items.map((item, at) => `${mark(at)} ${escaped(item)}`).join('\n')
      return [{ quote: whole, text: list, isList: true }]
    }
    return items.map((item) => ({ quote: item, text: escaped(item) }))
  }
  if (whole.length <= SHORT) return [{ quote: whole, text: escaped(whole) }]
  return sentencesOf(text).map((sentence) => ({ quote: sentence, text: escaped(sentence) }))
}

/** Longer is no name of a section. */
const LONGEST_NAME = 80

/** The innermost of a passage's headings. */
export const sectionOf = ({ heading }: Pick<QuotablePassage, 'heading'>): string =>
  heading.split(' · ').at(-1) ?? ''

/**
 * A piece with what it cannot be understood without: the section it stands in, which may turn it round ("Where we do not
 * ship"), and the sentence it ends.
 */
export function inContext({ text, name, isList }: Piece, section: string, intro = ''): string {
  // A row says by its first cell what it is about.
  const heading = name === undefined && section.length <= LONGEST_NAME ? section : ''
  const bold = heading && `**${escaped(heading)}${/[.:!?…؟。？！]$/.test(heading) ? '' : ':'}**`
  const before = [bold, escaped(intro)].filter(Boolean).join(' ')
  return before ? `${before}${isList ? '\n' : ' '}${text}` : text
}
