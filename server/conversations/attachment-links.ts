// Addresses of files, good for a quarter of an hour for whoever has them, and what they lead to. Who may have one is
// decided before.

import type { Readable } from 'node:stream'
import type { AttachmentLink } from '../../sdk/protocol/attachment.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Signing } from '../platform/signing.ts'
import type { ByteRange, Storage } from '../platform/storage/storage.ts'
import { ATTACHMENT_COLUMNS, type AttachmentRow, thumbKey } from './attachment-row.ts'
import type { Side } from './conversation-row.ts'

const LIFE_MS = 15 * 60_000
/** Within so long a file keeps its address, so that a browser which has it need not fetch it again. */
const STEADY_MS = 5 * 60_000
const PURPOSE = 'attachment'

export type Size = 'whole' | 'thumb'
export interface Asked {
  id: string
  size: Size
  /** Seconds since 1970, as in the address. */
  expires: number
  signature: string
}

/** Somebody who may read the conversation. */
export interface Reader {
  side: Side
  workspaceId: string
  conversationId: string
  uploaderId: string
}

export interface AttachmentLinksDeps {
  db: Database
  storage: Storage
  signing: Signing
  clock: () => Date
  /** Of this server, as browsers reach it. */
  publicUrl: string
}

export function createAttachmentLinks({ db, storage, signing, clock, publicUrl }: AttachmentLinksDeps) {
  const textOf = ({ id, size, expires }: Omit<Asked, 'signature'>): string => `${id} ${size} ${expires}`

  async function address(id: string, size: Size, name: string, expires: number): Promise<string> {
    const signature = await signing.sign(PURPOSE, textOf({ id, size, expires }))
    const url = new URL(`/support/attachments/${id}/${encodeURIComponent(name)}`, publicUrl)
    url.search = new URLSearchParams({
      ...(size === 'thumb' && { size }),
      expires: String(expires),
      signature,
    }).toString()
    return url.href
  }

  async function linkTo({ id, name, has_thumb }: AttachmentRow): Promise<AttachmentLink> {
    const expires = (Math.floor(clock().getTime() / STEADY_MS) * STEADY_MS + LIFE_MS) / 1000
    return {
      id,
      url: await address(id, 'whole', name, expires),
      thumb_url: has_thumb ? await address(id, 'thumb', name, expires) : null,
      expires_at: new Date(expires * 1000).toISOString(),
    }
  }

  return {
    /** Of those that are there: in the conversation's messages, or uploaded for it by the one who asks. */
    async of(at: Reader, ids: readonly string[]): Promise<AttachmentLink[]> {
      const rows = await db.query<AttachmentRow>(
        `select ${ATTACHMENT_COLUMNS} from attachments
          where workspace_id = $1 and conversation_id = $2 and id = any($3::uuid[])
            and (state = 'bound' or (state = 'ready' and uploader_id = $4)) and (not is_private or $5)`,
        [at.workspaceId, at.conversationId, ids, at.uploaderId, at.side === 'agent'],
      )
      return Promise.all(rows.map(linkTo))
    },

    /**
     * What an address leads to. No workspace narrows it: the signature says that it was given to somebody who may.
     * @throws Problem `link-expired` for an old or altered one, `attachment-not-found` for what is gone
     */
    async open(asked: Asked): Promise<AttachmentRow> {
      const { signature, ...rest } = asked
      const isRight = await signing.verify(PURPOSE, textOf(rest), signature)
      if (!isRight || rest.expires * 1000 <= clock().getTime())
        throw new Problem('link-expired', 'Go back to the conversation and open the file from there.')
      const [row] = await db.query<AttachmentRow>(
        `select ${ATTACHMENT_COLUMNS} from attachments where id = $1 and state in ('ready', 'bound')`,
        [asked.id],
      )
      if (!row || (asked.size === 'thumb' && !row.has_thumb)) throw new Problem('attachment-not-found')
      return row
    },

    read: ({ storage_key: key }: AttachmentRow, size: Size, range?: ByteRange): Promise<Readable> =>
      storage.read(size === 'thumb' ? thumbKey(key!) : key!, range),
  }
}

export type AttachmentLinks = ReturnType<typeof createAttachmentLinks>
