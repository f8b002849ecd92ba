// What a run comes to: figures for the table, and for a failed one the story a reader needs to find the cause.

import type { RunResult } from './chaos-run.ts'
import type { Violation } from './history-checker.ts'
import type { Entry } from './run-history.ts'

export interface RunSummary {
  seed: string
  acked: number
  unknown: number
  faults: Record<string, number>
  settledIn: number
  violations: Violation[]
  story: string[]
}

const MOST_VIOLATIONS = 12
const MOST_LINES = 60

const time = (at: number): string => `${(at / 1000).toFixed(2).padStart(7)} s`

function line(entry: Entry): string {
  const { at, type, ...rest } = entry
  const words = Object.entries(rest).map(([name, value]) => (name === 'phase' ? value : `${name} ${value}`))
  return `${time(at)}  ${type} ${words.join(', ')}`
}

/** Faults, and every step of the texts and commands the violations are about. */
function tell({ history }: RunResult, violations: readonly Violation[]): string[] {
  const about = new Set(violations.flatMap((violation) => violation.about))
  // A text's mark leads to the ids it travelled under, and back.
  for (const entry of history)
    if (entry.type === 'sent' && entry.op && (about.has(entry.op) || about.has(entry.cid)))
      about.add(entry.op).add(entry.cid)
  const chosen = history.filter(
    (entry) =>
      entry.type === 'fault' ||
      entry.type === 'note' ||
      entry.type === 'vanished' ||
      entry.type === 'leak' ||
      ('op' in entry && entry.op !== null && about.has(entry.op)) ||
      ('cid' in entry && about.has(entry.cid)),
  )
  const lines = chosen.map(line)
  return lines.length > MOST_LINES * 2
    ? [
        ...lines.slice(0, MOST_LINES),
        `… ${lines.length - 2 * MOST_LINES} more …`,
        ...lines.slice(-MOST_LINES),
      ]
    : lines
}

export function summarise(seed: string, result: RunResult, violations: Violation[]): RunSummary {
  const { history, settledIn } = result
  const sent = new Set<string>()
  const acked = new Set<string>()
  const decided = new Set<string>()
  const faults: Record<string, number> = {}
  for (const entry of history)
    if (entry.type === 'sent') sent.add(entry.cid)
    else if (entry.type === 'ok') acked.add(entry.cid)
    else if (entry.type === 'nack' && entry.final) decided.add(entry.cid)
    else if (entry.type === 'fault' && entry.phase === 'begin')
      faults[entry.fault] = (faults[entry.fault] ?? 0) + 1
  const unknown = [...sent].filter((cid) => !acked.has(cid) && !decided.has(cid)).length
  const story = violations.length
    ? [
        ...violations.slice(0, MOST_VIOLATIONS).map(({ kind, what }) => `✖ ${kind}: ${what}`),
        ...(violations.length > MOST_VIOLATIONS ? [`… and ${violations.length - MOST_VIOLATIONS} more`] : []),
        ...tell(result, violations),
      ]
    : []
  return { seed, acked: acked.size, unknown, faults, settledIn, violations, story }
}
