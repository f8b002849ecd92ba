// Tells a customer by mail that their ticket is there; written in the ticket's own transaction.

import type { Transaction } from '../platform/database/database.ts'
import { isOriginAllowed } from '../platform/http/origin-rule.ts'
import type { Mail } from '../platform/mail/mail.service.ts'
import type { Site } from '../sites/site.service.ts'
import type { ConversationRow } from './conversation-row.ts'
import { ticketMail } from './ticket-mail-words.ts'

export type OpenedTicketNews = Pick<
  ConversationRow,
  'id' | 'workspace_id' | 'site_id' | 'reference' | 'locale' | 'page'
>

/** The page as a link that may stand in a mail: the site's own, and nothing that could hold a secret or another's words. */
function pageOf(site: Pick<Site, 'allowedOrigins'>, page: ConversationRow['page']): string | null {
  if (!page || !URL.canParse(page.url)) return null
  const { origin, pathname } = new URL(page.url)
  return isOriginAllowed(site.allowedOrigins, origin) ? origin + pathname : null
}

export interface TicketMailDeps {
  mail: Pick<Mail, 'enabled' | 'send'>
  site: (id: string) => Promise<Pick<Site, 'name' | 'locale' | 'allowedOrigins'> | null>
}

/** Null where the server sends no mail. */
export function createTicketMail({ mail, site: siteOf }: TicketMailDeps) {
  if (!mail.enabled) return null
  return async function tellOfTicket(
    ticket: OpenedTicketNews,
    to: string,
    transaction: Transaction,
  ): Promise<void> {
    const site = await siteOf(ticket.site_id)
    if (!site) return
    const { reference } = ticket
    const words = ticketMail(ticket.locale ?? site.locale, {
      reference,
      site: site.name,
      page: pageOf(site, ticket.page),
    })
    const about = { workspaceId: ticket.workspace_id, to, kind: 'ticket', fromName: site.name }
    await mail.send({ ...about, ...words, key: `ticket ${ticket.id}` }, transaction)
  }
}

export type TicketMail = ReturnType<typeof createTicketMail>
