// Cuts text into matched and plain pieces, and the best line's worth out of a passage.

import type { Highlighted } from '../../sdk/protocol/help-article.ts'
import type { Analyser, Term } from './stemming.ts'

const EXCERPT = 160

const matchedIn = (terms: readonly Term[], wanted: ReadonlySet<string>): Term[] =>
  terms.filter(({ term, stop }) => !stop && wanted.has(term))

/** The whole text, in pieces. */
export function highlight(text: string, wanted: ReadonlySet<string>, analyser: Analyser): Highlighted {
  const parts: Highlighted = []
  let end = 0
  for (const { start: from, end: stop } of matchedIn(analyser.terms(text), wanted)) {
    // Words and pairs of characters overlap where words have no spaces between.
    if (stop <= end) continue
    const start = Math.max(from, end)
    if (start > end) parts.push({ text: text.slice(end, start) })
    parts.push({ text: text.slice(start, stop), match: true })
    end = stop
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

/** One line: list items and table rows are set apart by a dot. */
const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:[-•]|\d+\.)\s+/, '')
        .replaceAll(' | ', ', ')
        .trim(),
    )
    .filter(Boolean)
    .join(' · ')
    .replace(/\s+/g, ' ')

/** About 160 characters around the most matches, cut between words. */
export function excerpt(text: string, wanted: ReadonlySet<string>, analyser: Analyser): string {
  const line = oneLine(text)
  if (line.length <= EXCERPT) return line
  const matches = matchedIn(analyser.terms(line), wanted)
  let from = 0
  let most = 0
  for (const { start } of matches) {
    const inside = new Set(
      matches
        .filter((match) => match.start >= start && match.end <= start + EXCERPT - 20)
        .map(({ term }) => term),
    )
    if (inside.size > most) {
      most = inside.size
      from = start
    }
  }
  // A sentence that begins close before is begun with.
  const sentence = Math.max(line.lastIndexOf('. ', from) + 2, line.lastIndexOf(' · ', from) + 3)
  if (from - sentence < 60 && sentence > 2) from = sentence
  else if (from < 60) from = 0
  else from = line.lastIndexOf(' ', from - 20) + 1
  let to = Math.min(line.length, from + EXCERPT)
  if (to < line.length) to = Math.max(line.lastIndexOf(' ', to), from + EXCERPT / 2)
  const cut = line.slice(from, to).replace(/[\s,;:·–-]+$/, '')
  return `${from > 0 ? '…' : ''}${cut}${to < line.length ? '…' : ''}`
}
