// The visitor's session token: opened at the first need, kept in storage, one for all tabs of the browser. Whose it is
// the page can say with a token of its own; what the browser holds of somebody else goes before anything is sent.

import type { IdentifiedSession } from '../protocol/identity.ts'
import type { VisitorSession } from '../protocol/site.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import { type HeldIdentity, holderOf } from './held-identity.ts'
import type { KeyValueStore } from './key-value-store.ts'
import type { Rest } from './rest.ts'
import { DRAFT_PREFIX, IDENTITY_KEY, OUTBOX_PREFIX, SESSION_KEY } from './storage-keys.ts'
import type { WritableStore } from './store.ts'
import type { IdentityState, IdentityToken } from './visitor-client.api.ts'

interface SessionDeps {
  env: Pick<Environment, 'lock'>
  storage: KeyValueStore
  rest: Rest
  site: string
  locale?: string | undefined
  identity: WritableStore<IdentityState>
  /** Who sat here has left: whatever is held of them in memory goes, in this tab and the others. */
  onLeft(): void
  /** There is a session to send under. */
  onOpen(): void
}

const isCode = (error: unknown, code: ApiError['code']): error is ApiError =>
  error instanceof ApiError && error.code === code

/** Touches nothing before the first call. */
export function createSession({ env, storage, rest, site, locale, identity, onLeft, onOpen }: SessionDeps) {
  let opening: Promise<string> | null = null
  /** Whom the page says it has before it; undefined: it says nothing. */
  let wish: IdentityToken | undefined
  /** What it has just been asked for, so that it is not asked twice for one session. */
  let asked: Promise<string | null | undefined> | undefined
  /** Raised whenever who sat here has left: what was begun for them is not sent as somebody else's. */
  let life = 0

  const alone = <T>(run: () => Promise<T>): Promise<T> => env.lock(`deskbell-session-${site}`, run)
  const stored = async (): Promise<string | null> =>
    ((await storage.get(SESSION_KEY)) as string | undefined) ?? null
  const holder = async (): Promise<HeldIdentity | undefined> =>
    (await storage.get(IDENTITY_KEY)) as HeldIdentity | undefined

  async function ask(): Promise<string | null | undefined> {
    const answered = asked
    asked = undefined
    try {
      return await (answered ?? (typeof wish === 'function' ? wish() : wish))
    } catch {
      // Whom the page would name is not known, so nobody is shown anything, and it is asked again.
      throw new ApiError('network')
    }
  }

  /** In this browser nothing of who was here stays. Their token, for the server to end what it stands for. */
  async function end(): Promise<string | null> {
    const dead = await stored()
    life++
    onLeft()
    for (const prefix of [SESSION_KEY, IDENTITY_KEY, OUTBOX_PREFIX, DRAFT_PREFIX]) await storage.clear(prefix)
    return dead
  }

  async function revoke(dead: string | null): Promise<void> {
    // The page may be on its way elsewhere, as after a click on "Sign out".
    if (dead) await rest('POST', '/logout', { token: dead, body: {}, keepalive: true }).catch(() => {})
  }

  /** A customer who is not the one the page names has left, whether they said so or not. */
  async function endStranger(named: HeldIdentity | null | undefined): Promise<void> {
    const held = named === undefined ? undefined : await holder()
    if (held && held.sub !== named?.sub) void revoke(await end())
  }

  /** The session of whom the token names; null when the server does not believe it. */
  async function identified(jwt: string, named: HeldIdentity): Promise<string | null> {
    const held = await stored()
    const known = await holder()
    try {
      let token = held
      if (!held || known?.claims !== named.claims) {
        const request = { body: { site, token: jwt }, token: held ?? undefined }
        token = (await rest<IdentifiedSession>('POST', '/identify', request)).token ?? held
        await storage.set(SESSION_KEY, token)
        await storage.set(IDENTITY_KEY, named)
      }
      identity.set({ state: 'known' })
      return token
    } catch (error) {
      if (!isCode(error, 'identity-rejected')) throw error
      identity.set({ state: 'refused', problem: error.problem })
      return null
    }
  }

  /** Under the lock, so that two tabs do not become two visitors. */
  async function open(): Promise<string> {
    const jwt = await ask()
    const named = jwt ? holderOf(jwt) : (jwt as null | undefined)
    const token = await alone(async () => {
      await endStranger(named)
      const known = jwt && named ? await identified(jwt, named) : null
      const held = known ?? (await stored())
      if (held) return held
      // Also where a token was refused: whoever it is can write, and is nobody in particular.
      const { token } = await rest<VisitorSession>('POST', '/session', { body: { site, locale } })
      await storage.delete(IDENTITY_KEY)
      await storage.set(SESSION_KEY, token)
      return token
    })
    onOpen()
    return token
  }

  /** The token; opens a session where there is none. */
  function token(): Promise<string> {
    if (!opening) {
      const mine = open()
      opening = mine
      mine.catch(() => {
        if (opening === mine) opening = null
      })
    }
    return opening
  }

  /** Forgets a token the server no longer takes, unless another tab has replaced it, or is about to. */
  async function drop(dead: string): Promise<void> {
    opening = null
    await alone(async () => {
      if ((await stored()) === dead) await storage.delete(SESSION_KEY)
    })
  }

  return {
    /** Whether this browser holds a session, or can have one of a customer. */
    known: async (): Promise<boolean> => wish !== undefined || (await stored()) !== null,
    token,
    drop,
    /** Runs with the token; if that turns out dead, once more with a new one. */
    async authorized<T>(run: (token: string) => Promise<T>): Promise<T> {
      const mine = life
      const held = await token()
      if (mine !== life) throw new ApiError('network')
      try {
        return await run(held)
      } catch (error) {
        if (!isCode(error, 'unauthenticated')) throw error
        await drop(held)
        const next = await token()
        if (mine !== life) throw error
        return run(next)
      }
    },
    /** Whom the page names from here on. Sends nothing; the next `token` does. */
    name(next: IdentityToken): void {
      wish = next
      asked = undefined
      opening = null
      identity.set({ state: 'waiting' })
    },
    /** Sends nothing: only makes sure that what this browser holds is of whom the page names. */
    async settle(): Promise<void> {
      if (wish === undefined || opening) return
      const asking = ask()
      const jwt = await asking.catch(() => undefined)
      if (jwt === undefined) return
      asked = asking
      await alone(() => endStranger(jwt ? holderOf(jwt) : null))
    },
    /** In another tab, who sat here has left. */
    forget(): void {
      life++
      wish = asked = undefined
      opening = null
      identity.set({ state: 'none' })
    },
    /** Who sits here leaves. */
    async leave(): Promise<void> {
      wish = asked = undefined
      opening = null
      identity.set({ state: 'none' })
      // At once, whatever holds the lock.
      life++
      onLeft()
      await revoke(await alone(end))
    },
  }
}

export type Session = ReturnType<typeof createSession>
