// The visitor's session token: opened at the first need, kept in storage, one for all tabs of the browser.

import type { VisitorSession } from '../protocol/site.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import type { KeyValueStore } from './key-value-store.ts'
import type { Rest } from './rest.ts'
import { SESSION_KEY } from './storage-keys.ts'

interface SessionDeps {
  env: Pick<Environment, 'lock'>
  storage: KeyValueStore
  rest: Rest
  site: string
  locale?: string | undefined
}

/** Touches nothing before the first call. */
export function createSession({ env, storage, rest, site, locale }: SessionDeps) {
  let opening: Promise<string> | null = null

  const stored = async (): Promise<string | null> =>
    ((await storage.get(SESSION_KEY)) as string | undefined) ?? null

  /** Under the lock, so that two tabs do not become two visitors. */
  const open = (): Promise<string> =>
    env.lock(`deskbell-session-${site}`, async () => {
      const held = await stored()
      if (held) return held
      const { token } = await rest<VisitorSession>('POST', '/session', { body: { site, locale } })
      await storage.set(SESSION_KEY, token)
      return token
    })

  /** The token; opens a session where there is none. */
  function token(): Promise<string> {
    opening ??= open().catch((error) => {
      opening = null
      throw error
    })
    return opening
  }

  /** Forgets a token the server no longer takes, unless another tab has replaced it already. */
  async function drop(dead: string): Promise<void> {
    opening = null
    if ((await stored()) === dead) await storage.delete(SESSION_KEY)
  }

  return {
    /** Whether this browser holds a session. */
    known: async (): Promise<boolean> => (await stored()) !== null,
    token,
    drop,
    /** Runs with the token; if that turns out dead, once more with a new one. */
    async authorized<T>(run: (token: string) => Promise<T>): Promise<T> {
      const held = await token()
      try {
        return await run(held)
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'unauthenticated')) throw error
        await drop(held)
        return run(await token())
      }
    },
  }
}

export type Session = ReturnType<typeof createSession>
