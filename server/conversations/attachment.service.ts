// Files and the messages they stand in: bound in the transaction of the message, taken off the disk when it is deleted,
// and when nobody has sent them for a day.

import type { Attachment } from '../../sdk/protocol/attachment.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { Problem } from '../platform/problem.ts'
import type { Scratches } from '../platform/storage/scratch.ts'
import type { Storage } from '../platform/storage/storage.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { ATTACHMENT_COLUMNS, type AttachmentRow, thumbKey, toAttachment } from './attachment-row.ts'

declare module '../platform/jobs/jobs.ts' {
  interface JobPayloads {
    /** Takes files off the disk whose message was deleted. */
    'attachments.remove': { workspace_id: string; ids: string[] }
    /** Takes away what was never sent. */
    'attachments.purge': Record<string, never>
  }
}

const HOUR = 3_600_000
const AT_ONCE = 200
const MOST_ATTEMPTS = 20

/** Where files go, and whose they must be. */
export interface Binding {
  workspaceId: string
  conversationId: string
  uploaderIds: readonly string[]
  /** What they were uploaded for, where that is not the conversation. */
  from?: string
  /** Into a note: the customer never gets them. */
  isPrivate?: boolean
}

export interface AttachmentsDeps {
  db: Database
  jobs: Jobs
  storage: Storage
  scratches: Pick<Scratches, 'sweep'>
  clock: () => Date
}

export function createAttachments({ db, jobs, storage, scratches, clock }: AttachmentsDeps) {
  const isShared = async (id: string, key: string): Promise<boolean> =>
    (await db.query('select 1 from attachments where storage_key = $1 and id <> $2 limit 1', [key, id]))
      .length > 0

  /** First the bytes: a row without bytes is found again, bytes without a row never. */
  async function removeFiles(rows: readonly Pick<AttachmentRow, 'id' | 'storage_key'>[]): Promise<void> {
    for (const { id, storage_key: key } of rows) {
      // The bytes go with the last row that stands on them.
      if (key && !(await isShared(id, key))) {
        await storage.delete(key)
        await storage.delete(thumbKey(key))
      }
      await db.query(`delete from attachments where id = $1 and state = 'gone' returning id`, [id])
    }
  }

  jobs.handle('attachments.remove', async ({ workspace_id, ids }) => {
    await removeFiles(
      await db.query<AttachmentRow>(
        `select id, storage_key from attachments
          where workspace_id = $1 and id = any($2::uuid[]) and state = 'gone'`,
        [workspace_id, ids],
      ),
    )
  })

  /** Marked first, so that none of them can be bound any more. Of all workspaces: it is the house's own cleaning. */
  async function purge(): Promise<number> {
    const rows = await db.query<AttachmentRow>(
      `update attachments set state = 'gone'
        where id in (select id from attachments
                      where state <> 'bound' and created_at < now() - interval '24 hours'
                        and not (state = 'ready' and exists (
                          select from scheduled_messages s where s.state = 'waiting' and attachments.id = any(s.attachments)))
                      order by created_at limit ${AT_ONCE} for update skip locked)
        returning id, storage_key`,
    )
    await removeFiles(rows)
    return rows.length
  }

  /** One for all nodes: a waiting one is moved, not joined by another. */
  const schedule = (): Promise<void> =>
    jobs.add(
      'attachments.purge',
      {},
      {
        key: 'attachments.purge',
        runAt: new Date(clock().getTime() + HOUR),
        maxAttempts: MOST_ATTEMPTS,
      },
    )

  jobs.handle('attachments.purge', async () => {
    await schedule()
    while ((await purge()) === AT_ONCE);
    await scratches.sweep(24 * HOUR)
  })

  return {
    schedule,
    purge,

    /**
     * Puts uploaded files into a message of this conversation, in the order of the ids.
     * @throws Problem `attachment-not-found` when one is missing, somebody else's, or in a message already
     */
    async bind(ids: readonly string[], to: Binding, transaction: Transaction): Promise<Attachment[]> {
      const rows = await db.query<AttachmentRow>(
        `update attachments set state = 'bound', conversation_id = $2, is_private = $6
          where workspace_id = $1 and conversation_id = $3 and uploader_id = any($4::uuid[]) and id = any($5::uuid[])
            and state = 'ready'
          returning ${ATTACHMENT_COLUMNS}`,
        [
          to.workspaceId,
          to.conversationId,
          to.from ?? to.conversationId,
          to.uploaderIds,
          ids,
          to.isPrivate ?? false,
        ],
        transaction,
      )
      const found = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => {
        const row = found.get(id)
        if (!row)
          throw new Problem('attachment-not-found', 'One of the files is no longer there. Add it again.')
        return toAttachment(row)
      })
    },

    /** Of a copied message: rows of their own on the same bytes. Those that are gone are left out. */
    async copy(
      files: readonly Attachment[],
      { from, to }: { from: string; to: string },
      transaction: Transaction,
    ): Promise<Attachment[]> {
      const rows = await db.query<AttachmentRow & { copy_of: string }>(
        `with given as (
           select * from unnest($3::uuid[], $4::uuid[]) as g (id, copy_id)
         ), made as (
           insert into attachments (id, workspace_id, site_id, conversation_id, uploader_kind, uploader_id, ticket_hash,
                                    ticket_expires_at, state, name, size, type, kind, width, height, has_thumb,
                                    storage_key, sha256)
           select g.copy_id, workspace_id, site_id, $2, uploader_kind, uploader_id,
                  sha256(convert_to(gen_random_uuid()::text, 'UTF8')), now(), state, name, size, type, kind, width, height,
                  has_thumb, storage_key, sha256
             from attachments a join given g using (id) where a.conversation_id = $1 and a.state = 'bound'
           returning ${ATTACHMENT_COLUMNS}
         )
         select made.*, given.id as copy_of from made join given on given.copy_id = made.id`,
        [from, to, files.map(({ id }) => id), files.map(() => uuidv7())],
        transaction,
      )
      const byOrigin = new Map(rows.map((row) => [row.copy_of, row]))
      return files.flatMap(({ id }) => {
        const row = byOrigin.get(id)
        return row ? [toAttachment(row)] : []
      })
    },

    /** Their message is deleted: from the commit on nobody gets them, and their bytes go. */
    async discard(
      at: { workspaceId: string; conversationId: string },
      ids: readonly string[],
      transaction: Transaction,
    ): Promise<void> {
      if (ids.length === 0) return
      await db.query(
        `update attachments set state = 'gone'
          where workspace_id = $1 and conversation_id = $2 and id = any($3::uuid[]) returning id`,
        [at.workspaceId, at.conversationId, ids],
        transaction,
      )
      const payload = { workspace_id: at.workspaceId, ids: [...ids] }
      await jobs.add('attachments.remove', payload, { maxAttempts: MOST_ATTEMPTS }, transaction)
    },
  }
}

export type Attachments = ReturnType<typeof createAttachments>
