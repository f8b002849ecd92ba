// Passwords: argon2id, a few at a time. A hash takes 19 MiB, so a flood of logins must wait or go.

import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../platform/problem.ts'

/** OWASP's minimum; argon2id is the library's default algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export interface PasswordOptions {
  /** Hashes computed at once. */
  concurrent?: number
  /** Callers waiting; more are told `busy`. */
  queue?: number
}

export function createPasswords({ concurrent = 2, queue = 20 }: PasswordOptions = {}) {
  const waiting: (() => void)[] = []
  let running = 0
  let decoy: Promise<string> | undefined

  /** @throws Problem `busy` */
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= concurrent) {
      if (waiting.length >= queue) throw new Problem('busy', undefined, { retryAfter: 1 })
      // Whoever finishes hands its place over, so nobody can slip in between.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }

  return {
    hash: (password: string): Promise<string> => inTurn(() => hash(password, COST)),

    /** Null as hash (no such account, no password yet) takes as long as a real one, and is false. */
    verify: (hashed: string | null, password: string): Promise<boolean> =>
      inTurn(async () => {
        // Made before the first answer of either kind, so that it slows neither.
        decoy ??= hash('nobody has this password', COST)
        const matches = await verify(hashed ?? (await decoy), password)
        return hashed !== null && matches
      }),
  }
}

export type Passwords = ReturnType<typeof createPasswords>
