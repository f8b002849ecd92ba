// The address of whoever is at the other end, for requests Express never sees: the handshakes of sockets.

import type { IncomingMessage } from 'node:http'
import type { Express } from 'express'

/** As Express compiles `trust proxy`: is the n-th address from here a proxy of ours? */
type Trust = (address: string, hop: number) => boolean

/** Follows `X-Forwarded-For` exactly as far as the app's own `trust proxy` says, as `req.ip` does. */
export function requestIpOf(app: Express): (request: IncomingMessage) => string {
  return function requestIp(request) {
    const trust: Trust = app.get('trust proxy fn')
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    const hops = [
      request.socket.remoteAddress ?? '',
      ...forwarded
        .map((hop) => hop.trim())
        .filter(Boolean)
        .reverse(),
    ]
    return hops.find((address, hop) => !trust(address, hop)) ?? hops.at(-1)!
  }
}
