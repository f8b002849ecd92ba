// Signatures for what is handed out and comes back: addresses, codes in mails. One secret for the installation, in its
// database; a purpose is part of what is signed, so that a signature of one kind is none of another.

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from './database/database.ts'
import { Problem } from './problem.ts'

export function createSigning({ db }: { db: Pick<Database, 'query'> }) {
  let reading: Promise<Buffer> | null = null

  async function read(): Promise<Buffer> {
    const [row] = await db.query<{ secret: Buffer }>('select secret from instance')
    if (!row) throw new Problem('unavailable')
    return row.secret
  }

  /** It never changes; a database that was away is asked again. */
  function secret(): Promise<Buffer> {
    reading ??= read().catch((error: unknown) => {
      reading = null
      throw error
    })
    return reading
  }

  /** HMAC-SHA256 (RFC 2104), base64url. */
  const sign = async (purpose: string, text: string): Promise<string> =>
    createHmac('sha256', await secret())
      .update(`${purpose}\0${text}`)
      .digest('base64url')

  return {
    sign,
    async verify(purpose: string, text: string, signature: string): Promise<boolean> {
      const right = Buffer.from(await sign(purpose, text))
      const given = Buffer.from(signature)
      return right.length === given.length && timingSafeEqual(right, given)
    },
  }
}

export type Signing = ReturnType<typeof createSigning>
