// JSON that anybody may read, compressed. Never for answers with a secret in them: beside text that a stranger
// chooses, the compressed length tells what the secret is (BREACH).

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'

/** In one packet either way. */
const TOO_SHORT = 600

const FORMS = {
  // Beyond 5 the time rises at once and the size hardly falls.
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: string) => promisify(gzip)(text),
} as const

export async function sendPublicJson(request: Request, response: Response, body: unknown): Promise<void> {
  const text = JSON.stringify(body)
  response.type('json').vary('Accept-Encoding')
  // Asked one by one: browsers name gzip first, and that would win among equals.
  const encoding = (['br', 'gzip'] as const).find((name) => request.acceptsEncodings(name))
  if (!encoding || text.length < TOO_SHORT) {
    response.send(text)
    return
  }
  const form = await FORMS[encoding](text)
  response.set('Content-Encoding', encoding).send(form)
}
