// The PostgreSQL connection of a node: pool, raw queries with binds, transactions. Knows no table.

import { AsyncLocalStorage } from 'node:async_hooks'
import pg, { type ClientBase, type ClientConfig } from 'pg'
import { QueryTypes, Sequelize, type Transaction } from 'sequelize'
import { Problem } from '../problem.ts'
import { asDatabaseProblem } from './database-problem.ts'

export type { Transaction }

export interface DatabaseOptions {
  url: string
  /** Connections in the pool. */
  pool?: number
  /** How many may wait for one; more are refused with `busy`. */
  waiting?: number
  /** Every statement, for tests and traces. */
  onStatement?: (sql: string) => void
}

/**
 * Sequelize listens for a client's errors only some moments after it has connected. A server that goes away in between
 * would end the process; what waits for an answer is told all the same.
 */
class HeardClient extends pg.Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    this.on('error', () => {})
  }
}

/** A table has got another column while a plan was kept: as on the nodes still running when a newer one migrates. */
const isOutgrown = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'

/** What Sequelize has of its pool and does not type. */
interface Connections {
  /** Made with the first query. */
  pool?: { waiting: number }
  getConnection(options: { type: 'write' }): Promise<ClientBase>
  releaseConnection(connection: ClientBase): void
}

/**
 * Opens the pool. Statements end after 5 s, waits for a lock after 2 s, an idle transaction after 10 s:
 * whatever hangs frees its connection by itself.
 */
export function connectDatabase({ url, pool = 10, waiting = 1000, onStatement }: DatabaseOptions) {
  const sequelize = new Sequelize(url, {
    dialect: 'postgres',
    dialectModule: { ...pg, Client: HeardClient },
    logging: onStatement ?? false,
    pool: { max: pool, min: 0, acquire: 5000, idle: 10_000 },
    define: { underscored: true, timestamps: false },
    dialectOptions: {
      statement_timeout: 5000,
      lock_timeout: 2000,
      idle_in_transaction_session_timeout: 10_000,
      application_name: 'deskbell',
      // Plans are kept. One made while a table is short would read all of it, and go on when it no longer is.
      options: '-c enable_seqscan=off',
    },
  })

  const { connectionManager } = sequelize as unknown as { connectionManager: Connections }

  /** A database too slow for what is asked of it must not fill the memory with what waits. */
  function checkCrowd(): void {
    if ((connectionManager.pool?.waiting ?? 0) >= waiting)
      throw new Problem('busy', undefined, { retryAfter: 1 })
  }

  // A statement inside a transaction that asked the pool for a connection of its own could wait for ever: for one
  // of those that wait for it. So whatever runs inside joins the transaction, whether it was handed it or not.
  const ambient = new AsyncLocalStorage<{ transaction: Transaction; open: boolean }>()

  /** Rows of one statement; `$1…` or `$name` are bound, never spliced. */
  async function query<Row extends object>(
    sql: string,
    bind: readonly unknown[] | Record<string, unknown> = [],
    given?: Transaction,
  ): Promise<Row[]> {
    const around = ambient.getStore()
    const transaction = given ?? (around?.open ? around.transaction : undefined)
    if (!transaction) checkCrowd()
    try {
      return (await sequelize.query(sql, {
        type: QueryTypes.SELECT,
        raw: true,
        bind: bind as unknown[],
        ...(transaction && { transaction }),
      })) as Row[]
    } catch (error) {
      throw asDatabaseProblem(error)
    }
  }

  /** Runs `work` in one transaction; whatever it throws rolls back. */
  async function transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    checkCrowd()
    try {
      return await sequelize.transaction(async (transaction) => {
        const scope = { transaction, open: true }
        try {
          return await ambient.run(scope, work, transaction)
        } finally {
          scope.open = false
        }
      })
    } catch (error) {
      throw asDatabaseProblem(error)
    }
  }

  /** Of the names that plans are kept under. */
  let generation = 0

  /**
   * Rows of one statement that a connection parses and plans once and keeps under `name`: for the few that run all the
   * time, where the planning costs more than the work. Never part of a transaction.
   */
  async function prepared<Row extends object>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    checkCrowd()
    const connection = await connectionManager.getConnection({ type: 'write' }).catch((error: unknown) => {
      throw asDatabaseProblem(error)
    })
    const ask = () => connection.query<Row>({ name: `${name} ${generation}`, text, values })
    try {
      const before = generation
      const { rows } = await ask().catch((error: unknown) => {
        if (!isOutgrown(error)) throw error
        // For all connections at once: none is asked by the old names again.
        if (generation === before) generation += 1
        return ask()
      })
      return rows
    } catch (error) {
      throw asDatabaseProblem(error)
    } finally {
      connectionManager.releaseConnection(connection)
    }
  }

  return { sequelize, query, prepared, transaction, close: () => sequelize.close() }
}

export type Database = ReturnType<typeof connectDatabase>
