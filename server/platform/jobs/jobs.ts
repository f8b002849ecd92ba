// Durable jobs in the same PostgreSQL: enqueued inside the transaction that made them necessary, run by any node.

import type { JobHelpers, TaskList } from 'graphile-worker'
import type { Database, Transaction } from '../database/database.ts'
import type { Log } from '../log.ts'
import { type JobRunner, startJobRunner } from './job-runner.ts'

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

export interface JobRun {
  /** Counted from 1; one that died with its process counts too. */
  attempt: number
}

type Handler<J extends keyof JobPayloads> = (payload: JobPayloads[J], run: JobRun) => Promise<void>

export interface JobsDeps {
  db: Database
  url: string
  log: Log
  /** Told of every run's end. */
  onRun?: (job: string, outcome: 'ok' | 'failed') => void
}

export function createJobs({ db, url, log, onRun = () => {} }: JobsDeps) {
  const tasks: TaskList = {}
  let runner: JobRunner | undefined

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
      tasks[name] = async (payload: unknown, { job }: JobHelpers) => {
        let outcome: 'ok' | 'failed' = 'failed'
        try {
          await handler(payload as JobPayloads[J], { attempt: job.attempts })
          outcome = 'ok'
        } finally {
          onRun(name, outcome)
        }
      }
    },
    async start(): Promise<void> {
      runner = await startJobRunner({ url, tasks, log })
    },
    async close(): Promise<void> {
      await runner?.close()
    },
  }
}

export type Jobs = ReturnType<typeof createJobs>
