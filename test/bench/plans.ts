// The plans PostgreSQL really used for the statements of the message path, taken from its own log (auto_explain) while a
// server works: nothing here repeats a statement that could drift from the server's.

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BenchPostgres } from './bench-postgres.ts'
import { DESKBELL } from './dialect.ts'
import { createLoad } from './load.ts'
import { startServer } from './measured-server.ts'
import { leaveSeats, takeSeats } from './seated-socket.ts'

export interface Plan {
  title: string
  plan: string
}

/** What a statement is for, by its words; of several runs the last is shown. */
const HOT: readonly { title: string; is: RegExp }[] = [
  { title: 'Send messages: take the numbers and insert', is: /insert into conversation_events/i },
  { title: 'Resume: events after a cursor', is: /from\s+conversation_events[\s\S]*pub_seq\s*>/i },
]

const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
}

async function logOf(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true })
  const file = files.find((name) => path.basename(name) === 'server.log')
  return file ? readFile(path.join(folder, file), 'utf8') : ''
}

/** Entries of the log: a line, and what is indented below it. */
function plansIn(log: string): { query: string; plan: string }[] {
  return log
    .split(/\n(?!\t)/)
    .filter((entry) => entry.includes('Query Text:'))
    .map((entry) => {
      const lines = entry.split('\n').map((line) => line.replace(/^\t/, ''))
      const start = lines.findIndex((line) => line.includes('(cost='))
      return { query: lines.slice(1, start).join('\n'), plan: lines.slice(start).join('\n') }
    })
}

/** Runs a server on a database whose messages exist already, sends and resumes, and reads the log. */
export async function hotPlans(postgres: BenchPostgres, url: string): Promise<Plan[]> {
  const name = new URL(url).pathname.slice(1)
  for (const [setting, value] of Object.entries(SETTINGS))
    await postgres.query(url, `alter database ${name} set ${setting} = '${value}'`)
  const server = await startServer(DESKBELL.file, url)
  try {
    const load = createLoad(DESKBELL)
    const seats = await DESKBELL.seats(postgres, url, server, 20)
    const seated = await takeSeats(DESKBELL, server.port, seats, { listener: load.listener })
    await load.closed(seated, 40, 1)
    await leaveSeats(seated)
    await leaveSeats(await takeSeats(DESKBELL, server.port, seats, { after: 10 }))
  } finally {
    await server.stop()
  }
  const seen = plansIn(await logOf(postgres.folder))
  return HOT.flatMap(({ title, is }) => {
    const last = seen.findLast(({ query }) => is.test(query))
    return last ? [{ title, plan: last.plan }] : []
  })
}
