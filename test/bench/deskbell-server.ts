// Deskbell as it is, with rate limits lifted: what one caller may do is not what is measured.

import { createApp } from '../../server/app.ts'
import { loadConfig } from '../../server/config.ts'
import { connectDatabase } from '../../server/platform/database/database.ts'
import { migrate } from '../../server/platform/database/migrate.ts'
import { createLog } from '../../server/platform/log.ts'
import { madeUpArticles } from './made-up-articles.ts'
import { serveMeasured } from './serve-measured.ts'

// The port is `serveMeasured`'s; here 0 would be refused.
const config = loadConfig({ ...process.env, PORT: '', NODE_ENV: 'test', DEMO: 'off' })
const databaseUrl = config.databaseUrl!
await migrate({ url: databaseUrl })
const db = connectDatabase({ url: databaseUrl, pool: config.databasePool })
const app = await createApp({ config, db, databaseUrl, log: createLog({ level: 'error' }), unlimited: true })
const workspace = (await app.rooms.workspaces.first())!
const site = (await app.rooms.sites.only(workspace.id))!
for (const article of await madeUpArticles(Number(process.env.ARTICLES ?? 0)))
  await app.rooms.articles.upsert(workspace.id, article)
serveMeasured(app.server, {
  facts: { site: site.key, siteId: site.id, workspaceId: workspace.id },
  close: () => app.close().then(() => db.close()),
})
