// What a model must not see stands behind a numbered mark on the way there, and comes back on the way to the agent, who
// sees it anyway.

import { type Redaction, redact } from '../pipeline/redact.ts'

export interface Veil {
  hide(text: string): string
  /** The values behind the marks; a mark nobody gave out stays as it is. */
  reveal(text: string): string
}

export function createVeil(what: Redaction): Veil {
  const values = new Map<string, string>()
  const marks = new Map<string, string>()
  const counts = new Map<string, number>()

  function markFor(kind: string, found: string): string {
    const known = marks.get(found)
    if (known) return known
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    const mark = kind.replace(/\]$/, ` ${number}]`)
    marks.set(found, mark)
    values.set(mark, found)
    return mark
  }

  return {
    hide: (text) => redact(text, what, markFor),
    reveal: (text) => text.replace(/\[[A-Za-z-]+(?: [a-z]+)* \d+\]/g, (mark) => values.get(mark) ?? mark),
  }
}
