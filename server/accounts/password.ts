// Passwords: argon2id, a few at a time. A hash takes 19 MiB, so a flood of logins must wait or go.

import { hash, verify } from '@node-rs/argon2'
import { createTurns, type TurnsOptions } from '../platform/turns.ts'

/** OWASP's minimum; argon2id is the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export interface PasswordsOptions extends TurnsOptions {
  /** What compares a password with a hash; a test may look on. */
  compare?: typeof verify
}

export function createPasswords({ compare = verify, ...options }: PasswordsOptions = {}) {
  const inTurn = createTurns(options)
  let decoy: Promise<string> | undefined

  return {
    hash: (password: string): Promise<string> => inTurn(() => hash(password, COST)),

    /** Null as hash (no such account, no password yet) takes as long as a real one, and is false. */
    verify: (hashed: string | null, password: string): Promise<boolean> =>
      inTurn(async () => {
        // Made before the first answer of either kind, so that it slows neither.
        decoy ??= hash('nobody has this password', COST)
        const matches = await compare(hashed ?? (await decoy), password)
        return hashed !== null && matches
      }),
  }
}

export type Passwords = ReturnType<typeof createPasswords>
