// The visitor's client: help, tickets and conversations of one site. What the widget is built on.
// Small on purpose: all of the live side is fetched when the first conversation needs it.

import type { VisitorConversation } from '../protocol/conversation.ts'
import { ApiError } from './api-error.ts'
import { type Environment, type PageEnvironment, pageEnvironment } from './client-environment.ts'
import type { ConnectionState } from './connection-state.ts'
import type { ConsentStore } from './consent-store.ts'
import { databaseName } from './database-name.ts'
import { createStorage, type Storage } from './key-value-store.ts'
import { late } from './late.ts'
import { createRest } from './rest.ts'
import { NEW_DRAFT_KEY, OUTBOX_PREFIX, PREFERENCES_KEY, SESSION_KEY } from './storage-keys.ts'
import { createStore } from './store.ts'
import type {
  Consent,
  IdentityState,
  Preferences,
  Visit,
  VisitorClient,
  VisitorClientOptions,
} from './visitor-client.api.ts'
import { lateConversation } from './visitor-late-conversation.ts'
import type { VisitorLive } from './visitor-live.ts'

/** Nothing is stored and no socket opens before the first call that needs it. */
export function createVisitorClient(
  options: VisitorClientOptions,
  env: PageEnvironment | Environment = pageEnvironment(),
): VisitorClient {
  const { server, site, locale } = options
  const rest = createRest({ env, base: `${server}/support/widget`, query: { site } })
  const consent = createStore<Consent>(options.consent === 'ask' ? 'asked' : 'implied')
  let asking: Promise<ConsentStore> | null = null
  const storage: Storage = createStorage(() =>
    options.consent === 'ask' ? consentStore() : env.storage(databaseName(site)),
  )
  const connection = createStore<ConnectionState>({ state: 'idle' })
  const list = createStore<readonly VisitorConversation[]>([])
  const identity = createStore<IdentityState>({ state: 'none' })
  const departures = createStore(0)
  /** What the page says of its visitor before the live side is here. */
  let said: ((live: VisitorLive) => unknown)[] = []
  let visit: Visit | undefined
  let live: VisitorLive | null = null
  let loading: Promise<VisitorLive> | null = null
  let closed = false

  async function fetchLive(): Promise<VisitorLive> {
    try {
      const { createVisitorLive } = await import('./visitor-live.ts')
      live = createVisitorLive({
        ...options,
        env,
        rest,
        storage,
        connection,
        list,
        identity,
        departures,
      })
      for (const say of said) void say(live)
      said = []
      if (visit) live.facts.visit(visit)
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

  /** Sends nothing by itself: what is said before anybody acts waits for them. */
  const say = (word: (live: VisitorLive) => unknown): unknown => (live ? word(live) : void said.push(word))

  const consentStore = (): Promise<ConsentStore> => {
    asking ??= import('./consent-store.ts').then(({ createConsentStore }) =>
      createConsentStore({ env, name: databaseName(site), consent, durable: storage.durable }),
    )
    return asking
  }

  const known = async (): Promise<boolean> =>
    identity.get().state !== 'none' ||
    (await storage.get(SESSION_KEY)) !== undefined ||
    (await storage.list(OUTBOX_PREFIX)).length > 0

  /** Of the session where there is one, or can be of the customer the page has named. */
  const token = async (): Promise<string | undefined> =>
    identity.get().state === 'none'
      ? ((await storage.get(SESSION_KEY)) as string | undefined)
      : (await load()).token()

  const preferences = async (): Promise<Preferences> =>
    ((await storage.get(PREFERENCES_KEY)) ?? {}) as Preferences

  const article = (slug: string): string => `/articles/${encodeURIComponent(slug)}`

  return {
    connection,
    clockOffset: () => live?.clockOffset() ?? 0,
    durable: storage.durable,
    consent,
    async setConsent(answer) {
      if (options.consent === 'ask') await (await consentStore()).answer(answer)
    },
    identity,
    departures,
    async identify(token) {
      identity.set({ state: 'waiting' })
      await say((ready) => ready.identify(token))
    },
    async logout() {
      said = []
      await (await load()).logout()
    },
    setAttributes: (attributes) => void say(({ facts }) => facts.set(attributes)),
    track(name, data) {
      // Where it happened, not where the page is when it is told.
      const url = globalThis.location?.href.slice(0, 2000)
      say(({ facts }) => facts.track({ name, data, url }))
    },
    visit(now) {
      visit = now
      live?.facts.visit(now)
    },
    tools: {
      register(tool) {
        say((ready) => ready.offer(tool))
        return () => say((ready) => ready.withdraw(tool.name))
      },
    },
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
      (await import('./visitor-tickets.ts')).createVisitorTickets({ rest, token, site, locale }),
    ),
    files: async () => (await load()).files(),
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
