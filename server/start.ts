// Brings a node up, step by step, and down again in reverse. It prints nothing and reads no variable itself;
// whatever fails on the way up, what was opened before is closed.

import { once } from 'node:events'
import type http from 'node:http'
import { createServer } from 'node:net'
import path from 'node:path'
import { type BundlesOptions, ensureBundles } from './browser-bundles.ts'
import type { Config } from './config.ts'
import { connectDatabase, type Database } from './platform/database/database.ts'
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.ts'
import { migrate } from './platform/database/migrate.ts'
import { errorFields } from './platform/error-fields.ts'
import type { Log } from './platform/log.ts'
import { OperatorError, reasonOf } from './platform/operator-error.ts'
import { serveStaticSite } from './platform/static-site.ts'

export interface App {
  /** Not listening yet. */
  server: http.Server
  demo: { loginLink: string } | null
  /** One-time link of the first administrator, while there is none. */
  adminLink: string | null
  close(): Promise<void>
}

export type CreateApp = (deps: {
  config: Config
  db: Database
  databaseUrl: string
  log: Log
}) => Promise<App>

export interface StartOptions {
  config: Config
  createApp: CreateApp
  log: Log
  /** Progress, a line a step that takes time. */
  say: (line: string) => void
  /** Aborted: stop coming up. */
  signal: AbortSignal
  /** Aborted: leave nothing running, without waiting for anything. */
  force: AbortSignal
  /** Where the browser bundles are, and whether to build them when they are old. */
  bundles: BundlesOptions
}

export interface Node {
  demo: App['demo']
  adminLink: string | null
  /** Where the embedded PostgreSQL keeps its files; null with DATABASE_URL. */
  databaseFolder: string | null
  close(): Promise<void>
}

/** The address the demo's pages were built for; see demo-site/. */
const BUILT_FOR = 'http://localhost:4600'
/** Of the 10 s a stop may take, the rest is for what comes after. */
const APP_CLOSE_MS = 6000

/** @throws OperatorError with a sentence for the operator. */
export async function startNode(options: StartOptions): Promise<Node> {
  const { config, createApp, log, say, signal, force, bundles } = options
  const releases: (() => Promise<unknown>)[] = []
  const close = async () => {
    while (releases.length)
      await releases.pop()!().catch((error: unknown) => log.error({ error: errorFields(error) }, 'closing'))
  }
  try {
    await claimPort('PORT', config.port, config.host)
    if (config.demo) await claimPort('DEMO_PORT', config.demo.port, config.host)
    signal.throwIfAborted()
    // Each takes seconds on a first start, and neither needs the other.
    const [bundled, database] = await Promise.allSettled([ensureBundles(bundles), openDatabase()])
    if (bundled.status === 'rejected') throw bundled.reason
    if (database.status === 'rejected') throw database.reason
    const { databaseUrl, databaseFolder } = database.value
    signal.throwIfAborted()

    const db = connectDatabase({ url: databaseUrl, pool: config.databasePool })
    releases.push(db.close)
    const app = await createApp({ config, db, databaseUrl, log })
    releases.push(() => closeApp(app))
    signal.throwIfAborted()

    await listen(app.server, 'PORT', config.port, config.host)
    if (config.demo) releases.push(await startShop(config, config.demo.port, bundles.dist))
    signal.throwIfAborted()
    return { demo: app.demo, adminLink: app.adminLink, databaseFolder, close }
  } catch (error) {
    await close()
    throw error
  }

  /** Up to date: a given one, or the embedded one started. */
  async function openDatabase(): Promise<{ databaseUrl: string; databaseFolder: string | null }> {
    const embedded = config.databaseUrl
      ? null
      : await startEmbeddedPostgres({
          dataDir: config.dataDir,
          say,
          onLost: () => log.error('PostgreSQL went away and is started again'),
        })
    if (embedded) {
      releases.push(embedded.close)
      force.addEventListener('abort', embedded.kill)
    }
    const databaseUrl = config.databaseUrl ?? embedded!.url
    const applied = await migrate({ url: databaseUrl })
    if (applied.length) log.info({ applied }, 'migrated')
    return { databaseUrl, databaseFolder: embedded?.folder ?? null }
  }
}

async function startShop(
  { host, publicUrl }: Config,
  port: number,
  dist: string,
): Promise<() => Promise<void>> {
  const dir = path.join(dist, 'demo-site')
  try {
    const site = await serveStaticSite({ dir, host, port, builtFor: BUILT_FOR, serverOrigin: publicUrl })
    return site.close
  } catch (error) {
    throw cannotListen('DEMO_PORT', port, host, error)
  }
}

/** Says so before anything slow is started; whoever takes the port in between is found out by `listen`. */
async function claimPort(variable: string, port: number, host: string): Promise<void> {
  const probe = createServer()
  await listen(probe, variable, port, host)
  await new Promise((resolve) => probe.close(resolve))
}

async function listen(server: import('node:net').Server, variable: string, port: number, host: string) {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (error) {
    throw cannotListen(variable, port, host, error)
  }
}

const cannotListen = (variable: string, port: number, host: string, cause: unknown): OperatorError =>
  new OperatorError(
    `${variable}: cannot listen on ${host}:${port} (${reasonOf(cause)}): free it, or set ${variable} to another port.`,
    { cause },
  )

/** A request that never ends must not keep the data from being written down. */
async function closeApp({ server, close }: App): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, APP_CLOSE_MS)
  })
  await Promise.race([close(), late]).finally(() => clearTimeout(timer))
  if (server.listening) server.close()
  server.closeAllConnections()
}
