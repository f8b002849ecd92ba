// What a visitor does with tickets: sends one, looks for one, answers it, and shows with a mailed code that it is theirs.

import type { TicketCreated } from '../protocol/ticket.ts'
import { ApiError } from './api-error.ts'
import { clientId } from './client-id.ts'
import type { Rest } from './rest.ts'
import type { VisitorClient } from './visitor-client.api.ts'

interface VisitorTicketDeps {
  rest: Rest
  /** Of the visitor's session, where there is one. */
  token(): Promise<string | undefined>
  site: string
  locale?: string | undefined
}

export function createVisitorTickets({
  rest,
  token: tokenOf,
  site,
  locale,
}: VisitorTicketDeps): VisitorClient['tickets'] {
  return {
    /** Under the visitor's session where there is one, so that the ticket stands among their conversations. */
    async create(ticket): Promise<TicketCreated> {
      const body = { cid: clientId(), ...ticket, site, locale }
      const token = await tokenOf()
      try {
        return await rest('POST', '/tickets', { body, token })
      } catch (error) {
        if (!token || !(error instanceof ApiError && error.code === 'unauthenticated')) throw error
        return rest('POST', '/tickets', { body })
      }
    },
    // The token goes as a header: addresses are written into logs.
    status: ({ access, ...query }) => rest('GET', '/tickets/status', { query, token: access }),
    reply: (reply) => rest('POST', '/tickets/reply', { body: { ...reply, site } }),
    requestCode: (wanted) => rest('POST', '/tickets/code', { body: { locale, ...wanted, site } }),
    redeemCode: (given) => rest('POST', '/tickets/access', { body: { ...given, site } }),
  }
}
