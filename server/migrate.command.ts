// `npm run migrate`: brings the database up to date without starting a server, for deployments that do it first.

import { runCommandLine, withDatabaseUrl } from './command-line.ts'
import { migrate } from './platform/database/migrate.ts'

await runCommandLine(() =>
  withDatabaseUrl(async (url) => {
    const applied = await migrate({ url })
    for (const name of applied) console.log(`applied    ${name}`)
    if (!applied.length) console.log('The database is up to date.')
    return 0
  }),
)
