// The socket endpoint in this house: who may open one, whose it is, and how a command frame is answered.

import type { IncomingMessage } from 'node:http'
import type { CommandFrame } from '../sdk/protocol/frame.ts'
import { sessionTokenOf } from './accounts/require-agent.ts'
import type { SessionCookie } from './accounts/session-cookie.ts'
import { spendFor } from './command-quota.ts'
import { deviceOf } from './contacts/device.ts'
import type { Principal } from './conversations/access.ts'
import type { ConversationLive } from './conversations/conversation.live.ts'
import { followersRoom } from './conversations/live-room.ts'
import type { CommandRegistry } from './platform/commands/command-registry.ts'
import { isOriginAllowed, isOwnOrigin } from './platform/http/origin-rule.ts'
import type { RateLimits } from './platform/http/rate-limit.ts'
import { createHub } from './platform/hub/hub.ts'
import type { Hub, HubOptions, HubSocket } from './platform/hub/hub-options.ts'
import type { Log } from './platform/log.ts'
import type { Metrics } from './platform/metrics.ts'
import { Problem } from './platform/problem.ts'
import type { Rooms } from './rooms.ts'

export interface LiveEndpointDeps {
  rooms: Rooms
  commands: CommandRegistry
  cookie: SessionCookie
  limits: RateLimits
  metrics: Metrics
  log: Log
  /** As users reach the server. */
  publicUrl: string
  ipOf: (request: IncomingMessage) => string
  /** Set once the live side exists; it needs the hub first. */
  live: () => ConversationLive
  hubLimits?: HubOptions<Principal>['limits']
}

export function createLiveEndpoint(deps: LiveEndpointDeps): Hub<Principal> {
  const { rooms, commands, cookie, limits, metrics, log, publicUrl, ipOf, live, hubLimits } = deps
  const { sites, sessions, visitorSessions, presence, agents } = rooms
  /** Our own page, or no page at all: only browsers send an Origin, and they always do. */
  const isOwn = ({ headers }: IncomingMessage): boolean =>
    headers.origin === undefined || isOwnOrigin(headers, publicUrl)

  /** The workspaces whose console the asking page may show. */
  const shownBy = ({ headers }: IncomingMessage): Promise<ReadonlySet<string>> =>
    rooms.workspaceSettings.workspacesShownBy(headers.origin!)

  async function authenticateVisitor(
    { site: key, token }: { site: string; token: string },
    request: IncomingMessage,
  ): Promise<Principal> {
    const site = await sites.byKey(key)
    if (!site) throw new Problem('site-not-found')
    if (!isOwn(request) && !isOriginAllowed(site.allowedOrigins, request.headers.origin!))
      throw new Problem('origin-not-allowed')
    const visitor = await visitorSessions.verify(token)
    if (!visitor || visitor.siteId !== site.id) throw new Problem('unauthenticated')
    // The site's own texts, not one more copy of them a socket.
    const device = deviceOf(request.headers)
    return { ...visitor, siteId: site.id, workspaceId: site.workspaceId, ...(device && { device }) }
  }

  async function authenticateAgent(given: string | undefined, request: IncomingMessage): Promise<Principal> {
    // The cookie comes along by itself, so it counts only from our own pages.
    const token = given ?? (isOwn(request) ? sessionTokenOf(request, cookie) : undefined)
    const agent = token ? await sessions.verify(token) : null
    if (!agent) throw new Problem('unauthenticated')
    if (!isOwn(request) && !(await shownBy(request)).has(agent.workspaceId))
      throw new Problem('origin-not-allowed')
    return agent
  }

  async function runCommand(socket: HubSocket<Principal>, { type, cid, data }: CommandFrame): Promise<void> {
    const { principal, ip } = socket
    await spendFor(limits, type, principal, principal.side === 'visitor' ? `${ip} ${principal.siteId}` : '')
    const result = await commands.run(type, socket.principal, data, { cid, socket })
    socket.send({ type: 'ack', cid, data: result })
  }

  return createHub<Principal>({
    log,
    metrics: metrics.hub,
    ipOf,
    ...(hubLimits && { limits: hubLimits }),
    elsewhere: rooms.socketCounts,
    async allowUpgrade(request) {
      if (isOwn(request) || (await sites.byOrigin(request.headers.origin!))) return { ok: true }
      if ((await shownBy(request)).size > 0) return { ok: true }
      return { ok: false, status: 403 }
    },
    authenticate: ({ data }, request) =>
      data.role === 'visitor' ? authenticateVisitor(data, request) : authenticateAgent(data.token, request),
    async onReady(socket, hello) {
      const { principal } = socket
      if (principal.side === 'agent')
        presence.arrive(
          principal,
          socket.id,
          await agents.chosenAvailability(principal.workspaceId, principal.id),
        )
      await live().welcome(socket, hello.data.streams)
      if (principal.side === 'visitor') live().attention.arrived(principal.id)
    },
    onFrame: runCommand,
    isLight: ({ principal, rooms }, { type, data }) =>
      (type === 'typing.start' || type === 'typing.stop') &&
      rooms.includes(
        followersRoom(principal, String((data as { conversation_id?: unknown })?.conversation_id)),
      ),
    onClose(socket) {
      const { principal, id } = socket
      if (principal.side === 'agent') presence.leave(principal, id)
      else live().attention.left(socket)
    },
    heads: (socket) => live().heads(socket),
    recheck: (principal) =>
      principal.side === 'visitor' ? visitorSessions.holds(principal.sessionId) : sessions.holds(principal),
  })
}
