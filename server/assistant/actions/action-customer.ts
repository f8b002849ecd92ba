// Whose conversation a call is about, as the server knows it at that moment. A name or e-mail somebody typed is no proof.

import type { Database } from '../../platform/database/database.ts'
import type { BoundContact } from './tool-call.ts'

interface CustomerRow {
  contact_id: string
  assignment_epoch: number
  external_id: string | null
  email: string | null
  identity: { email?: string; email_verified?: boolean } | null
}

export interface ActionCustomer {
  contact: BoundContact
  epoch: number
}

export function createActionCustomers({ db }: { db: Pick<Database, 'query'> }) {
  return async function customerOf(
    workspaceId: string,
    conversationId: string,
  ): Promise<ActionCustomer | null> {
    const [row] = await db.query<CustomerRow>(
      `select c.contact_id, c.assignment_epoch, k.external_id, k.email, k.identity
         from conversations c join contacts k on k.id = c.contact_id
        where c.workspace_id = $1 and c.id = $2`,
      [workspaceId, conversationId],
    )
    if (!row) return null
    const { external_id: externalId, identity, email } = row
    const proven = identity?.email_verified === true && identity.email === email
    return {
      contact: {
        id: row.contact_id,
        externalId,
        email: proven ? email : null,
        // Vouched for by a token the site has signed.
        verified: externalId !== null,
      },
      epoch: row.assignment_epoch,
    }
  }
}

export type CustomerOf = ReturnType<typeof createActionCustomers>
