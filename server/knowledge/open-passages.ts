// A passage that stops in the middle of a sentence ("You need:", "Put a ring behind it, when") is nothing without the one
// that goes on with it.

type Blocks = readonly { heading: string; text: string }[]

/** Characters of such a sentence; longer is no beginning of a list. */
const LONGEST = 200
const STOP = /[.!?…؟。！？]["'”’)\]]*$/
const GOES_ON = /[:：,،、]$/
const LIST = /^(?:[-•]|\d+\.)\s/

/** The sentence a passage leaves to the next one of its section; empty for none. */
export function openEnd(passages: Blocks, at: number): string {
  const [one, next] = [passages[at], passages[at + 1]]
  if (!one || next?.heading !== one.heading || one.text.includes('\n')) return ''
  const text = one.text.trim()
  if (STOP.test(text) || !(GOES_ON.test(text) || LIST.test(next.text))) return ''
  const last = text.split(/(?<=[.!?…؟。！？])\s+/).at(-1)!
  return last.length <= LONGEST ? last : ''
}

interface Placed {
  articleId: string
  /** Its place among the article's passages. */
  position: number
  isOpen: boolean
}

/** What goes on a sentence comes along with it. */
export function withWhatFollows<T extends Placed>(some: readonly T[], all: readonly T[]): T[] {
  const chosen = new Set(some)
  return some.flatMap((one) => {
    const next = one.isOpen ? all.find((other) => follows(other, one)) : undefined
    if (!next || chosen.has(next)) return [one]
    chosen.add(next)
    return [one, next]
  })
}

const follows = (next: Placed, { articleId, position }: Placed): boolean =>
  next.articleId === articleId && next.position === position + 1
