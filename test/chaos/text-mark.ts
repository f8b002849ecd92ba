// The mark every text of a run carries in its body: who wrote it, in whose conversation, and whether it is private.
// By it a text is found again wherever it turns up, whatever id it travelled under.

const MARK = /«(\w+):(\w+):(\d+)(!?)»/

/** `owner` is the visitor whose conversation it is. */
export const markOf = (author: string, owner: string, count: number, isPrivate = false): string =>
  `«${author}:${owner}:${count}${isPrivate ? '!' : ''}»`

export const findMark = (text: string): string | null => MARK.exec(text)?.[0] ?? null

/** Every mark in a stretch of bytes, as a socket or a response carries it. */
export const marksIn = (text: string): { mark: string; owner: string; isPrivate: boolean }[] =>
  [...text.matchAll(new RegExp(MARK, 'g'))].map(([mark, , owner, , secret]) => ({
    mark,
    owner: owner!,
    isPrivate: secret === '!',
  }))
