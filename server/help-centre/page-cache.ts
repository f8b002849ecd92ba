// Made pages, kept while what they are made of stays the same: bounded by bytes, compressed once in each form, and known
// to browsers by their digest. Knows nothing of help.

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'

export interface MadePage {
  status: number
  type: string
  body: Buffer
  /** Weak: the same in every compressed form (RFC 9110 §8.8.1). */
  etag: string
  forms: Map<string, Promise<Buffer>>
}

const FORMS = {
  // Beyond 5 the time rises at once and the size hardly falls.
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const

/** In one packet either way. */
const TOO_SHORT = 600

export function madePage(text: string, { status = 200, type = 'html' } = {}): MadePage {
  const body = Buffer.from(text)
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return { status, type, body, etag: `W/"${digest}"`, forms: new Map() }
}

function compressed(page: MadePage, encoding: keyof typeof FORMS): Promise<Buffer> {
  const known = page.forms.get(encoding)
  if (known) return known
  const form = FORMS[encoding](page.body)
  page.forms.set(encoding, form)
  form.catch(() => page.forms.delete(encoding))
  return form
}

/** Nothing on a help page is secret, so compressing it tells nobody anything. */
export async function sendPage(request: Request, response: Response, page: MadePage): Promise<void> {
  response.status(page.status).type(page.type).vary('Accept-Encoding').set('ETag', page.etag)
  if (page.status === 200 && request.fresh) {
    response.status(304).end()
    return
  }
  // Asked one by one: browsers name gzip first, and that would win among equals.
  const encoding = (['br', 'gzip'] as const).find((name) => request.acceptsEncodings(name))
  const plain = !encoding || page.body.length < TOO_SHORT
  if (!plain) response.set('Content-Encoding', encoding)
  const body = plain ? page.body : await compressed(page, encoding)
  response.set('Content-Length', String(body.length))
  // Not by `send`, which would hash it once more.
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** @param bytes of plain text in all; compressed forms come on top, at about a third */
export function createPageCache({ bytes = 48 * 1024 * 1024 } = {}) {
  const held = new Map<string, Promise<MadePage>>()
  const sizes = new Map<string, number>()
  let total = 0

  function drop(key: string): void {
    held.delete(key)
    total -= sizes.get(key) ?? 0
    sizes.delete(key)
  }

  return {
    /** Many that ask for one page at once wait for one making of it. */
    get(key: string, make: () => Promise<MadePage>): Promise<MadePage> {
      const known = held.get(key)
      if (known) {
        // The last asked for stands last, and the first is dropped first.
        held.delete(key)
        held.set(key, known)
        return known
      }
      const making = make()
      held.set(key, making)
      making.then(
        ({ body }) => {
          if (held.get(key) !== making) return
          sizes.set(key, body.length)
          total += body.length
          for (const oldest of held.keys()) {
            if (total <= bytes) break
            drop(oldest)
          }
        },
        () => held.get(key) === making && drop(key),
      )
      return making
    },
    get size(): number {
      return held.size
    },
    get bytes(): number {
      return total
    },
  }
}

export type PageCache = ReturnType<typeof createPageCache>
