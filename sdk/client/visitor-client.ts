// The visitor's client: help, tickets and conversations of one site. What the widget is built on.
// Small on purpose: all of the live side is fetched when the first conversation needs it.

import type { VisitorConversation } from '../protocol/conversation.ts'
import { ApiError } from './api-error.ts'
import { type Environment, nativeEnvironment } from './client-environment.ts'
import type { ConnectionState } from './connection-state.ts'
import { createStorage } from './key-value-store.ts'
import { late } from './late.ts'
import { createRest } from './rest.ts'
import { databaseName, NEW_DRAFT_KEY, OUTBOX_PREFIX, PREFERENCES_KEY, SESSION_KEY } from './storage-keys.ts'
import { createStore } from './store.ts'
import type { Preferences, VisitorClient, VisitorClientOptions } from './visitor-client.api.ts'
import { lateConversation } from './visitor-late-conversation.ts'
import type { VisitorLive } from './visitor-live.ts'

/** Nothing is stored and no socket opens before the first call that needs it. */
export function createVisitorClient(
  options: VisitorClientOptions,
  env: Environment = nativeEnvironment(),
): VisitorClient {
  const { server, site, locale } = options
  const rest = createRest({ env, base: `${server}/support/widget`, query: { site } })
  const storage = createStorage(() => env.storage(databaseName(site)))
  const connection = createStore<ConnectionState>({ state: 'idle' })
  const list = createStore<readonly VisitorConversation[]>([])
  let live: VisitorLive | null = null
  let loading: Promise<VisitorLive> | null = null
  let closed = false

  async function fetchLive(): Promise<VisitorLive> {
    try {
      const { createVisitorLive } = await import('./visitor-live.ts')
      live = createVisitorLive({ ...options, env, rest, storage, connection, list })
      if (closed) live.close()
      return live
    } catch {
      // The next call fetches again.
      loading = null
      throw new ApiError('network')
    }
  }

  function load(): Promise<VisitorLive> {
    loading ??= fetchLive()
    return loading
  }

  const known = async (): Promise<boolean> =>
    (await storage.get(SESSION_KEY)) !== undefined || (await storage.list(OUTBOX_PREFIX)).length > 0

  const preferences = async (): Promise<Preferences> =>
    ((await storage.get(PREFERENCES_KEY)) ?? {}) as Preferences

  const article = (slug: string): string => `/articles/${encodeURIComponent(slug)}`

  return {
    connection,
    clockOffset: () => live?.clockOffset() ?? 0,
    durable: storage.durable,
    config: () => rest('GET', '/config', { query: { locale } }),
    preferences: {
      get: preferences,
      set: async (change) => storage.set(PREFERENCES_KEY, { ...(await preferences()), ...change }),
    },
    articles: {
      search: (q, { signal } = {}) => rest('GET', '/articles/search', { query: { q, locale }, signal }),
      get: (slug) => rest('GET', article(slug), { query: { locale } }),
      categories: () => rest('GET', article('categories'), { query: { locale } }),
      category: (id) =>
        rest('GET', `${article('categories')}/${encodeURIComponent(id)}`, { query: { locale } }),
      feedback: (slug, body) => rest('POST', `${article(slug)}/feedback`, { body }),
    },
    tickets: late(async () =>
      (await import('./visitor-tickets.ts')).createVisitorTickets({ rest, storage, site, locale }),
    ),
    conversations: {
      list,
      draft: {
        get: async () => String((await storage.get(NEW_DRAFT_KEY)) ?? ''),
        set: (text) => void (text ? storage.set(NEW_DRAFT_KEY, text) : storage.delete(NEW_DRAFT_KEY)),
      },
      known,
      async resume() {
        if (await known()) await (await load()).resume()
      },
      start: async (input) => (await load()).start(input),
      open: (id) => live?.open(id) ?? lateConversation(id, load()),
    },
    close() {
      closed = true
      live?.close()
    },
  }
}
