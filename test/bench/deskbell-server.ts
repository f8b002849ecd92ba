// Deskbell as it is, with rate limits lifted: what one caller may do is not what is measured.

import type { AddressInfo } from 'node:net'
import { createApp } from '../../server/app.ts'
import { loadConfig } from '../../server/config.ts'
import { connectDatabase } from '../../server/platform/database/database.ts'
import { migrate } from '../../server/platform/database/migrate.ts'
import { createLog } from '../../server/platform/log.ts'

const config = loadConfig({ ...process.env, NODE_ENV: 'test', DEMO: 'off' })
const databaseUrl = config.databaseUrl!
await migrate({ url: databaseUrl })
const db = connectDatabase({ url: databaseUrl, pool: config.databasePool })
const app = await createApp({ config, db, databaseUrl, log: createLog({ level: 'error' }), unlimited: true })
const workspace = (await app.rooms.workspaces.first())!
const site = (await app.rooms.sites.only(workspace.id))!
app.server.listen(0, '127.0.0.1', () =>
  console.log(`listening ${(app.server.address() as AddressInfo).port} ${site.key}`),
)
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => db.close())
      .then(() => process.exit(0)),
)
