// The lines a set of runs ends with.

import type { RunSummary } from './run-story.ts'

export function printSummary(summaries: readonly RunSummary[], seconds: number): void {
  const sum = (read: (summary: RunSummary) => number): number =>
    summaries.reduce((total, summary) => total + read(summary), 0)
  const faults: Record<string, number> = {}
  for (const summary of summaries)
    for (const [name, count] of Object.entries(summary.faults)) faults[name] = (faults[name] ?? 0) + count
  const byCount = Object.entries(faults).sort(([, a], [, b]) => b - a)
  const worst = Math.max(0, ...summaries.map(({ settledIn }) => settledIn)) / 1000
  const rows: [string, string][] = [
    ['seeds', `${summaries.length} in ${seconds.toFixed(0)} s`],
    ['acked', String(sum(({ acked }) => acked))],
    ['unknown', String(sum(({ unknown }) => unknown))],
    [
      'faults',
      `${sum((summary) => Object.values(summary.faults).reduce((a, b) => a + b, 0))}: ${byCount.map(([name, count]) => `${name} ${count}`).join(', ')}`,
    ],
    ['longest until rest', `${worst.toFixed(1)} s`],
    ['violations', String(sum(({ violations }) => violations.length))],
  ]
  console.log('')
  for (const [name, value] of rows) console.log(`${name.padEnd(20)}${value}`)
}
