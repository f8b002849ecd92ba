// The composition root: rooms, commands, HTTP and sockets of one node, put together. It does not listen.

import http from 'node:http'
import path from 'node:path'
import { createSessionCookie } from './accounts/session-cookie.ts'
import { registerAgentCommands } from './agent.commands.ts'
import { registerActionCommands } from './assistant/actions/action.commands.ts'
import { registerDraftCommands } from './assistant/drafts/draft.commands.ts'
import type { Config } from './config.ts'
import { registerContactCommands } from './contact.commands.ts'
import { registerConversationCommands } from './conversations/conversation.commands.ts'
import { type ConversationLive, createConversationLive } from './conversations/conversation.live.ts'
import { createLogSweep } from './conversations/log-sweep.ts'
import { startBell } from './conversations/notifications/bell.live.ts'
import { registerTriageCommands } from './conversations/triage.commands.ts'
import { registerWhispers } from './conversations/whispers/whisper.commands.ts'
import { createDeskToolRooms, tellBulk } from './desk-tool-rooms.ts'
import { prepareWorkspace } from './first-workspace.ts'
import { createHttpApp } from './http-app.ts'
import { createLiveEndpoint } from './live-endpoint.ts'
import { createNodeBus } from './node-bus.ts'
import { startSweep } from './platform/bus/sweep.ts'
import { createCommandRegistry } from './platform/commands/command-registry.ts'
import type { Database } from './platform/database/database.ts'
import { createRateLimits } from './platform/http/rate-limit.ts'
import { memoryStore, postgresStore, type RateStore, redisStore } from './platform/http/rate-store.ts'
import { requestIpOf } from './platform/http/request-ip.ts'
import { serverTimeouts } from './platform/http/server-timeouts.ts'
import type { Log } from './platform/log.ts'
import { createMetrics } from './platform/metrics.ts'
import { connectRedis } from './platform/redis.ts'
import { createRooms } from './rooms.ts'
import { tellSignedOut } from './signed-out.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** For load: what one socket or one address may do is not what is measured. */
const NO_HUB_LIMITS = {
  frames: { perSecond: 1e9, burst: 1e9 },
  queue: 100_000,
  perIp: 1e6,
  unauthenticated: 1e6,
  perPrincipal: { visitor: 1e6, agent: 1e6 },
}

export interface AppDeps {
  config: Config
  db: Database
  databaseUrl: string
  log: Log
  clock?: () => Date
  /** No rate limits: for benchmarks, and for tests that are about something else. */
  unlimited?: boolean
}

export async function createApp({
  config,
  db,
  databaseUrl,
  log,
  clock = () => new Date(),
  unlimited = false,
}: AppDeps) {
  const metrics = createMetrics({ ...(config.metricsToken !== null && { token: config.metricsToken }) })
  const redis = config.redisUrl ? connectRedis({ url: config.redisUrl, log }) : null
  const bus = createNodeBus({ config, db, databaseUrl, redis, log })
  const rooms = createRooms({ config, db, databaseUrl, bus, log, metrics, clock })
  const commands = tellSignedOut(createCommandRegistry(), rooms.visitorSessions)
  const limits = createRateLimits({ store: rateStore(), lifted: unlimited })
  const cookie = createSessionCookie(config)

  /** What callers have used is counted where the nodes meet. */
  function rateStore(): RateStore {
    if (redis) return redisStore({ client: redis.client, log })
    return bus.isShared ? postgresStore({ db, log }) : memoryStore
  }

  const deskTools = createDeskToolRooms({ db, rooms, commands, clock })

  let stopping = false
  const app = createHttpApp({
    config,
    rooms,
    deskTools,
    db,
    commands,
    cookie,
    limits,
    metrics,
    log,
    clock,
    dist: path.join(ROOT, 'dist'),
    isStopping: () => stopping,
  })
  const server = http.createServer(serverTimeouts(), app)

  let live: ConversationLive
  const hub = createLiveEndpoint({
    rooms,
    commands,
    cookie,
    limits,
    metrics,
    log,
    publicUrl: config.publicUrl,
    ipOf: requestIpOf(app),
    live: () => live,
    ...(unlimited && { hubLimits: NO_HUB_LIMITS }),
  })
  live = createConversationLive({
    hub,
    bus: rooms.bus,
    log,
    views: rooms.views,
    reading: rooms.reading,
    commands,
    looking: rooms.looking,
    sockets: rooms.sockets,
  })
  registerConversationCommands({ commands, ...rooms })
  const stopTriage = registerTriageCommands({ commands, ...rooms, hub, log })
  const stopWhispers = registerWhispers({ commands, bus, hub, log, whispers: rooms.whispers })
  const stopBulk = tellBulk({ rooms, tools: deskTools, hub, log })
  registerActionCommands({ commands, ...rooms })
  registerDraftCommands({ commands, ...rooms })
  const stopAgents = registerAgentCommands({ rooms, commands, hub, log })
  const stopContacts = registerContactCommands({ rooms, commands, hub })
  const stopBell = startBell({ bus, hub, log, notifications: rooms.notifications })
  commands.handle('answer.stop', 'visitor', live.stopAnswer)
  const logSweep = createLogSweep({
    db,
    bus,
    workspaces: function* () {
      for (const { principal } of hub.sockets()) yield principal.workspaceId
    },
  })
  const agentsHere = () =>
    [...hub.sockets()].map(({ principal }) => principal).filter((principal) => principal.side === 'agent')
  const stopSweep = startSweep({
    bus,
    looks: [logSweep.look, () => rooms.sessions.tellEnded(agentsHere())],
    log,
  })
  const missing = commands.missing()
  if (missing.length > 0) throw new Error(`No handler for ${missing.join(', ')}`)
  hub.attach(server)

  const { demo, adminLink } = await prepareWorkspace({ rooms, config, root: ROOT })
  await rooms.jobs.start()
  await rooms.attachments.schedule()
  await rooms.runLog.schedule()
  await rooms.scheduleDesk()

  return {
    server,
    rooms,
    hub,
    demo,
    adminLink,
    /** Sockets are told to come back, requests at work end, jobs stop; the database is the caller's. */
    async close(): Promise<void> {
      stopping = true
      // First, so that no answer is begun or ended while sockets are seen off: the next process writes it.
      rooms.assistant.close()
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
      // Connections that a request at work holds are let go of when it has ended, not when their keep-alive has.
      const lettingGo = setInterval(() => server.closeIdleConnections(), 100)
      rooms.presence.handOver()
      await hub.close()
      stopAgents()
      stopContacts()
      stopBell()
      stopTriage()
      stopWhispers()
      stopBulk()
      stopSweep()
      logSweep.close()
      live.close()
      await rooms.close()
      redis?.close()
      await stopped.finally(() => clearInterval(lettingGo))
    },
  }
}

export type App = Awaited<ReturnType<typeof createApp>>
