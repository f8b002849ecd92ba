// Is what came of a case what has to come of it? Pure: it sees an outcome and an expectation, and calls nothing.

import type { CaseExpectation, CaseResult } from '../../../sdk/protocol/assistant-case.ts'
import type { Outcome } from '../pipeline/outcome.ts'

/** What a customer can see and read of an outcome, and what it was decided on. */
export interface Seen {
  kind: CaseResult['kind']
  reason: CaseResult['reason']
  confidence: number
  /** The text with its sources' titles and quotes, and the choices offered. */
  said: string
  cited: string[]
  /** The answer's text alone. */
  body: string
}

/** Upper and lower case, kinds of dashes and spaces, Markdown's marks and the numbers of sources make no difference. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/\\(?=[\\`*_[\]<>~])|\*\*|\[\d+(?:\s*,\s*\d+)*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** One of the readings that a vertical bar parts. Numbers end where they end: "5" is not in "15". */
export function holds(text: string, wanted: string): boolean {
  return wanted.split('|').some((one) => {
    const words = plain(one)
    if (!words) return false
    const from = /^\d/.test(words) ? String.raw`(?<!\d|\d[.,])` : ''
    const to = /\d$/.test(words) ? String.raw`(?!\d|[.,]\d)` : ''
    return new RegExp(`${from}${escaped(words)}${to}`).test(text)
  })
}

export function seenOf(outcome: Outcome): Seen {
  const draft = 'draft' in outcome ? outcome.draft : null
  const sources = draft?.citations.flatMap(({ title, quote }) => [title, quote]) ?? []
  const choices = draft?.choices?.map(({ label }) => label) ?? []
  return {
    kind: outcome.kind,
    reason: outcome.kind === 'hand_over' ? outcome.reason : null,
    confidence: outcome.confidence,
    body: draft?.body ?? '',
    said: [draft?.body ?? '', ...sources, ...choices].join('\n'),
    cited: [...new Set(draft?.citations.map(({ slug }) => slug))],
  }
}

function answerFaults({ body, cited }: Seen, { cites, contains }: CaseExpectation): string[] {
  const text = plain(body)
  const faults: string[] = []
  if (cites.length > 0 && !cites.some((slug) => cited.includes(slug)))
    faults.push(`rests on ${cited.join(', ') || 'nothing'} instead of ${cites.join(' or ')}`)
  for (const wanted of contains) if (!holds(text, wanted)) faults.push(`does not say "${wanted}"`)
  return faults
}

export function judge(
  seen: Seen,
  expected: CaseExpectation,
  mustNot: readonly string[],
): Omit<CaseResult, 'said'> {
  const { kind, reason, confidence, cited } = seen
  const text = plain(seen.said)
  const faults = mustNot.filter((words) => holds(text, words)).map((words) => `says "${words}"`)
  const wanted = expected.outcome.includes(kind)
  if (!wanted)
    faults.push(`${kind}${reason ? ` (${reason})` : ''} instead of ${expected.outcome.join(' or ')}`)
  else if (kind === 'answer') faults.push(...answerFaults(seen, expected))
  else if (kind === 'hand_over' && expected.reasons.length > 0 && !expected.reasons.includes(reason!))
    faults.push(`handed over for ${reason} instead of ${expected.reasons.join(' or ')}`)
  // Where an answer was wanted a person is no fault, as long as nothing else is.
  const declined = faults.length === 1 && !wanted && expected.outcome.includes('answer') && kind !== 'answer'
  return {
    verdict: faults.length === 0 ? 'passed' : declined ? 'declined' : 'failed',
    faults,
    kind,
    reason,
    cited,
    confidence,
  }
}
