// Small texts that are made on the spot but are the same for many, such as a site's script: compressed once each.

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'

const SMALLEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
const ENCODERS = {
  br: (text: string) => promisify(brotliCompress)(text, SMALLEST),
  gzip: (text: string) => promisify(gzip)(text, { level: 9 }),
}

/** @param keep how many compressed texts to hold on to */
export function createCompressedText({ keep = 200 }: { keep?: number } = {}) {
  const kept = new Map<string, Promise<Buffer>>()

  function compressed(encoding: keyof typeof ENCODERS, text: string): Promise<Buffer> {
    const key = `${encoding} ${createHash('sha256').update(text).digest('base64')}`
    const found = kept.get(key) ?? ENCODERS[encoding](text)
    // Put last again, so that the first is the one longest unused.
    kept.delete(key)
    kept.set(key, found)
    if (kept.size > keep) kept.delete(kept.keys().next().value!)
    return found
  }

  /** Sends `text` as small as the caller takes it; type and caching are the caller's to set. */
  return async function sendCompressed(request: Request, response: Response, text: string): Promise<void> {
    response.vary('Accept-Encoding')
    // Asked one by one: browsers name gzip first, and that would win among equals.
    const encoding = (['br', 'gzip'] as const).find((name) => request.acceptsEncodings(name))
    if (!encoding) {
      response.send(text)
      return
    }
    response.set('Content-Encoding', encoding).send(await compressed(encoding, text))
  }
}

export type SendCompressed = ReturnType<typeof createCompressedText>
