// `npm run chaos`: many seeds, each a run of real servers, real PostgreSQL and real clients under faults, each checked
// against the delivery contract. A seed that fails says how to see it again.

import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findRedis } from './chaos-redis.ts'
import { FAULTS, type FaultName } from './nemesis-faults.ts'
import type { RunSummary } from './run-story.ts'
import { runSeedChild, type SeedOptions } from './seed-child.ts'
import { runSelfTest } from './self-test.ts'
import { printSummary } from './summary-table.ts'

const { values } = parseArgs({
  allowNegative: true,
  options: {
    seeds: { type: 'string', default: '5' },
    /** Where a set begins: a long one can be played in parts. */
    first: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string' },
    nodes: { type: 'string' },
    only: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
    browser: { type: 'boolean' },
    'self-test': { type: 'boolean', default: false },
  },
})

const seconds = Number(values.seconds)
const only = (values.only?.split(',') ?? null) as FaultName[] | null
const unknown = only?.filter((name) => !(name in FAULTS)) ?? []
if (unknown.length > 0 || !(seconds > 0)) {
  console.error(
    unknown.length
      ? `No such fault: ${unknown.join(', ')}. There are ${Object.keys(FAULTS).join(', ')}.`
      : '--seconds must be a number',
  )
  process.exit(2)
}
const KEPT = path.resolve(import.meta.dirname, '../../data/chaos')

const seeds = values.seed
  ? [values.seed]
  : Array.from({ length: Number(values.seeds) }, (_, index) => String(Number(values.first) + index))
const redis = await findRedis()
if (!redis) console.log('Redis: not here, its faults are left out')

/** By turns: one node, two by PostgreSQL, two by Redis; the seed says which, so that it replays. */
function optionsOf(seed: string): SeedOptions {
  const turn = Number(seed) % 3
  const nodes = values.nodes ? Number(values.nodes) : turn === 1 ? 1 : 2
  return {
    seed,
    seconds,
    only,
    nodes,
    // A real browser costs more than all the others together: one seed of a set has it, unless it is asked for.
    browser: values.browser ?? (!values.seed && seed === seeds[0]),
    redis: nodes > 1 && turn === 0 ? redis : null,
    keep: values.keep ? path.join(KEPT, `${seed}.jsonl`) : null,
  }
}

if (values['self-test']) process.exit((await runSelfTest()) ? 0 : 1)
if (values.keep) await mkdir(KEPT, { recursive: true })
const began = performance.now()
const summaries: RunSummary[] = []
const left = [...seeds]

async function work(): Promise<void> {
  for (let seed = left.shift(); seed !== undefined; seed = left.shift()) {
    const options = optionsOf(seed)
    const summary = await runSeedChild(options)
    summaries.push(summary)
    report(options, summary)
  }
}

function report(
  { seed, nodes, redis: carrier, browser }: SeedOptions,
  { acked, unknown, settledIn, violations, story }: RunSummary,
): void {
  const elapsed = (performance.now() - began) / 1000
  const remaining = (elapsed / summaries.length) * (seeds.length - summaries.length)
  const by = nodes === 1 ? '1 node' : `${nodes} nodes by ${carrier ? 'Redis' : 'PostgreSQL'}`
  const verdict = violations.length ? `✖ ${violations.length} violations` : '✔'
  console.log(
    `${verdict} seed ${seed} (${by}): ${acked} acked, ${unknown} unknown, at rest after ${(settledIn / 1000).toFixed(1)} s` +
      ` · ${summaries.length}/${seeds.length}, ${elapsed.toFixed(0)} s elapsed, about ${remaining.toFixed(0)} s to go`,
  )
  if (!violations.length) return
  console.log(story.map((line) => `    ${line}`).join('\n'))
  const real = browser ? ' --browser' : ''
  const more = `${real}${values.only ? ` --only ${values.only}` : ''}${values.nodes ? ` --nodes ${values.nodes}` : ''}`
  console.log(`    again: npm run chaos -- --seed ${seed} --seconds ${seconds}${more} --keep`)
}

await Promise.all(Array.from({ length: Number(values.jobs) }, work))
printSummary(summaries, (performance.now() - began) / 1000)
process.exitCode = summaries.some(({ violations }) => violations.length > 0) ? 1 : 0
