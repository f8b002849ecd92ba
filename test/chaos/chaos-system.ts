// Everything a run is played against: PostgreSQL, Redis where there is one, the nodes, and the bad paths between them.

import { rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAgents } from '../../server/accounts/agent.service.ts'
import { createSessions } from '../../server/accounts/session.service.ts'
import { connectDatabase } from '../../server/platform/database/database.ts'
import { freePort } from '../../server/platform/database/postgres-cluster.ts'
import type { BreakageName } from './broken-database.ts'
import { startChaosPostgres } from './chaos-postgres.ts'
import { startChaosRedis } from './chaos-redis.ts'
import { createChaosServer } from './chaos-server.ts'
import { createTcpProxy } from './tcp-proxy.ts'

export interface SystemOptions {
  nodes: number
  /** Path of redis-server; null: the nodes talk by PostgreSQL. */
  redis: string | null
  breakage?: BreakageName | undefined
}

const LISTEN = Buffer.from('LISTEN ')

export async function startSystem({ nodes, redis: redisBinary, breakage }: SystemOptions) {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-chaos-'))
  const dataDir = path.join(folder, 'data')
  const dist = path.join(folder, 'dist')
  await Promise.all(['widget', 'console'].map((name) => mkdir(path.join(dist, name), { recursive: true })))
  // The nodes only look whether there are bundles; no page is loaded from them.
  await writeFile(path.join(dist, 'widget/embed.js'), '')
  await writeFile(path.join(dist, 'console/console.html'), '')
  // Under root, PostgreSQL's own account must get in.
  await chmod(folder, 0o755)

  const postgres = await startChaosPostgres(dataDir)
  const redis = redisBinary ? await startChaosRedis(redisBinary, await freePort()) : null
  const databasePaths = await Promise.all(
    Array.from({ length: nodes }, () =>
      createTcpProxy({ targets: () => [postgres.port], isMarked: (chunk) => chunk.includes(LISTEN) }),
    ),
  )
  const ports = await Promise.all(Array.from({ length: nodes }, freePort))
  const servers = databasePaths.map((proxy, index) =>
    createChaosServer({
      name: `node ${index + 1}`,
      port: ports[index]!,
      env: {
        NODE_ENV: 'test',
        DEMO: 'off',
        LOG_LEVEL: 'error',
        DATABASE_URL: postgres.urlAt(proxy.port),
        REDIS_URL: redis?.url ?? '',
        OPENAI_API_KEY: '',
        OPENAI_BASE_URL: '',
        PUBLIC_URL: '',
        CHAOS_DIST: dist,
        ...(breakage && { CHAOS_BREAK: breakage }),
      },
    }),
  )
  // One after the other: the first migrates and fills the database.
  for (const server of servers) {
    await server.start()
    if (!server.isUp()) throw new Error(`${server.name} did not start:\n${server.lastWords().join('\n')}`)
  }

  const db = connectDatabase({ url: postgres.url, pool: 2 })
  const [workspace] = await db.query<{ id: string }>('select id from workspaces limit 1')
  const [site] = await db.query<{ key: string }>('select key from sites limit 1')
  const silent = { emit: (): void => {}, emitHere: (): void => {} }
  const agents = createAgents({ db, bus: silent })
  const sessions = createSessions({ db, bus: silent })

  /** A person of the team and the cookie they are known by. */
  async function hire(name: string): Promise<{ id: string; cookie: string }> {
    const at = { workspaceId: workspace!.id, name, kind: 'human' as const }
    const { id } = await agents.create({ ...at, email: `${name}@chaos.example` })
    const { token } = await sessions.create({ workspaceId: at.workspaceId, agentId: id })
    return { id, cookie: `deskbell_session=${token}` }
  }
  const team: { id: string; cookie: string }[] = []

  return {
    folder,
    postgres,
    redis,
    databasePaths,
    servers,
    site: site!.key,
    team,
    async hireTeam(count: number): Promise<void> {
      for (let index = 0; index < count; index++) team.push(await hire(`agent${index + 1}`))
      await db.close()
    },
    async close(): Promise<void> {
      await db.close().catch(() => {})
      await Promise.all(servers.map((server) => server.stop('SIGKILL')))
      await redis?.close()
      for (const proxy of databasePaths) await proxy.close()
      await postgres.close()
      await rm(folder, { recursive: true, force: true })
    },
    /** For a forced end. */
    kill(): void {
      for (const server of servers) void server.stop('SIGKILL')
      void redis?.close()
      postgres.kill()
      rmSync(folder, { recursive: true, force: true })
    },
    /** All nodes up; restarts those that are not. */
    async heal(): Promise<void> {
      for (const proxy of databasePaths) proxy.heal()
      if (redis && !redis.isUp()) await redis.start()
      for (let tries = 0; tries < 20 && servers.some((server) => !server.isUp()); tries++) {
        await Promise.all(servers.map((server) => server.start()))
        if (servers.some((server) => !server.isUp())) await sleep(250)
      }
    },
  }
}

export type ChaosSystem = Awaited<ReturnType<typeof startSystem>>
