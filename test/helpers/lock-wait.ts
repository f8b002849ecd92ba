// Until somebody waits for a lock, seen over a connection of its own: inside a transaction pg_stat_activity names only
// the connections there were when it was first read (PostgreSQL, "The Cumulative Statistics System").

import pg from 'pg'
import { eventually } from './bounded-wait.ts'

/** Process numbers of the backends of `url`'s database that wait for a lock, once there is one. */
export async function lockWaiters(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await eventually(
      async () => {
        const { rows } = await client.query<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return rows.length > 0 && rows.map(({ pid }) => pid)
      },
      { what: 'somebody waits for a lock' },
    )
  } finally {
    await client.end()
  }
}
