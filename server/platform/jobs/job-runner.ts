// Keeps graphile-worker running: it stops for good when it cannot write down how a job ended, as during a restart
// of PostgreSQL. It is started again, and finds the jobs that were at work.

import { EventEmitter } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { errorFields } from '../error-fields.ts'
import type { Log } from '../log.ts'
import { createJobLocks } from './job-locks.ts'

const CONCURRENCY = 4
/** One connection a job, and one each to listen, to hold the lock and to write down what is done. */
const CONNECTIONS = CONCURRENCY + 3
const REST_MS = 1000
const LOOK_MS = 10_000

export interface JobRunnerOptions {
  url: string
  tasks: TaskList
  log: Log
}

/**
 * Its workers have let go of all they had. Waiting for its promise is not enough: where the ends of two jobs could not be
 * written down one after the other, it miscounts what is pending and waits for ever.
 */
const shutDown = (events: WorkerEvents): Promise<void> =>
  new Promise((resolve) => {
    events.once('pool:gracefulShutdown:complete', () => resolve())
    events.once('pool:forcefulShutdown:complete', () => resolve())
    events.once('pool:forcefulShutdown:error', () => resolve())
  })

export async function startJobRunner({ url, tasks, log }: JobRunnerOptions) {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, application_name: 'deskbell-jobs' })
  // An idle client's error must not end the process; the runner reconnects by itself.
  pool.on('error', (error) => log.warn({ error: error.message }, 'jobs: lost an idle database connection'))
  // A busy one's is reported by whoever waits for its answer.
  pool.on('connect', (client) => client.on('error', () => {}))
  const locks = createJobLocks({ pool })
  let runner: Runner | undefined
  let closing = false
  let again: NodeJS.Timeout | undefined

  async function begin(): Promise<void> {
    const events = new EventEmitter() as WorkerEvents
    events.once('pool:create', ({ workerPool }) => locks.rename(workerPool.id))
    const begun = await run({
      pgPool: pool,
      taskList: tasks,
      events,
      noHandleSignals: true,
      logger: log.forGraphile(),
      preset: {
        worker: {
          concurrentJobs: CONCURRENCY,
          // The next job of a queue is not announced: a conversation's, or an import's, waits for a look.
          pollInterval: 500,
          // Without batching nobody waits for these, and their failure would be an unhandled rejection.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
    })
    let isOver = false
    const ended = begun.promise
      .catch((error: unknown) => log.error({ error: errorFields(error) }, 'jobs: the runner stopped'))
      .then(() => {
        isOver = true
      })
    void Promise.race([ended, shutDown(events).then(() => after(REST_MS, undefined, { ref: false }))]).then(
      () => {
        if (!isOver) begun.stop().catch(() => {})
        later()
      },
    )
    // Closed while it was being started: nobody else would stop it.
    if (closing) return begun.stop()
    runner = begun
    await look()
  }

  function later(): void {
    if (closing) return
    again = setTimeout(() => {
      begin().catch((error: unknown) => {
        log.warn({ error: errorFields(error) }, 'jobs: the runner could not start again yet')
        later()
      })
    }, REST_MS)
  }

  const look = (): Promise<void> =>
    locks
      .look()
      .catch((error: unknown) =>
        log.warn({ error: errorFields(error) }, 'jobs: could not look for abandoned ones'),
      )

  await begin().catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  const looking = setInterval(look, LOOK_MS)
  looking.unref()

  return {
    async close(): Promise<void> {
      if (closing) return
      closing = true
      clearTimeout(again)
      clearInterval(looking)
      await runner?.stop().catch(() => {})
      locks.close()
      await pool.end()
    },
  }
}

export type JobRunner = Awaited<ReturnType<typeof startJobRunner>>
