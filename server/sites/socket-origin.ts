// Which pages may open a socket: the console's own, and those of a site that lists their origin.
// WebSockets know no CORS; without this any page could speak with a signed-in agent's cookie.

import type { IncomingMessage } from 'node:http'
import { isOriginAllowed } from '../platform/http/origin-rule.ts'
import type { UpgradeVerdict } from '../platform/hub/hub-options.ts'
import type { Site, Sites } from './site.service.ts'

export function createSocketOrigins({
  sites,
  publicUrl,
}: {
  sites: Pick<Sites, 'byOrigin'>
  publicUrl: string
}) {
  const own = new URL(publicUrl).origin

  /** Of the server itself, under its public name or the one this request used. Absent: no browser. */
  function isOwnPage({ headers }: IncomingMessage): boolean {
    const { origin, host } = headers
    if (origin === undefined || origin === own) return true
    return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
  }

  return {
    isOwnPage,
    /** Before the upgrade: is this a page of any of our sites? Which one, hello will say. */
    async allowUpgrade(request: IncomingMessage): Promise<UpgradeVerdict> {
      if (isOwnPage(request)) return { ok: true }
      const site = await sites.byOrigin(request.headers.origin!)
      return site ? { ok: true } : { ok: false, status: 403 }
    },
    /** At a visitor's hello: may this page use the site it names? */
    maySpeakFor: (request: IncomingMessage, site: Pick<Site, 'allowedOrigins'>): boolean =>
      isOwnPage(request) || isOriginAllowed(site.allowedOrigins, request.headers.origin!),
  }
}

export type SocketOrigins = ReturnType<typeof createSocketOrigins>
