// The way in, before any 101: path, places left, origin. What is refused here costs a line of text.

import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { errorFields } from '../error-fields.ts'
import { clientIp } from '../http/client-ip.ts'
import type { HubLimits, HubOptions, HubPrincipal } from './hub-options.ts'
import { LiveWebSocket } from './live-web-socket.ts'
import { createTally, type Elsewhere } from './tally.ts'

function refuse(socket: Duplex, status: number): void {
  if (socket.destroyed) return
  const reason = STATUS_CODES[status] ?? 'Refused'
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0]!

/** How long ws waits for the answer to a close. */
const CLOSE_MS = 5000

/** A connection's part in the counts; each is given back once. */
export interface Place {
  readonly ip: string
  anonymous: boolean
  left: boolean
}

export interface UpgradeOptions<P extends HubPrincipal>
  extends Required<Pick<HubOptions<P>, 'path' | 'log' | 'allowUpgrade'>> {
  ipOf?: ((request: IncomingMessage) => string) | undefined
  limits: HubLimits
  /** The other nodes' sockets, by address. */
  elsewhere?: Elsewhere | undefined
  accept(arrived: { ws: LiveWebSocket; line: Duplex; request: IncomingMessage; place: Place }): void
}

/** Accepts upgrades of any number of servers until closed. */
export function createUpgrade<P extends HubPrincipal>(options: UpgradeOptions<P>) {
  const { path, log, allowUpgrade, limits, accept } = options
  const ipOf = options.ipOf ?? ((request) => request.socket.remoteAddress ?? '')
  const byIp = createTally(options.elsewhere)
  const detachers: (() => void)[] = []
  let unauthenticated = 0
  let closed = false

  const endpoint = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.frameBytes,
    maxFragments: 16,
    maxBufferedChunks: 1024,
    perMessageDeflate: false,
    // ws knows it, its types do not yet.
    ...{ closeTimeout: CLOSE_MS },
    WebSocket: LiveWebSocket,
  })

  function takePlace(ip: string): Place | number {
    if (unauthenticated >= limits.unauthenticated) return 503
    if (!byIp.take(ip, limits.perIp)) return 429
    unauthenticated += 1
    return { ip, anonymous: true, left: false }
  }

  /** They have said who they are. */
  function known(place: Place): void {
    if (place.anonymous) unauthenticated -= 1
    place.anonymous = false
  }

  function left(place: Place): void {
    known(place)
    if (!place.left) byIp.release(place.ip)
    place.left = true
  }

  async function upgrade(
    server: Server,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    if (pathOf(request) !== path) {
      // Somebody else may be listening for it, as a development server does.
      if (server.listenerCount('upgrade') === 1) refuse(socket, 404)
      return
    }
    const drop = (): void => void socket.destroy()
    socket.on('error', drop)
    const place = takePlace(clientIp(ipOf(request)))
    if (typeof place === 'number') return refuse(socket, place)
    try {
      const verdict = await allowUpgrade(request)
      if (!verdict.ok || closed) {
        left(place)
        return refuse(socket, verdict.ok ? 503 : verdict.status)
      }
    } catch (error) {
      left(place)
      log.error({ error: errorFields(error) }, 'hub: could not judge a handshake')
      return refuse(socket, 503)
    }
    socket.off('error', drop)
    let accepted = false
    endpoint.handleUpgrade(request, socket, head, (ws) => {
      accepted = true
      accept({ ws, line: socket, request, place })
    })
    // ws answers a malformed handshake by itself and calls nobody back.
    if (!accepted) left(place)
  }

  return {
    known,
    left,
    attach(server: Server): void {
      const listener = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
        upgrade(server, request, socket, head).catch((error: unknown) => {
          log.error({ error: errorFields(error) }, 'hub: an upgrade failed')
          socket.destroy()
        })
      }
      server.on('upgrade', listener)
      detachers.push(() => server.off('upgrade', listener))
    },
    /** Refuses newcomers from here on. */
    close(): void {
      closed = true
    },
    /** After the last socket is gone. */
    detach(): void {
      for (const detach of detachers.splice(0)) detach()
    },
  }
}
