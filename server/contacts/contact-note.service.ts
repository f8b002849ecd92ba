// Notes the team keeps about a customer. Anybody on the team writes and takes away; a customer never sees them.

import {
  type ContactNote,
  MOST_CONTACT_NOTES,
  type WriteContactNote,
} from '../../sdk/protocol/contact-note.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'

interface NoteRow {
  id: string
  body: string
  author_id: string
  author_name: string
  created_at: Date
}

const noteOf = (row: NoteRow): ContactNote => ({
  id: row.id,
  body: row.body,
  author: { id: row.author_id, name: row.author_name },
  at: row.created_at.toISOString(),
})

const COLUMNS = `note.id, note.body, note.author_id, author.name as author_name, note.created_at
  from contact_notes note join agents author on author.id = note.author_id`

export interface NoteAbout {
  workspaceId: string
  contactId: string
}

export function createContactNotes({ db }: { db: Pick<Database, 'query'> }) {
  async function mustExist({ workspaceId, contactId }: NoteAbout): Promise<void> {
    const [found] = await db.query<{ id: string }>(
      'select id from contacts where workspace_id = $1 and id = $2',
      [workspaceId, contactId],
    )
    if (!found) throw new Problem('not-found', 'There is no such customer.')
  }

  return {
    /** Newest first. @throws Problem `not-found` */
    async list(about: NoteAbout): Promise<ContactNote[]> {
      await mustExist(about)
      const rows = await db.query<NoteRow>(
        `select ${COLUMNS} where note.workspace_id = $1 and note.contact_id = $2
         order by note.created_at desc, note.id desc limit ${MOST_CONTACT_NOTES}`,
        [about.workspaceId, about.contactId],
      )
      return rows.map(noteOf)
    },

    /** A repeat gives back what the first one wrote. @throws Problem `not-found`, `invalid-request` */
    async add(
      { workspaceId, contactId, authorId }: NoteAbout & { authorId: string },
      { id, body }: WriteContactNote,
    ): Promise<ContactNote> {
      await mustExist({ workspaceId, contactId })
      await db.query(
        `insert into contact_notes (id, workspace_id, contact_id, author_id, body)
         select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5
          where (select count(*) from contact_notes where contact_id = $3) < ${MOST_CONTACT_NOTES}
         on conflict (id) do nothing returning id`,
        [id, workspaceId, contactId, authorId, body],
      )
      const [row] = await db.query<NoteRow>(
        `select ${COLUMNS} where note.workspace_id = $1 and note.contact_id = $2 and note.id = $3`,
        [workspaceId, contactId, id],
      )
      if (!row)
        throw new Problem(
          'invalid-request',
          `A customer has at most ${MOST_CONTACT_NOTES} notes. Take one away first.`,
        )
      return noteOf(row)
    },

    /** What is gone already is no fault. Whether it was there. */
    async remove({ workspaceId, contactId }: NoteAbout, id: string): Promise<boolean> {
      const rows = await db.query(
        `delete from contact_notes
          where workspace_id = $1 and contact_id = $2 and id = $3 returning id`,
        [workspaceId, contactId, id],
      )
      return rows.length > 0
    },
  }
}

export type ContactNotes = ReturnType<typeof createContactNotes>
