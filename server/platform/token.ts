// Bearer secrets: 256 random bits, of which the database only ever holds the SHA-256.

import { createHash, randomBytes } from 'node:crypto'

export const newToken = (): string => randomBytes(32).toString('base64url')

/** No salt and no slow hash: the input has 256 bits of entropy already. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
