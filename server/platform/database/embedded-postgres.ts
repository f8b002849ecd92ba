// The PostgreSQL a checkout brings along: started with the server, stopped with it, adopted when a killed
// server left it running. The database itself is the lock: who holds the advisory lock owns the data folder.

import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { OperatorError } from '../operator-error.ts'
import { createCluster, freePort, POSTGRES_USER, type PostgresSettings } from './postgres-cluster.ts'
import { preparePostgresHome } from './postgres-home.ts'

/** Any number will do, as long as it is always the same. */
const OWNER_LOCK = 4_600_001
const DATABASE = 'deskbell'
const PATIENCE_MS = 30_000

export interface EmbeddedPostgresOptions {
  dataDir: string
  settings?: PostgresSettings
  /**
   * `exclusive`: one server a data folder, a second is refused. `shared`: any number of processes; the last
   * one to close stops it. `guest`: beside either; it stops only what nobody else holds.
   */
  use?: 'exclusive' | 'shared' | 'guest'
  /** One line for whoever started it. */
  say?: (line: string) => void
  /** The server was lost and is started again. */
  onLost?: () => void
}

export interface EmbeddedPostgres {
  url: string
  /** Where its files are. */
  folder: string
  close(): Promise<void>
  /** For a forced exit: no waiting, the next start recovers. */
  kill(): void
}

/** @throws OperatorError with one sentence for the operator, and nothing left running. */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
  use = 'exclusive',
  say = () => {},
  onLost = () => {},
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await preparePostgresHome(dataDir, say)
  const cluster = createCluster(home)
  await cluster.initialise()
  const password = await cluster.password()
  let closing = false
  let closed = false
  let session = await open()
  let recovering: Promise<void> | undefined

  /** Joins the running server or starts one, and takes hold of the data folder. */
  async function open(wanted?: number): Promise<{ client: pg.Client; port: number; pid: number }> {
    const deadline = Date.now() + PATIENCE_MS
    const refused = Date.now() + (use === 'shared' ? PATIENCE_MS / 2 : 1000)
    let started = false
    for (let attempts = 0; Date.now() < deadline && !closing; await sleep(attempts < 20 ? 25 : 250)) {
      attempts += 1
      const running = await cluster.findRunning()
      if (!running) {
        const port = wanted ?? (await freePort())
        await waitForStart(port)
        started = true
        continue
      }
      const client = await connect(running.port)
      if (!client) continue
      // Undefined where the session broke off again, as while the server recovers from a crash.
      const held = await takeHold(client).catch(() => undefined)
      if (held) return { client, ...running }
      await client.end().catch(() => {})
      if (held === undefined) continue
      // A server that was killed lets go within milliseconds.
      if (Date.now() < refused) continue
      throw new OperatorError(
        `Another Deskbell is running on the data folder ${dataDir}: stop it first, or give this one a DATA_DIR of its own.`,
      )
    }
    if (started && !closing) await cluster.stop(2)
    throw new OperatorError(`PostgreSQL did not start in ${cluster.data}: ${await cluster.lastWords()}`)
  }

  /** Until the server has written its pid file, or has given up: it may lose a race for its port or its folder. */
  async function waitForStart(port: number): Promise<void> {
    const server = await cluster.start(port, settings)
    let ended = false
    void server.ended.then(() => {
      ended = true
    })
    while (!ended && (await cluster.findRunning())?.pid !== server.pid) await sleep(10)
    // Another process may have been quicker; the log's last words may be that one's.
    if (!ended || (await cluster.findRunning())) return
    const words = await cluster.lastWords()
    if (/lock file|shared memory block|Address already in use|could not create any TCP/.test(words)) return
    throw new OperatorError(`PostgreSQL did not start in ${cluster.data}: ${words}`)
  }

  /** A session of this very cluster, or undefined while there is none to be had. */
  async function connect(port: number): Promise<pg.Client | undefined> {
    const client = new pg.Client({ connectionString: url(port, 'postgres'), connectionTimeoutMillis: 3000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch {
      await client.end().catch(() => {})
      return undefined
    }
  }

  async function takeHold(client: pg.Client): Promise<boolean> {
    if (use === 'guest') return true
    const lock = use === 'shared' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock'
    const { rows } = await client.query(`select ${lock}($1) as held`, [OWNER_LOCK])
    return rows[0]?.held === true
  }

  function url(port: number, database: string): string {
    return `postgres://${POSTGRES_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  }

  /** The server died under us: the same port again, so that every pool finds its way back by itself. */
  function watch(): void {
    session.client.once('end', () => {
      if (closing) return
      onLost()
      recovering = open(session.port)
        .then((next) => {
          session = next
          watch()
        })
        .catch(() => {})
    })
  }

  async function ensureDatabase(): Promise<void> {
    const { rowCount } = await session.client.query('select 1 from pg_database where datname = $1', [
      DATABASE,
    ])
    if (rowCount) return
    // 42P04: another process made it in between.
    await session.client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
      if (error.code !== '42P04' && error.code !== '23505') throw error
    })
  }

  /** Nobody else holds the folder: then stopping is ours to do. */
  async function isLastOne(): Promise<boolean> {
    if (use === 'exclusive') return true
    const { client } = session
    if (use === 'shared') await client.query('select pg_advisory_unlock_shared($1)', [OWNER_LOCK])
    const { rows } = await client.query('select pg_try_advisory_lock($1) as held', [OWNER_LOCK])
    return rows[0]?.held === true
  }

  await ensureDatabase()
  watch()
  return {
    url: url(session.port, DATABASE),
    folder: path.dirname(home.folder),
    async close() {
      if (closing) return
      closing = true
      await recovering
      const last = await isLastOne().catch(() => true)
      if (last) await cluster.stop(3)
      await session.client.end().catch(() => {})
      closed = true
    },
    kill() {
      closing = true
      // By then its number may be another's.
      if (closed) return
      try {
        process.kill(session.pid, 'SIGQUIT')
      } catch {
        // It was quicker.
      }
    },
  }
}
