// The stretch of a text around what was found in it, in pieces: every second one is a hit. Never markup.

import type { AskedWords } from './search-query.ts'
import { type Word, wordsOf } from './search-words.ts'

const BEFORE = 60
const LENGTH = 220

interface Span {
  from: number
  to: number
}

function hitsIn(words: readonly Word[], terms: readonly AskedWords[]): Span[] {
  const hits: Span[] = []
  for (const { words: wanted, prefix, without } of terms) {
    if (without) continue
    const first = wanted[0]!
    for (const [index, { word, from }] of words.entries()) {
      if (prefix ? !word.startsWith(first) : word !== first) continue
      if (!wanted.every((each, next) => next === 0 || words[index + next]?.word === each)) continue
      hits.push({ from, to: words[index + wanted.length - 1]!.to })
    }
  }
  hits.sort((a, b) => a.from - b.from || b.to - a.to)
  const apart: Span[] = []
  for (const hit of hits) {
    const last = apart.at(-1)
    if (last && hit.from <= last.to) last.to = Math.max(last.to, hit.to)
    else apart.push({ ...hit })
  }
  return apart
}

function pieces(text: string, spans: readonly Span[]): string[] {
  const out: string[] = []
  let at = 0
  for (const { from, to } of spans) {
    out.push(text.slice(at, from), text.slice(from, to))
    at = to
  }
  out.push(text.slice(at))
  return out
}

/** The whole text, with its hits. */
export function highlight(text: string, terms: readonly AskedWords[]): string[] {
  return pieces(text, hitsIn([...wordsOf(text)], terms))
}

/** Begins and ends between words. */
export function snippet(text: string, terms: readonly AskedWords[]): string[] {
  const flat = text.replace(/\s+/g, ' ').trim()
  const hits = hitsIn([...wordsOf(flat)], terms)
  const first = hits[0]?.from ?? 0
  let from = first > BEFORE ? flat.indexOf(' ', first - BEFORE) + 1 : 0
  // One long word without a gap before the hit.
  if (from > first || (from === 0 && first > BEFORE)) from = first - BEFORE
  let to = Math.min(flat.length, from + LENGTH)
  const gap = flat.lastIndexOf(' ', to)
  if (to < flat.length && gap > (hits[0]?.to ?? from)) to = gap
  const shown = flat.slice(from, to)
  const inside = hits
    .filter((hit) => hit.from >= from && hit.to <= to)
    .map((hit) => ({ from: hit.from - from, to: hit.to - from }))
  const out = pieces(shown, inside)
  if (from > 0) out[0] = `… ${out[0]}`
  if (to < flat.length) out[out.length - 1] += ' …'
  return out
}
