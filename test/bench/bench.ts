// `npm run bench`: the figures, each beside its floor or its budget from the same run. Bytes over budget end it with
// exit code 1; speeds are shown, never judged, since machines differ. `--write` draws docs/performance.md from them.

import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../helpers/browser.ts'
import { runDesk } from '../helpers/running-desk.ts'
import { type BenchPostgres, startBenchPostgres } from './bench-postgres.ts'
import { type ByteFigures, benchBytes } from './bytes.bench.ts'
import { benchConsole } from './console.bench.ts'
import { benchFanOut } from './fan-out.bench.ts'
import { benchFlat } from './flat.bench.ts'
import { benchInbox } from './inbox.bench.ts'
import { benchKills } from './kills.bench.ts'
import { killServers } from './measured-server.ts'
import { benchMemory } from './memory.bench.ts'
import { benchMessageSearch } from './message-search.bench.ts'
import { benchMessages } from './messages.bench.ts'
import { benchNodes } from './nodes.bench.ts'
import { benchPage } from './page.bench.ts'
import { writePage } from './performance-page.ts'
import { benchRest } from './rest.bench.ts'
import { tablesOf } from './result-tables.ts'
import { BUDGETS, type Results } from './results.ts'
import { benchSearch } from './search.bench.ts'
import { benchStorm } from './storm.bench.ts'
import { asText } from './table.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    kills: { type: 'string', default: '4' },
    rows: { type: 'string', default: '1000000' },
    sockets: { type: 'string', default: '10000' },
  },
})
const { quick } = values
const kills = quick ? 1 : Number(values.kills)
const sockets = quick ? 1000 : Number(values.sockets)
const seconds = quick ? 2 : 3
const repeats = quick ? 1 : 3
const rates = quick ? [500, 2000, 4000] : [500, 2000, 3000, 4000, 5000, 6000]

const began = performance.now()
const say = (line: string): void =>
  console.error(`${`${Math.round((performance.now() - began) / 1000)} s`.padStart(6)}  ${line}`)

const PARTS = {
  messages: (postgres: BenchPostgres) => benchMessages(postgres, { rates, seconds, repeats }, say),
  nodes: (postgres: BenchPostgres) => benchNodes(postgres, { seconds, repeats }, say),
  flat: (postgres: BenchPostgres) =>
    benchFlat(
      postgres,
      {
        conversations: quick ? [1, 100, 1000] : [1, 100, 10_000],
        rows: quick ? [100_000] : [100, Number(values.rows)],
        seconds: quick ? 2 : 3,
      },
      say,
    ),
  memory: async (postgres: BenchPostgres) => ({
    sockets,
    figures: await benchMemory(postgres, { sockets }, say),
  }),
  fanOut: async (postgres: BenchPostgres) => {
    const receivers = quick ? 200 : 1000
    return { receivers, figures: await benchFanOut(postgres, { receivers, seconds }, say) }
  },
  storm: (postgres: BenchPostgres) => benchStorm(postgres, { clients: Math.min(sockets, 10_000) }, say),
  kills: (postgres: BenchPostgres) => benchKills(postgres, { faults: kills }, say),
  rest: (postgres: BenchPostgres) => benchRest(postgres, { seconds: quick ? 1 : 3 }, say),
  search: (postgres: BenchPostgres) =>
    benchSearch(postgres, { articles: quick ? 1000 : 10_000, questions: quick ? 200 : 1000 }, say),
  'message-search': (postgres: BenchPostgres) =>
    benchMessageSearch(postgres, { messages: quick ? 100_000 : Number(values.rows) }, say),
  inbox: (postgres: BenchPostgres) =>
    benchInbox(
      postgres,
      {
        sizes: quick
          ? [{ conversations: 10_000, open: 1000 }]
          : [
              { conversations: 100_000, open: 3000 },
              { conversations: 100_000, open: 50_000 },
            ],
        times: quick ? 20 : 100,
      },
      say,
    ),
  page: async (postgres: BenchPostgres) => {
    const browser = await launchBrowser()
    return benchPage(browser, postgres, quick ? { repeats: 1, profiles: 1 } : { repeats: 5 }, say).finally(
      () => browser.close(),
    )
  },
  console: async (postgres: BenchPostgres) => {
    const browser = await launchBrowser()
    const [conversations, messages] = quick ? [10_000, 2000] : [100_000, 10_000]
    return benchConsole(browser, postgres, { conversations, messages, repeats: quick ? 1 : 5 }, say).finally(
      () => browser.close(),
    )
  },
} satisfies { [K in keyof Results]?: (postgres: BenchPostgres) => Promise<Results[K]> }

async function weigh(): Promise<ByteFigures> {
  say('bytes: in a browser')
  const desk = await runDesk()
  const browser = await launchBrowser()
  return benchBytes(browser, desk).finally(async () => {
    await browser.close()
    await desk.close()
  })
}

const all = [...Object.keys(PARTS), 'bytes']
const wanted = values.only?.split(',') ?? all
const unknown = wanted.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${all.join(', ')}.`)
  process.exit(2)
}

const postgres = await startBenchPostgres()
const [cpu] = cpus()
const results: Results = {
  machine: {
    cores: cpus().length,
    processor: cpu?.model.trim() ?? '',
    memory: totalmem(),
    node: process.versions.node,
    postgres: await postgres.version(),
  },
  date: new Date().toISOString().slice(0, 10),
}

let interrupted = false
let ending: Promise<void> | undefined
function end(): Promise<void> {
  killServers()
  ending ??= postgres.close()
  return ending
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    interrupted = true
    void end().finally(() => process.exit(1))
  })

try {
  for (const [name, run] of Object.entries(PARTS))
    if (wanted.includes(name)) Object.assign(results, { [name]: await run(postgres) })
} catch (error) {
  // A part whose servers are taken away fails, as it must.
  if (!interrupted) throw error
} finally {
  await end()
}
if (wanted.includes('bytes')) {
  const bytes = await weigh()
  results.bytes = bytes
  if (bytes.before.bytes > BUDGETS.before || bytes.opened.bytes > BUDGETS.opened) process.exitCode = 1
}
for (const table of Object.values(tablesOf(results))) console.log(asText(table))
if (values.write) await writePage(results)
