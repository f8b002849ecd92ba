// A file, to whoever holds a signed address of it. Whatever it is, nothing in it may act as a page.

import { pipeline } from 'node:stream/promises'
import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import { FOREIGN_BYTES } from '../platform/http/foreign-bytes.ts'
import type { RateLimits } from '../platform/http/rate-limit.ts'
import { Problem } from '../platform/problem.ts'
import type { ByteRange } from '../platform/storage/storage.ts'
import type { AttachmentLinks, Size } from './attachment-links.ts'
import type { AttachmentRow } from './attachment-row.ts'

const Address = z.object({
  id: z.uuid(),
  size: z.enum(['whole', 'thumb']).default('whole'),
  expires: z.coerce.number().int().positive(),
  signature: z.string().max(100),
})
const SECONDS = 900

/** Only what was drawn anew here may be shown where it stands; everything else is saved. */
function describe(response: Response, { name, type, kind }: AttachmentRow, size: Size): void {
  // RFC 6266, with the name in RFC 8187's coding where it needs one.
  response.attachment(name)
  const disposition = String(response.get('Content-Disposition'))
  response.set({
    ...FOREIGN_BYTES,
    'Cache-Control': `private, max-age=${SECONDS}`,
    'Content-Disposition': kind === 'image' ? disposition.replace(/^attachment/, 'inline') : disposition,
    'Content-Type':
      size === 'thumb' ? 'image/webp' : type!.startsWith('text/') ? `${type}; charset=utf-8` : type!,
  })
}

/** One stretch, as players ask for; of several asked for at once, all is sent (RFC 9110 §14.2). */
function rangeOf(request: Request, size: number): ByteRange | null {
  const ranges = request.range(size)
  if (ranges === undefined || ranges === -2 || request.get('if-range')) return null
  if (ranges === -1) throw new RangeError()
  return ranges.length === 1 && ranges.type === 'bytes' ? ranges[0]! : null
}

export interface AttachmentDownloadOptions {
  links: AttachmentLinks
  limits: Pick<RateLimits, 'limit'>
}

export function attachmentDownload({ links, limits }: AttachmentDownloadOptions): Router {
  const router = Router()
  router.get('/:id/:name', limits.limit('files'), async function download(request: Request, response) {
    const asked = Address.safeParse({ ...request.query, id: request.params.id })
    if (!asked.success) throw new Problem('link-expired')
    const { size } = asked.data
    const row = await links.open(asked.data)
    describe(response, row, size)
    // A thumbnail's length is not kept; it is small, and goes in one piece.
    const length = size === 'whole' ? Number(row.size) : null
    let range: ByteRange | null = null
    if (length !== null) {
      response.set('Accept-Ranges', 'bytes')
      try {
        range = rangeOf(request, length)
      } catch {
        response.status(416).set('Content-Range', `bytes */${length}`).end()
        return
      }
      if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${length}`)
      response.set('Content-Length', String(range ? range.end - range.start + 1 : length))
    }
    if (request.method === 'HEAD') {
      response.end()
      return
    }
    const bytes = await links.read(row, size, range ?? undefined)
    // Who leaves in the middle of a film is no fault.
    await pipeline(bytes, response).catch((error: { code?: string }) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    })
  })
  return router
}
