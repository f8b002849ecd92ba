// Lines of synonyms an owner wrote: "rotor, disc, brake disc" stand for one another, "gone > lost, missing" leads one
// way. Reads and checks them; knows no table and no language.

/** From any of the first, search goes to each of the second; entries may be several words. */
export interface SynonymRule {
  from: string[]
  to: string[]
}

/** Entries of one line, and words of one entry. */
const MOST_ENTRIES = 20
const MOST_WORDS = 4

function entriesOf(text: string): string[] | string {
  const entries = text
    .split(/[,،、，]/u)
    .map((entry) => entry.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
  if (entries.length > MOST_ENTRIES) return `has more than ${MOST_ENTRIES} entries`
  const long = entries.find((entry) => entry.split(' ').length > MOST_WORDS)
  if (long) return `has an entry of more than ${MOST_WORDS} words: ${long}`
  const empty = entries.find((entry) => !/[\p{L}\p{N}]/u.test(entry))
  if (empty) return `has an entry without letters: ${empty}`
  return [...new Set(entries)]
}

/** The line's rule, or what is wrong with it, to be read after "it". */
export function readSynonymLine(line: string): SynonymRule | string {
  const sides = line.split(/=>|[>→]/u)
  if (sides.length > 2) return 'has more than one direction'
  const [from, to] = sides.map(entriesOf)
  if (typeof from === 'string') return from
  if (typeof to === 'string') return to
  if (to === undefined) return from!.length < 2 ? 'needs two entries or more' : { from: from!, to: from! }
  if (from!.length === 0 || to.length === 0) return 'needs an entry on both sides of its direction'
  return { from: from!, to }
}
