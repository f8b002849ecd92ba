// A row of `attachments` as PostgreSQL returns it, and what the protocol makes of it.

import type { Attachment } from '../../sdk/protocol/attachment.ts'

export interface AttachmentRow {
  id: string
  workspace_id: string
  site_id: string
  conversation_id: string
  uploader_kind: 'contact' | 'human' | 'ai' | 'bot'
  uploader_id: string
  state: 'asked' | 'receiving' | 'ready' | 'bound' | 'gone'
  name: string
  /** bigint: node-postgres gives text. */
  size: string
  type: string | null
  kind: Attachment['kind'] | null
  width: number | null
  height: number | null
  has_thumb: boolean
  storage_key: string | null
}

export const ATTACHMENT_COLUMNS =
  'id, workspace_id, site_id, conversation_id, uploader_kind, uploader_id, state, name, size, type, kind, width, ' +
  'height, has_thumb, storage_key'

export const thumbKey = (key: string): string => `${key}-thumb`

/** Of a row whose file is there. */
export const toAttachment = ({ id, name, type, size, kind, width, height }: AttachmentRow): Attachment => ({
  id,
  name,
  type: type!,
  size: Number(size),
  kind: kind!,
  ...(width !== null && height !== null && { width, height }),
})
