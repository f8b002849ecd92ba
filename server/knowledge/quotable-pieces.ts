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
  /** Its last sentence goes on in the next passage, and says nothing without it. */
  isOpen?: boolean
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
/** Of a line that is to end there. */
const LINE_END = '\\\n'
/** Indent, mark and text. */
const LIST_LINE = /^(\s*)([-•]|\d+\.)?\s*(.*)$/
/** Signs by which a list within `1.` has to be set in. */
const SET_IN = 3

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
export function piecesOf({ text, isOpen = false }: QuotablePassage): Piece[] {
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
  if (lines.some((line) => ITEM.test(line))) {
    if (whole.length <= SHORT) return [{ quote: whole, text: listText(lines), isList: true }]
    return itemsOf(lines).map(itemPiece)
  }
  // Lines that were set apart stay apart: an address, opening hours, commands to type.
  if (whole.length <= SHORT && !isOpen) return [{ quote: whole, text: lines.map(escaped).join(LINE_END) }]
  const sentences = sentencesOf(text)
  return (isOpen ? sentences.slice(0, -1) : sentences).map((sentence) => ({
    quote: sentence,
    text: escaped(sentence),
  }))
}

/** With its own marks, and what stands within an item set in as far as Markdown wants it. */
function listText(lines: readonly string[]): string {
  return lines
    .map((line) => {
      const [, indent = '', mark = '', rest = line.trim()] = LIST_LINE.exec(line) ?? []
      return `${' '.repeat((indent.length / 2) * SET_IN)}${mark && `${mark} `}${escaped(rest)}`
    })
    .join('\n')
}

/** Lines of each item, those within it as well. */
function itemsOf(lines: readonly string[]): string[][] {
  const items: string[][] = []
  for (const line of lines)
    if (/^\s/.test(line) && items.length > 0) items.at(-1)!.push(line.slice(2))
    else items.push([line])
  return items
}

function itemPiece([first = '', ...within]: string[]): Piece {
  const head = first.replace(ITEM, '').trim()
  const quote = [head, ...within].join(' ').replace(/\s+/g, ' ').trim()
  return { quote, text: [escaped(head), ...(within.length > 0 ? [listText(within)] : [])].join('\n') }
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
  const apart = isList ? '\n' : text.includes(LINE_END) ? LINE_END : ' '
  return before ? `${before}${apart}${text}` : text
}
