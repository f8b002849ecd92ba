// `npm run migrate`: brings the database up to date without starting a server, for deployments that do it first.

import { readEnvironment } from './environment.ts'
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts'
import { migrate } from './platform/database/migrate.ts'
import { OperatorError } from './platform/operator-error.ts'

async function main(): Promise<void> {
  const { databaseUrl, dataDir } = readEnvironment()
  const embedded = databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir, use: 'guest', say: console.log })
  try {
    const applied = await migrate({ url: databaseUrl ?? embedded!.url })
    for (const name of applied) console.log(`applied    ${name}`)
    if (!applied.length) console.log('The database is up to date.')
  } finally {
    await embedded?.close()
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof OperatorError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
