// `npm run bench`: the figures, each beside its floor or its budget from the same run.
// Bytes over budget end it with exit code 1; speeds are shown, never judged, since machines differ.

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../server/platform/database/embedded-postgres.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { runDesk } from '../helpers/running-desk.ts'
import { benchBytes } from './bytes.bench.ts'
import { benchMessages } from './messages.bench.ts'

/** What a page may weigh. The last is a goal still, the first two end the run when they are passed. */
const BUDGETS = { before: 2_000, opened: 16_000, everything: 24_000 }

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, only: { type: 'string' } },
})
const rows: string[][] = []

if (values.only !== 'messages') {
  const desk = await runDesk()
  const browser = await launchBrowser()
  const bytes = await benchBytes(browser, desk).finally(async () => {
    await browser.close()
    await desk.close()
  })
  for (const [name, label] of Object.entries({
    before: 'Page load, before any click',
    opened: 'Panel open, first view',
    everything: 'Chat, help, form and status visited',
  } as const)) {
    const { bytes: count, requests } = bytes[name as keyof typeof bytes]
    const budget = BUDGETS[name as keyof typeof BUDGETS]
    if (count > budget && name !== 'everything') process.exitCode = 1
    const share = `${Math.round((count / budget) * 100)} %${count > budget ? ' OVER' : ''}`
    rows.push([label, `${count} B in ${requests} requests`, `${budget} B`, share])
  }
}

if (values.only !== 'bytes') {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'deskbell-bench-'))
  // As root, the database runs as somebody else, who must be able to enter.
  await chmod(dataDir, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir })
  const databaseUrl = async (name: string): Promise<string> => {
    const admin = new pg.Client({ connectionString: postgres.url })
    await admin.connect()
    await admin.query(`create database bench_${name}`)
    await admin.end()
    const url = new URL(postgres.url)
    url.pathname = `/bench_${name}`
    return url.href
  }
  const { floor, deskbell } = await benchMessages(databaseUrl, Number(values.seconds)).finally(async () => {
    await postgres.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const ms = (value: number): string => `${value.toFixed(1)} ms`
  const ratio = (value: number, of: number): string => `${(value / of).toFixed(2)} ×`
  rows.push(
    [
      'Persisted messages a second',
      deskbell.perSecond.toFixed(0),
      `floor ${floor.perSecond.toFixed(0)}`,
      ratio(deskbell.perSecond, floor.perSecond),
    ],
    ['Ack, median', ms(deskbell.p50), `floor ${ms(floor.p50)}`, ratio(deskbell.p50, floor.p50)],
    ['Ack, 99th percentile', ms(deskbell.p99), `floor ${ms(floor.p99)}`, ratio(deskbell.p99, floor.p99)],
  )
}

const table = [['what', 'measured', 'budget or floor', 'ratio'], ...rows]
const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '))
