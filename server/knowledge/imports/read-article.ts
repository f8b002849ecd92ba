// What a document is read as, whatever it was: a page, a PDF, a Word file. Also what can be said when it is not.

export interface ReadArticle {
  title: string
  summary: string | null
  /** BCP 47, where the document says it. */
  locale: string | null
  /** The address the page itself calls its right one. */
  canonical: string | null
  /** Markdown. */
  body: string
}

/** Why a document was not read, in a sentence for who wanted it. */
export class UnreadableDocument extends Error {}

export const MAX_BODY = 200_000

/** @throws UnreadableDocument */
export function checkBody(body: string): string {
  const text = body.trim()
  if (text === '') throw new UnreadableDocument('There is no text in it.')
  if (text.length > MAX_BODY)
    throw new UnreadableDocument(
      `Its text is longer than ${MAX_BODY} characters: cut it into several articles.`,
    )
  return text
}

/** One line of a length that fits, or null. */
export function oneLine(text: string | null | undefined, max: number): string | null {
  const line = (text ?? '').replace(/\s+/g, ' ').trim()
  if (line === '') return null
  return line.length <= max ? line : `${line.slice(0, max - 1).trimEnd()}…`
}

export const localeOf = (tag: string | null | undefined): string | null =>
  /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(tag?.trim().replace('_', '-') ?? '')?.[0] ?? null
