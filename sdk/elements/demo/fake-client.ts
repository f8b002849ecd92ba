// A visitor client without a server, for demo states and tests: it answers from what it is given and records calls.

import type { AttachmentClient } from '../../client/attachment-client.ts'
import type { ConnectionState } from '../../client/connection-state.ts'
import type { ConversationState } from '../../client/conversation-state.ts'
import { createStore, type WritableStore } from '../../client/store.ts'
import type {
  Consent,
  IdentityState,
  Preferences,
  VisitorClient,
  VisitorConversationView,
} from '../../client/visitor-client.api.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import type { Article, ArticleCategory, ArticleSearchResult } from '../../protocol/help-article.ts'
import type { WidgetConfig } from '../../protocol/site.ts'
import type { TicketCreated, TicketStatus } from '../../protocol/ticket.ts'
import { sampleConfig, sampleConversation } from './fake-data.ts'
import { createFakeFiles } from './fake-files.ts'

export type FakeState = ConversationState<VisitorConversation>

export interface FakeClientOptions {
  /** How files travel; at once where it is left out. */
  files?: AttachmentClient
  config?: WidgetConfig | Error
  connection?: ConnectionState
  /** Server clock minus the device's, so that demo times look the same every day. */
  clockOffset?: number
  known?: boolean
  preferences?: Preferences
  conversations?: readonly VisitorConversation[]
  /** States of conversations that can be opened, by id. */
  states?: Record<string, Partial<FakeState>>
  drafts?: Record<string, string>
  search?: (q: string, signal?: AbortSignal) => ArticleSearchResult | Promise<ArticleSearchResult>
  articles?: Record<string, Article>
  categories?: readonly ArticleCategory[]
  createTicket?: () => TicketCreated | Promise<TicketCreated>
  ticket?: () => TicketStatus | Promise<TicketStatus>
  /** Makes every command of a conversation view fail with this. */
  failing?: Error
}

export interface FakeClient extends VisitorClient {
  /** What was called, in order: name and arguments. */
  readonly calls: [name: string, ...args: unknown[]][]
  /** The store behind an opened conversation: set it to play the server's part. */
  state(id: string): WritableStore<FakeState>
  readonly connection: WritableStore<ConnectionState>
  readonly durable: WritableStore<boolean>
  readonly consent: WritableStore<Consent>
  readonly departures: WritableStore<number>
}

export const fakeState = (id: string, part: Partial<FakeState> = {}): FakeState => ({
  id,
  phase: 'ready',
  problem: null,
  conversation: { ...sampleConversation, id },
  events: [],
  hasEarlier: false,
  pending: [],
  typing: [],
  answer: null,
  ...part,
})

/** For methods a demo gave no answer to: a demo that waits for ever shows its loading state. */
const never = <T>(): Promise<T> => new Promise<T>(() => {})

