// What every command line of the server does the same way: find the database, and end with one sentence and exit
// code 1 when an operator can mend it. A running server's own database is joined as a guest.

import type { Config } from './config.ts'
import { readEnvironment } from './environment.ts'
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts'
import { OperatorError } from './platform/operator-error.ts'
import { Problem } from './platform/problem.ts'

/** Runs with the address of the configured database, or of the one in the data folder. */
export async function withDatabaseUrl<T>(work: (url: string, config: Config) => Promise<T>): Promise<T> {
  const config = readEnvironment()
  const { databaseUrl, dataDir } = config
  const embedded = databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir, use: 'guest', say: console.error })
  try {
    return await work(databaseUrl ?? embedded!.url, config)
  } finally {
    await embedded?.close()
  }
}

/** Runs a program; what it returns is the exit code. */
export async function runCommandLine(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof OperatorError || error instanceof Problem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
