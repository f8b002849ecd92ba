// How a file comes in: a ticket for one file of one uploader, then its bytes. They are looked at, images are drawn anew,
// and only then is the file kept. Knows no transport.

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Attachment, UploadTicket } from '../../sdk/protocol/attachment.ts'
import { LIMITS } from '../../sdk/protocol/limits.ts'
import type { Database } from '../platform/database/database.ts'
import { errorFields } from '../platform/error-fields.ts'
import { fileName } from '../platform/files/file-name.ts'
import { lookAtFile } from '../platform/files/look-at-file.ts'
import type { Picture, Pictures, Raster } from '../platform/files/picture.ts'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import type { Scratch, Scratches } from '../platform/storage/scratch.ts'
import type { Storage } from '../platform/storage/storage.ts'
import { hashToken, newToken } from '../platform/token.ts'
import { ATTACHMENT_COLUMNS, type AttachmentRow, thumbKey, toAttachment } from './attachment-row.ts'

const TICKET_MINUTES = 10

/** Who hands a file over, and for what. */
export interface Uploader {
  workspaceId: string
  siteId: string
  conversationId: string
  kind: 'contact' | 'human' | 'ai' | 'bot'
  id: string
}

export interface AttachmentUploadDeps {
  db: Database
  log: Log
  storage: Storage
  scratches: Scratches
  pictures: Pictures
}

interface Kept {
  name: string
  type: string
  kind: Attachment['kind']
  size: number
  sha256: Buffer
  picture: Picture | null
}

export function createAttachmentUpload({ db, log, storage, scratches, pictures }: AttachmentUploadDeps) {
  /** The row the ticket is for; from here on nobody else can use it. */
  async function redeem(id: string, ticket: string, key: string): Promise<AttachmentRow> {
    const hash = hashToken(ticket)
    const [row] = await db.query<AttachmentRow>(
      // The key before its bytes: what a process that dies in between has kept is found by the purge.
      `update attachments set state = 'receiving', storage_key = $3
        where id = $1 and ticket_hash = $2 and state = 'asked' and ticket_expires_at > now()
        returning ${ATTACHMENT_COLUMNS}`,
      [id, hash, key],
    )
    if (row) return row
    // Whoever holds a ticket is told what is wrong with it, and only with it.
    const [held] = await db.query<{ id: string; state: string }>(
      'select id, state from attachments where ticket_hash = $1',
      [hash],
    )
    if (!held) throw new Problem('unauthenticated', 'Ask for an upload ticket first.')
    if (held.id !== id) throw new Problem('attachment-not-found')
    if (held.state !== 'asked') throw new Problem('attachment-used', 'Ask for a new one.')
    throw new Problem('link-expired', 'The upload ticket has run out. Ask for a new one.')
  }

  async function digestOf(file: string): Promise<Buffer> {
    const hash = createHash('sha256')
    for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
    return hash.digest()
  }

  /** Puts the file where it stays, under its key. */
  async function keep(scratch: Scratch, given: string, key: string): Promise<Kept> {
    const found = await lookAtFile(scratch.file, given)
    const { type, kind } = found
    const name = fileName(given, found)
    if (kind !== 'image') {
      await storage.put(key, createReadStream(scratch.file))
      return { name, type, kind, size: scratch.size, sha256: await digestOf(scratch.file), picture: null }
    }
    const picture = await pictures.redraw(scratch.file, type as Raster)
    const { data, thumb } = picture
    await storage.put(key, Readable.from([data]))
    await storage.put(thumbKey(key), Readable.from([thumb]))
    const sha256 = createHash('sha256').update(data).digest()
    return { name, type, kind, size: data.length, sha256, picture }
  }

  async function settle(id: string, kept: Kept): Promise<AttachmentRow> {
    const { picture } = kept
    const [row] = await db.query<AttachmentRow>(
      `update attachments set state = 'ready', name = $2, type = $3, kind = $4, size = $5::bigint,
              sha256 = $6, width = $7, height = $8, has_thumb = $9
        where id = $1 and state = 'receiving' returning ${ATTACHMENT_COLUMNS}`,
      [
        id,
        kept.name,
        kept.type,
        kept.kind,
        kept.size,
        kept.sha256,
        picture?.width ?? null,
        picture?.height ?? null,
        picture !== null,
      ],
    )
    if (!row) throw new Problem('attachment-not-found')
    return row
  }

  /** Nothing stays of what failed: neither bytes nor a row, nor a ticket to try again with. */
  async function forget(id: string, key: string): Promise<void> {
    const done = await Promise.allSettled([
      storage.delete(key),
      storage.delete(thumbKey(key)),
      db.query('delete from attachments where id = $1 returning id', [id]),
    ])
    // The daily purge finds the row; bytes without one are worth a line.
    for (const each of done)
      if (each.status === 'rejected')
        log.warn({ error: errorFields(each.reason), key }, 'attachments: what failed could not be removed')
  }

  /** @throws Problem `attachment-too-large` */
  function checkSize(size: number): void {
    const most = LIMITS.fileBytes / 1024 / 1024
    if (size > LIMITS.fileBytes)
      throw new Problem('attachment-too-large', `A file may have ${most} MB at most.`)
  }

  return {
    checkSize,

    /** A ticket for one file. @throws Problem `attachment-too-large` */
    async ask(uploader: Uploader, { name, size }: { name: string; size: number }): Promise<UploadTicket> {
      checkSize(size)
      const ticket = newToken()
      const { workspaceId, siteId, conversationId, kind, id: uploaderId } = uploader
      const [row] = await db.query<{ id: string; ticket_expires_at: Date }>(
        `insert into attachments (id, workspace_id, site_id, conversation_id, uploader_kind, uploader_id, ticket_hash,
                                  ticket_expires_at, name, size)
         values ($1, $2, $3, $4, $5, $6, $7, now() + interval '${TICKET_MINUTES} minutes', $8, $9::bigint)
         returning id, ticket_expires_at`,
        // Random all over: an id says nothing of the ids beside it.
        [randomUUID(), workspaceId, siteId, conversationId, kind, uploaderId, hashToken(ticket), name, size],
      )
      return {
        id: row!.id,
        url: `/support/widget/attachments/${row!.id}`,
        ticket,
        expires_at: row!.ticket_expires_at.toISOString(),
      }
    },

    /**
     * Takes the bytes of a ticket. All or nothing: what is refused or cut off leaves nothing behind.
     * @param length as announced by the sender's Content-Length
     * @throws Problem `unauthenticated`, `attachment-not-found`, `attachment-used`, `link-expired`,
     * `attachment-too-large`, `attachment-refused`, `busy`, `unavailable`
     */
    async receive(id: string, ticket: string, bytes: Readable, length: number): Promise<Attachment> {
      const key = randomUUID()
      const row = await redeem(id, ticket, key)
      try {
        const limit = Number(row.size)
        if (length > limit)
          throw new Problem(
            'attachment-too-large',
            `The ticket is for ${limit} bytes, and these are ${length}.`,
          )
        await using scratch = await scratches.take(bytes, limit)
        if (scratch.size === 0) throw new Problem('attachment-refused', 'The file is empty.')
        return toAttachment(await settle(id, await keep(scratch, row.name, key)))
      } catch (error) {
        await forget(id, key)
        throw error
      }
    },
  }
}

export type AttachmentUpload = ReturnType<typeof createAttachmentUpload>
