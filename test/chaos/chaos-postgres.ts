// The PostgreSQL of one run: real, its own, restarted on command. What it has acknowledged survives all of it.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../server/platform/database/embedded-postgres.ts'
import { eventually } from '../helpers/bounded-wait.ts'

/** Without fsync only a power cut loses anything; commits are on their way to the disk before they are answered. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'on', shared_buffers: '32MB' }

export async function startChaosPostgres(dataDir: string) {
  const server = await startEmbeddedPostgres({ dataDir, settings: SETTINGS })
  const url = new URL(server.url)

  async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: server.url, application_name: 'chaos-checker' })
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query<Row>(sql, values)).rows
    } finally {
      await client.end().catch(() => {})
    }
  }

  async function isUp(): Promise<boolean> {
    return query('select 1').then(
      () => true,
      () => false,
    )
  }

  return {
    port: Number(url.port),
    url: server.url,
    query,
    /** The same server by another port, such as a proxy's. */
    urlAt(port: number): string {
      const other = new URL(server.url)
      other.port = String(port)
      return other.href
    },
    /** `fast` ends sessions in order; `immediate` is a crash. It comes back by itself, on the same port. */
    async restart(mode: 'fast' | 'immediate'): Promise<void> {
      const file = path.join(server.folder, 'postgres/cluster/postmaster.pid')
      const pid = Number((await readFile(file, 'utf8')).split('\n')[0])
      process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
      await eventually(async () => !(await isUp()), { what: 'PostgreSQL is down' })
      await eventually(isUp, { what: 'PostgreSQL is up again' })
    },
    /** Ends the sessions that listen; returns how many there were. */
    async dropListeners(): Promise<number> {
      const rows = await query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where pid <> pg_backend_pid() and query ilike 'listen%'`,
      )
      return rows.length
    },
    close: server.close,
    kill: server.kill,
  }
}

export type ChaosPostgres = Awaited<ReturnType<typeof startChaosPostgres>>
