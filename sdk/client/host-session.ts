// An agent's session in a page of another origin: the page hands over tokens that its server has signed, and each is
// exchanged for a bearer token, which is kept in memory and nowhere else.

import type { HostSession as Session } from '../protocol/team-admin.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import { createRest } from './rest.ts'

export interface HostSessionDeps {
  env: Environment
  /** Up to `/api/v1`. */
  base: string
  /** A fresh host token each time. */
  token: () => Promise<string>
}

export interface HostSession {
  /** The session's token; asks the page for one where there is none. @throws ApiError `unauthenticated` */
  bearer(): Promise<string>
  /** Another one in place of one that is worth nothing any more. @throws ApiError `unauthenticated` */
  renew(dead: string | null): Promise<string>
  forget(): void
  /** As the browser's, with the session's token; where it has ended, once more with a new one. */
  fetch: Environment['fetch']
}

export function createHostSession({ env, base, token }: HostSessionDeps): HostSession {
  const rest = createRest({ env, base })
  let held: string | null = null
  /** However many requests wait for it, the page is asked once. */
  let asking: Promise<string> | null = null

  async function exchange(): Promise<string> {
    const given = await token().catch((error: unknown) => {
      throw error instanceof ApiError ? error : new ApiError('unauthenticated')
    })
    try {
      held = (await rest<Session>('POST', '/console/sessions', { body: { token: given } })).token
      return held
    } catch (error) {
      // The token or the page is refused: only the page can do something about it.
      if (
        error instanceof ApiError &&
        (error.code === 'host-token-rejected' || error.code === 'origin-not-allowed')
      )
        throw new ApiError('unauthenticated')
      throw error
    }
  }

  function ask(): Promise<string> {
    asking ??= exchange().finally(() => {
      asking = null
    })
    return asking
  }

  const bearer = async (): Promise<string> => held ?? ask()

  async function renew(dead: string | null): Promise<string> {
    if (held === dead) held = null
    return bearer()
  }

  return {
    bearer,
    renew,
    forget() {
      held = null
    },
    async fetch(url, init) {
      const as = (token: string): Promise<Response> =>
        env.fetch(url, {
          ...init,
          credentials: 'omit',
          headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${token}` },
        })
      const token = await bearer()
      const response = await as(token)
      return response.status === 401 ? as(await renew(token)) : response
    },
  }
}
