// A PDF as an article. It knows letters and places, no paragraphs: lines are put together from places, headings are
// guessed by their size, and what every page repeats is left out.

import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { getDocumentProxy } from 'unpdf'
import { arranged, type Line, linesOf, type PdfItem } from './pdf-lines.ts'
import { checkBody, localeOf, oneLine, type ReadArticle, UnreadableDocument } from './read-article.ts'

const TITLE = 200
const MOST_PAGES = 300
/** Larger than the text around it by so much, a line is a heading. */
const LARGER = 1.15
const HEADING_LENGTH = 150
/** A gap so many lines high ends a paragraph. */
const GAP = 1.6
const BULLET = /^[•‣▪●◦·–—*-]\s+/
const NUMBER = /^\d{1,3}[.)]\s+/

/** The size most letters have. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}

/** Page numbers, and lines that stand on most pages. */
function withoutRunningLines(pages: readonly Line[][]): Line[][] {
  const shape = (text: string): string => text.replace(/\d+/g, '#')
  const seen = new Map<string, number>()
  for (const lines of pages)
    for (const text of new Set([lines[0], lines.at(-1)].map((line) => shape(line?.text ?? ''))))
      seen.set(text, (seen.get(text) ?? 0) + 1)
  return pages.map((lines) =>
    lines.filter((line, at) => {
      if (at !== 0 && at !== lines.length - 1) return true
      if (/^(?:\D{0,8}\s)?\d{1,4}(?:\s?[/|]\s?\d{1,4})?$/.test(line.text) && pages.length > 1) return false
      return pages.length < 3 || (seen.get(shape(line.text)) ?? 0) <= pages.length / 2
    }),
  )
}

const text = (value: string): PhrasingContent[] => [{ type: 'text', value }]

const tableOf = (rows: readonly string[][]): RootContent => ({
  type: 'table',
  children: rows.map((row) => ({
    type: 'tableRow',
    children: row.map((cell) => ({ type: 'tableCell', children: text(cell) })),
  })),
})

/** Two lines of one sentence; a word parted at the line's end is whole again. */
const joined = (before: string, after: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`

function blocksOf(lines: readonly Line[]): { title: string | null; blocks: RootContent[] } {
  const body = bodySize(lines)
  const sizes = [...new Set(lines.filter(isHeading).map(({ size }) => Math.round(size)))].sort(
    (a, b) => b - a,
  )
  const blocks: RootContent[] = []
  let title: string | null = null
  let open: { kind: 'paragraph' | 'item' | 'number' | 'heading'; text: string; last: Line } | undefined

  function isHeading({ size, text, rows }: Line): boolean {
    return !rows && size >= body * LARGER && text.length <= HEADING_LENGTH && /\p{L}/u.test(text)
  }

  function close(): void {
    if (!open) return
    const { kind, text: words, last } = open
    open = undefined
    if (kind === 'heading') {
      const rank = sizes.indexOf(Math.round(last.size))
      if (title === null && blocks.length === 0) title = words
      else blocks.push({ type: 'heading', depth: rank <= 1 ? 2 : rank === 2 ? 3 : 4, children: text(words) })
      return
    }
    const paragraph: BlockContent = { type: 'paragraph', children: text(words) }
    if (kind === 'paragraph') {
      blocks.push(paragraph)
      return
    }
    const ordered = kind === 'number'
    const list = blocks.at(-1)
    if (list?.type === 'list' && list.ordered === ordered)
      list.children.push({ type: 'listItem', children: [paragraph] })
    else
      blocks.push({
        type: 'list',
        ordered,
        spread: false,
        children: [{ type: 'listItem', children: [paragraph] }],
      })
  }

  for (const line of lines) {
    if (line.rows) {
      close()
      blocks.push(tableOf(line.rows))
      continue
    }
    const heading = isHeading(line)
    const mark = BULLET.test(line.text) ? 'item' : NUMBER.test(line.text) ? 'number' : null
    const before = open?.last
    const apart =
      before === undefined ||
      (before.page === line.page
        ? Math.abs(before.y - line.y) > Math.max(before.size, line.size) * GAP
        : /[.!?:]$/.test(open!.text))
    const continues =
      open !== undefined &&
      !mark &&
      !apart &&
      (open.kind === 'heading') === heading &&
      (!heading || Math.abs(before!.size - line.size) < 0.5)
    if (continues) {
      open!.text = joined(open!.text, line.text)
      open!.last = line
      continue
    }
    close()
    open = {
      kind: heading && mark !== 'item' ? 'heading' : (mark ?? 'paragraph'),
      text: mark && !heading ? line.text.replace(mark === 'item' ? BULLET : NUMBER, '') : line.text,
      last: line,
    }
  }
  close()
  return { title, blocks }
}

/** @throws UnreadableDocument */
export async function readPdf(bytes: Buffer, name: string): Promise<ReadArticle> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).catch((error: unknown) => {
    throw new UnreadableDocument(
      (error as Error).name === 'PasswordException'
        ? 'It is protected by a password. Save it without one.'
        : 'It is no whole PDF file.',
    )
  })
  if (pdf.numPages > MOST_PAGES)
    throw new UnreadableDocument(`It has ${pdf.numPages} pages; at most ${MOST_PAGES} are read.`)
  const pages: Line[][] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(linesOf(items.filter((item) => 'str' in item) as PdfItem[], number))
    page.cleanup()
  }
  if (pages.every((lines) => lines.length === 0))
    throw new UnreadableDocument(
      'It has pictures of text only, as from a scanner: run text recognition (OCR) on it first.',
    )
  const info = (await pdf.getMetadata().catch(() => null))?.info as
    | { Title?: string; Language?: string }
    | undefined
  const { title, blocks } = blocksOf(withoutRunningLines(pages).flatMap(arranged))
  // Programs write a file's name, or their own, where the title should be.
  const told = /\.(docx?|pdf|indd|odt)$|^(microsoft word|untitled)/i.test(info?.Title ?? '')
    ? null
    : info?.Title
  const root: Root = { type: 'root', children: blocks }
  return {
    title:
      oneLine(title ?? told, TITLE) ??
      oneLine(name.replace(/\.[^.]+$/, '').replace(/[_-]+/g, ' '), TITLE) ??
      'Untitled',
    summary: null,
    locale: localeOf(info?.Language),
    canonical: null,
    body: checkBody(
      toMarkdown(root, { bullet: '-', extensions: [gfmToMarkdown({ tablePipeAlign: false })] }),
    ),
  }
}
