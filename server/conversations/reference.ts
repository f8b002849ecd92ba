// The number a customer keeps: DB- and 40 random bits in Crockford's base32, so it can be read out and not guessed.

import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function newReference(random: (size: number) => Uint8Array = randomBytes): string {
  const bytes = random(5)
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let place = 35n; place >= 0n; place -= 5n) text += ALPHABET[Number((bits >> place) & 31n)]
  return `DB-${text}`
}

/** What people type for it: lower case, spaces, O for 0, I or L for 1, the prefix left out. */
export function normaliseReference(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^DB(?=.{8}$)/, '')
  return `DB-${letters.replaceAll('O', '0').replace(/[IL]/g, '1')}`
}
