// Which files are taken in, and what each is called. The one list; everything that is not on it is refused.

import type { Attachment } from '../../../sdk/protocol/attachment.ts'

export interface FileKind {
  /** Media type it is served as. */
  type: string
  kind: Attachment['kind']
  /** Endings a name may keep; the first is given to names without one of them. */
  endings: readonly [string, ...string[]]
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN = 'application/vnd.oasis.opendocument'

/** By the media type found in the bytes. Raster images are drawn anew, so `image` may be shown; the rest is not. */
export const FILE_KINDS: Readonly<Record<string, FileKind>> = {
  'image/png': { type: 'image/png', kind: 'image', endings: ['png'] },
  // Drawn anew it is a still picture.
  'image/apng': { type: 'image/png', kind: 'image', endings: ['png'] },
  'image/jpeg': { type: 'image/jpeg', kind: 'image', endings: ['jpg', 'jpeg'] },
  'image/gif': { type: 'image/gif', kind: 'image', endings: ['gif'] },
  'image/webp': { type: 'image/webp', kind: 'image', endings: ['webp'] },
  'application/pdf': { type: 'application/pdf', kind: 'file', endings: ['pdf'] },
  'text/plain': { type: 'text/plain', kind: 'file', endings: ['txt', 'log'] },
  'text/csv': { type: 'text/csv', kind: 'file', endings: ['csv'] },
  'audio/mpeg': { type: 'audio/mpeg', kind: 'audio', endings: ['mp3'] },
  'audio/x-m4a': { type: 'audio/mp4', kind: 'audio', endings: ['m4a'] },
  'audio/mp4': { type: 'audio/mp4', kind: 'audio', endings: ['m4a'] },
  'audio/ogg': { type: 'audio/ogg', kind: 'audio', endings: ['ogg', 'oga', 'opus'] },
  'video/mp4': { type: 'video/mp4', kind: 'video', endings: ['mp4', 'm4v'] },
  'video/x-m4v': { type: 'video/mp4', kind: 'video', endings: ['mp4', 'm4v'] },
  'video/webm': { type: 'video/webm', kind: 'video', endings: ['webm'] },
  [`${OFFICE}.wordprocessingml.document`]: file(`${OFFICE}.wordprocessingml.document`, 'docx'),
  [`${OFFICE}.spreadsheetml.sheet`]: file(`${OFFICE}.spreadsheetml.sheet`, 'xlsx'),
  [`${OFFICE}.presentationml.presentation`]: file(`${OFFICE}.presentationml.presentation`, 'pptx'),
  [`${OPEN}.text`]: file(`${OPEN}.text`, 'odt'),
  [`${OPEN}.spreadsheet`]: file(`${OPEN}.spreadsheet`, 'ods'),
  [`${OPEN}.presentation`]: file(`${OPEN}.presentation`, 'odp'),
}

function file(type: string, ending: string): FileKind {
  return { type, kind: 'file', endings: [ending] }
}

export const ACCEPTED =
  'Images (PNG, JPEG, GIF, WebP), PDF, text (TXT, CSV), sound (MP3, M4A, OGG), video (MP4, WebM) and office files ' +
  '(DOCX, XLSX, PPTX, ODT, ODS, ODP) are accepted.'