export function createFakeClient(options: FakeClientOptions = {}): FakeClient {
  const calls: FakeClient['calls'] = []
  let preferences = options.preferences ?? {}
  const states = new Map<string, WritableStore<FakeState>>()
  const list = createStore<readonly VisitorConversation[]>(options.conversations ?? [])
  const note = (name: string, ...args: unknown[]): void => void calls.push([name, ...args])
  const state = (id: string): WritableStore<FakeState> => {
    let store = states.get(id)
    if (!store) {
      store = createStore(fakeState(id, options.states?.[id]))
      states.set(id, store)
    }
    return store
  }
  const view = (id: string): VisitorConversationView => {
    const command =
      (name: string) =>
      async (...args: unknown[]): Promise<void> => {
        note(name, id, ...args)
        if (options.failing) throw options.failing
      }
    return {
      id,
      state: state(id),
      send: command('send'),
      edit: command('edit'),
      remove: command('remove'),
      retry: command('retry'),
      async discard(cid) {
        note('discard', id, cid)
        return (
          state(id)
            .get()
            .pending.find((message) => message.cid === cid)?.body ?? ''
        )
      },
      draft: {
        get: async () => options.drafts?.[id] ?? '',
        set: (text) => note('draft.set', id, text),
      },
      typing: (text) => note('typing', id, text),
      read: () => note('read', id),
      look: (looking) => note('look', id, looking),
      requestPerson: command('requestPerson'),
      cancelPerson: command('cancelPerson'),
      stopAnswer: command('stopAnswer'),
      end: command('end'),
      rate: command('rate'),
      setContact: command('setContact'),
      decide: command('decide'),
      loadEarlier: command('loadEarlier'),
      async transcript(format) {
        await command('transcript')(format)
        return new Blob(['transcript'])
      },
      mailTranscript: command('mailTranscript'),
      close: () => note('view.close', id),
    }
  }
  const files = options.files ?? createFakeFiles()
  return {
    calls,
    state,
    files: async () => files,
    connection: createStore<ConnectionState>(options.connection ?? { state: 'online' }),
    clockOffset: () => options.clockOffset ?? 0,
    durable: createStore(true),
    consent: createStore<Consent>('implied'),
    setConsent: async (answer) => note('setConsent', answer),
    identity: createStore<IdentityState>({ state: 'none' }),
    departures: createStore(0),
    identify: async (token) => note('identify', token),
    logout: async () => note('logout'),
    setAttributes: (attributes) => note('setAttributes', attributes),
    track: (name, data) => note('track', name, data),
    visit: (visit) => note('visit', visit),
    tools: {
      register(tool) {
        note('tools.register', tool.name)
        return () => note('tools.remove', tool.name)
      },
    },
    async config() {
      const config = options.config ?? sampleConfig
      if (config instanceof Error) throw config
      return config
    },
    preferences: {
      get: async () => preferences,
      set: async (change) => {
        note('preferences.set', change)
        preferences = { ...preferences, ...change }
      },
    },
    articles: {
      async search(q, { signal } = {}) {
        note('articles.search', q)
        return options.search ? options.search(q, signal) : { articles: [], searched: 46 }
      },
      async get(slug) {
        note('articles.get', slug)
        const article = options.articles?.[slug]
        if (!article) throw options.failing ?? new Error('no such article')
        return article
      },
      async categories() {
        note('articles.categories')
        return { categories: [...(options.categories ?? [])] }
      },
      async category(id) {
        note('articles.category', id)
        const category = options.categories?.find((candidate) => candidate.id === id)
        if (!category) throw options.failing ?? new Error('no such topic')
        return category
      },
      async feedback(slug, feedback) {
        note('articles.feedback', slug, feedback)
      },
    },
    tickets: {
      async create(ticket) {
        note('tickets.create', ticket)
        return options.createTicket ? options.createTicket() : never()
      },
      async status(query) {
        note('tickets.status', query)
        return options.ticket ? options.ticket() : never()
      },
      async reply(reply) {
        note('tickets.reply', reply)
        if (options.failing) throw options.failing
        return options.ticket ? options.ticket() : never()
      },
      async requestCode(wanted) {
        note('tickets.requestCode', wanted)
        if (options.failing) throw options.failing
        return { verification_id: '01980000-0000-7000-8000-0000000000c0', expires_in: 600 }
      },
      async redeemCode(given) {
        note('tickets.redeemCode', given)
        if (options.failing) throw options.failing
        return { access_token: 'a'.repeat(43), expires_at: '2026-11-20T12:00:00Z' }
      },
    },
    conversations: {
      list,
      draft: {
        get: async () => options.drafts?.new ?? '',
        set: (text) => note('draft.set', 'new', text),
      },
      known: async () => options.known ?? false,
      resume: async () => note('resume'),
      async start(input) {
        note('start', input)
        return view('01980000-0000-7000-8000-0000000000aa')
      },
      open(id) {
        note('open', id)
        return view(id)
      },
    },
    close: () => note('close'),
  }
}
