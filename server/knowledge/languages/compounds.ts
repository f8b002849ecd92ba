// Words written as one where other languages write two: German, Dutch, the Scandinavian languages, Finnish, Hungarian.
// A question about a "Rücksendeetikett" finds what is said of an "Etikett", and the other way round.

const LANGUAGES: ReadonlySet<string> = new Set([
  'de',
  'nl',
  'sv',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'hu',
  'et',
  'is',
])
/** What may stand between the parts. */
const LINKS = ['', 's', 'n', 'en', 'es', 'e', 'er']
/** Shorter parts are found in words they have nothing to do with. */
const LEAST = 4
const MOST_FOUND = 8

export interface Compounds {
  /** Terms of the two known words that one nobody wrote is made of; empty when it is not. */
  partsOf(word: string): string[]
  /** Terms of the words that end in one nobody wrote alone. */
  endingIn(one: { word: string; term: string }): string[]
  /** Terms of the compounds that have it for a part. */
  withPart(term: string): ReadonlySet<string>
}

const reversed = (word: string): string => [...word].reverse().join('')

const NONE: ReadonlySet<string> = new Set()
const NO_COMPOUNDS: Compounds = { partsOf: () => [], endingIn: () => [], withPart: () => NONE }

/** Words of one step. */
const STEP = 200

/**
 * @param vocabulary folded words and their terms
 * @param isUsed whether any article says the term; words of others are passed over
 */
export function* compoundSteps(
  language: string,
  vocabulary: ReadonlyMap<string, string>,
  isUsed: (term: string) => boolean,
): Generator<void, Compounds, void> {
  if (!LANGUAGES.has(language)) return NO_COMPOUNDS
  const whole = new Map<string, string>()
  for (const [word, term] of vocabulary) {
    if (word.length < LEAST || !isUsed(term) || /\d/.test(word)) continue
    whole.set(word, term)
    // A compound has the stem as often as the word: "Liefer-" of "Lieferung".
    if (term.length >= LEAST && !whole.has(term)) whole.set(term, term)
  }

  function partsOf(word: string): string[] {
    for (let at = word.length - LEAST; at >= LEAST; at--) {
      const head = whole.get(word.slice(at))
      if (head === undefined) continue
      const before = word.slice(0, at)
      for (const link of LINKS) {
        const stem = link === '' ? before : before.endsWith(link) ? before.slice(0, -link.length) : ''
        const first = stem.length >= LEAST ? whole.get(stem) : undefined
        if (first !== undefined) return first === head ? [head] : [first, head]
      }
    }
    return []
  }

  const having = new Map<string, Set<string>>()
  let looked = 0
  for (const [word, term] of vocabulary) {
    if (word.length < 2 * LEAST || !isUsed(term)) continue
    if (++looked % STEP === 0) yield
    for (const part of partsOf(word)) {
      if (part === term) continue
      const known = having.get(part)
      if (known) known.add(term)
      else having.set(part, new Set([term]))
    }
  }
  const backwards = [...new Set(vocabulary.values())].filter(isUsed).map(reversed).sort()

  function endingIn({ word, term }: { word: string; term: string }): string[] {
    if (word.length <= LEAST || term.length < LEAST) return []
    const wanted = reversed(term)
    let from = 0
    for (let to = backwards.length; from < to; ) {
      const middle = (from + to) >> 1
      if (backwards[middle]! < wanted) from = middle + 1
      else to = middle
    }
    const found: string[] = []
    for (let at = from; backwards[at]?.startsWith(wanted) && found.length < MOST_FOUND; at++)
      found.push(reversed(backwards[at]!))
    return found
  }

  return { partsOf, endingIn, withPart: (term) => having.get(term) ?? NONE }
}
