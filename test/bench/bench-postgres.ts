// The PostgreSQL all measured servers share: Deskbell's own, durable as it ships, in a folder that is gone afterwards.

import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../server/platform/database/embedded-postgres.ts'

/** Linux counts in these, on every machine of today. */
const TICKS_PER_SECOND = 100

export type BenchPostgres = Awaited<ReturnType<typeof startBenchPostgres>>

export async function startBenchPostgres() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'deskbell-bench-'))
  // As root, the database runs as somebody else, who must be able to enter.
  await chmod(dataDir, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir })
  let made = 0

  async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Row>(sql, values)).rows
    } finally {
      await client.end()
    }
  }

  return {
    version: async (): Promise<string> =>
      (await query<{ server_version: string }>(postgres.url, 'show server_version'))[0]!.server_version,
    query,
    /** Where its files are, its log among them. */
    folder: postgres.folder,
    /** Time all its processes have spent on a core, ms; null where /proc does not tell. */
    async cpu(): Promise<number | null> {
      const processes = await query<{ pid: number }>(postgres.url, 'select pid from pg_stat_activity')
      const ticks = await Promise.all(
        processes.map(async ({ pid }) => {
          const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
          // Fields 14 and 15, counted after the name, which may hold spaces (proc(5)).
          const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
          return stat ? Number(fields[11]) + Number(fields[12]) : 0
        }),
      )
      const sum = ticks.reduce((all, each) => all + each, 0)
      return sum === 0 ? null : (sum * 1000) / TICKS_PER_SECOND
    },
    /** A new, empty one; returns its URL. */
    async database(): Promise<string> {
      const url = new URL(postgres.url)
      url.pathname = `/bench_${++made}`
      await query(postgres.url, `create database bench_${made}`)
      return url.href
    },
    async close(): Promise<void> {
      await postgres.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
