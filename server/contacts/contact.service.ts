// Customers as far as they told us who they are. An unverified e-mail is a label and never joins people.

import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { defineContact } from './contact.model.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** Somebody goes by another name, or e-mail. */
    'contact.changed': { workspaceId: string; contactId: string }
  }
}

export interface Contact {
  id: string
  name: string
  email: string | null
}

export interface NewContact {
  workspaceId: string
  siteId: string
  name?: string | undefined
  email?: string | null | undefined
  locale?: string | null | undefined
}

export function createContacts({ db, bus }: { db: Database; bus: Pick<Bus, 'emit'> }) {
  const model = defineContact(db.sequelize)

  return {
    async create(input: NewContact, transaction?: Transaction): Promise<Contact> {
      const row = await model.create(
        {
          id: uuidv7(),
          workspaceId: input.workspaceId,
          siteId: input.siteId,
          name: input.name ?? '',
          email: input.email ?? null,
          locale: input.locale ?? null,
        },
        { transaction: transaction ?? null },
      )
      return { id: row.id, name: row.name, email: row.email }
    },

    /** Creates the contact with a given id, once. */
    async ensure(input: NewContact & { id: string }): Promise<void> {
      await db.query(
        `insert into contacts (id, workspace_id, site_id, name, email, locale) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing returning id`,
        [
          input.id,
          input.workspaceId,
          input.siteId,
          input.name ?? '',
          input.email ?? null,
          input.locale ?? null,
        ],
      )
    },

    async get(workspaceId: string, id: string, transaction?: Transaction): Promise<Contact> {
      const row = await model.findOne({ where: { id, workspaceId }, transaction: transaction ?? null })
      if (!row) throw new Problem('not-found')
      return { id: row.id, name: row.name, email: row.email }
    },

    /** Fields left out stay as they are, and so does what a signed token has said: nobody types another over it. */
    async update(
      workspaceId: string,
      id: string,
      change: { name?: string | undefined; email?: string | undefined },
      transaction?: Transaction,
    ): Promise<Contact> {
      const [contact] = await db.query<Contact>(
        `update contacts
            set name = case when identity->>'name' is null then coalesce($3, name) else name end,
                email = case when identity->>'email' is null then coalesce($4, email) else email end
          where workspace_id = $1 and id = $2 returning id, name, email`,
        [workspaceId, id, change.name ?? null, change.email ?? null],
        transaction,
      )
      if (!contact) throw new Problem('not-found')
      const tell = () => bus.emit('contact.changed', { workspaceId, contactId: id })
      if (transaction) transaction.afterCommit(tell)
      else tell()
      return contact
    },
  }
}

export type Contacts = ReturnType<typeof createContacts>
