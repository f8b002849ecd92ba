// Durable jobs in the same PostgreSQL: enqueued inside the transaction that made them necessary, run by any node.

import { type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Database, Transaction } from '../database/database.ts'
import type { Log } from '../log.ts'

/** Grows by declaration merging: each room declares its jobs and their payloads. */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge their jobs into it
export interface JobPayloads {}

export interface JobOptions {
  /** Jobs of one queue run one after another. */
  queue?: string
  /** A waiting job with the same key is replaced. */
  key?: string
  runAt?: Date
  maxAttempts?: number
}

type Handler<J extends keyof JobPayloads> = (payload: JobPayloads[J]) => Promise<void>

export function createJobs({ db, url, log }: { db: Database; url: string; log: Log }) {
  const tasks: TaskList = {}
  let runner: Runner | undefined
  let pool: pg.Pool | undefined

  return {
    /** Adds a job; with a transaction it exists only if that commits. */
    async add<J extends keyof JobPayloads>(
      name: J,
      payload: JobPayloads[J],
      { queue, key, runAt, maxAttempts = 5 }: JobOptions = {},
      transaction?: Transaction,
    ): Promise<void> {
      await db.query(
        `select 1 from graphile_worker.add_job(
           $1, payload => $2::json, queue_name => $3, run_at => $4::timestamptz,
           max_attempts => $5::int, job_key => $6)`,
        [
          name,
          JSON.stringify(payload),
          queue ?? null,
          runAt?.toISOString() ?? null,
          maxAttempts,
          key ?? null,
        ],
        transaction,
      )
    },
    /** Registers the handler of a job; call before `start`. */
    handle<J extends keyof JobPayloads>(name: J, handler: Handler<J>): void {
      tasks[name] = (payload: unknown) => handler(payload as JobPayloads[J])
    },
    async start(): Promise<void> {
      pool = new pg.Pool({ connectionString: url, max: 6, application_name: 'deskbell-jobs' })
      // An idle client's error must not end the process; the runner reconnects by itself.
      pool.on('error', (error) =>
        log.warn({ error: error.message }, 'jobs: lost an idle database connection'),
      )
      // A busy one's is reported by whoever waits for its answer.
      pool.on('connect', (client) => client.on('error', () => {}))
      runner = await run({
        pgPool: pool,
        taskList: tasks,
        concurrency: 4,
        noHandleSignals: true,
        pollInterval: 2000,
        logger: log.forGraphile(),
      })
      // The runner's promise rejects when it gives up; readiness shows it, the process lives on.
      runner.promise.catch((error: unknown) => log.error({ error }, 'jobs: the runner stopped'))
    },
    async close(): Promise<void> {
      await runner?.stop().catch(() => {})
      await pool?.end()
    },
  }
}

export type Jobs = ReturnType<typeof createJobs>
