// Until somebody waits for a lock, seen over a connection of its own: inside a transaction pg_stat_activity names only
// the connections there were when it was first read (PostgreSQL, "The Cumulative Statistics System").

import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** Longer than the server lets a statement wait for a lock; a test that reaches it has failed. */
const PATIENCE = 20_000

/**
 * Process numbers of the backends of `url`'s database that wait for a lock, once there is one.
 * @throws Error when nobody has waited for 20 s.
 */
export async function lockWaiters(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const end = performance.now() + PATIENCE; performance.now() < end; await sleep(5)) {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      if (rows.length > 0) return rows.map(({ pid }) => pid)
    }
    throw new Error(`Nobody waited for a lock within ${PATIENCE} ms`)
  } finally {
    await client.end()
  }
}
