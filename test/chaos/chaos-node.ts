// One server process of a chaos run: the real entry with rate limits lifted, as nobody's limits are what is tested.
// CHAOS_BREAK breaks it on purpose, for the checker's own test.

import { createApp } from '../../server/app.ts'
import { runProcess } from '../../server/process.ts'
import { type BreakageName, breakDatabase } from './broken-database.ts'

// Left behind by whoever started it, it would hold its port for ever.
process.on('disconnect', () => process.exit(1))

const breakage = process.env.CHAOS_BREAK as BreakageName | undefined

await runProcess({
  createApp: (deps) =>
    createApp({ ...deps, db: breakage ? breakDatabase(deps.db, breakage) : deps.db, unlimited: true }),
  bundles: { dist: process.env.CHAOS_DIST!, build: false },
})
