// Which worker pools are alive: each holds an advisory lock under its name. Jobs that a dead one had at work
// would stay locked for hours, and a customer unanswered for as long; they are given back at once.

import type pg from 'pg'

/** First half of the advisory locks' keys; the second is the pool's name. */
const LOCK_CLASS = 4_600_005

export function createJobLocks({ pool }: { pool: Pick<pg.Pool, 'connect' | 'query'> }) {
  /** The session that holds the lock; lost with its connection, and taken anew at the next look. */
  let holder: pg.PoolClient | undefined
  let own = ''
  let isClosed = false
  /** One at a time: a second session of this node would wait for the first one's lock for ever. */
  let taking: Promise<void> | undefined

  function drop(): void {
    // Destroyed, not given back: the lock ends with its session.
    holder?.release(true)
    holder = undefined
  }

  async function take(): Promise<void> {
    while (!holder && !isClosed) {
      const name = own
      const client = await pool.connect()
      client.once('error', () => {
        if (holder === client) drop()
      })
      try {
        await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, name])
      } catch (error) {
        client.release(true)
        throw error
      }
      // Under another name by now, or closed: kept, it would keep the pool from ending.
      if (name === own && !isClosed) holder = client
      else client.release(true)
    }
  }

  function hold(): Promise<void> {
    taking ??= take().finally(() => {
      taking = undefined
    })
    return taking
  }

  return {
    /** This node's pool has a new name; whatever the old one had at work is nobody's now. */
    rename(name: string): void {
      drop()
      own = name
    },
    /** Says that this node lives, and gives back what dead ones had at work. */
    async look(): Promise<void> {
      await hold()
      if (isClosed) return
      await pool.query(
        `with dead as (
           select locked_by from (
             select distinct locked_by from graphile_worker.jobs where locked_by is not null and locked_by <> $2) held
            where pg_try_advisory_xact_lock($1, hashtext(locked_by)))
         select graphile_worker.force_unlock_workers(array(select locked_by from dead))`,
        [LOCK_CLASS, own],
      )
    },
    close(): void {
      isClosed = true
      drop()
    },
  }
}

export type JobLocks = ReturnType<typeof createJobLocks>
