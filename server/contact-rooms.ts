// The rooms of customers: who they are, what vouches for them, what their pages and browsers tell.

import { createContacts } from './contacts/contact.service.ts'
import { createContactActivity } from './contacts/contact-activity.service.ts'
import { createIdentities } from './contacts/identity.service.ts'
import { createVisits } from './contacts/visit.service.ts'
import { createVisitorSessions } from './contacts/visitor-session.service.ts'
import { createConversationMove } from './conversations/conversation-move.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Database } from './platform/database/database.ts'
import { createIdentityKeys } from './sites/identity-key.service.ts'
import { createIdentityTokens } from './sites/identity-token.ts'
import type { Sites } from './sites/site.service.ts'

export interface ContactRoomsDeps {
  db: Database
  bus: Bus
  clock: () => Date
  sites: Pick<Sites, 'get'>
  /** As users reach the server. */
  publicUrl: string
}

export function createContactRooms({ db, bus, clock, sites, publicUrl }: ContactRoomsDeps) {
  const contacts = createContacts({ db, bus })
  const visitorSessions = createVisitorSessions({ db, bus, contacts, clock })
  const identityKeys = createIdentityKeys({ db })
  return {
    contacts,
    visitorSessions,
    contactActivity: createContactActivity({ db }),
    visits: createVisits({
      db,
      bus,
      clock,
      async keepsPage(siteId, origin) {
        const site = await sites.get(siteId)
        if (!site?.settings.page_history) return false
        // The help centre carries the widget, too. A site without a list is at work on itself, or behind our own name.
        const { allowedOrigins } = site
        return allowedOrigins.length === 0 || allowedOrigins.includes(origin) || origin === publicUrl
      },
    }),
    identityKeys,
    identityTokens: createIdentityTokens({ keys: identityKeys, clock }),
    identities: createIdentities({
      db,
      bus,
      keys: identityKeys,
      visitorSessions,
      // Conversations rank higher, so what becomes of them is handed in.
      moveConversations: createConversationMove({ db }),
    }),
  }
}
