// An agent client without a server, for demo states and tests: shows what it is given and records calls.

import type {
  AgentClient,
  AgentConversationView,
  InboxQuery,
  InboxState,
} from '../../client/agent-client.api.ts'
import type { ConnectionState } from '../../client/connection-state.ts'
import type { ConversationState } from '../../client/conversation-state.ts'
import { createSignal } from '../../client/signal.ts'
import { createStore, type WritableStore } from '../../client/store.ts'
import { createFakeFiles } from '../../elements/demo/fake-files.ts'
import type { Agent, Department, Me } from '../../protocol/agent.ts'
import type { AgentConversation, InboxView } from '../../protocol/conversation.ts'
import type { ServerFrameOf, ServerFrameType } from '../../protocol/frame.ts'
import type { SavedView } from '../../protocol/triage.ts'
import { fakeAnswers } from './fake-answers.ts'
import { fakeContact } from './fake-contact.ts'
import { createFakeCopilot } from './fake-copilot.ts'
import { fakeAgents, fakeMe, inView, orders, workshop } from './fake-desk.ts'
import { fakeLogs } from './fake-log.ts'

export type FakeState = ConversationState<AgentConversation>
type Listener = (conversation: AgentConversation) => void

export interface FakeAgentClientOptions {
  /** Null: nobody is signed in. */
  me?: Me | null
  connection?: ConnectionState
  inbox?: Partial<InboxState>
  views?: readonly SavedView[]
  conversations?: Partial<Record<InboxView, readonly AgentConversation[]>>
  states?: Record<string, Partial<FakeState>>
  drafts?: Record<string, string | Promise<string>>
  /** Whether the copilot has a model. */
  model?: boolean
  /** Answers a call by name: throw to make it fail. */
  on?: (name: string, ...args: unknown[]) => void
  /** What `rest` (by `GET /path`), `call` and `act` (by the command's name) come to; `{ ok: true }` where it is undefined. */
  answer?: (name: string, input: unknown) => unknown
}

export interface FakeAgentClient extends AgentClient {
  /** What was called, in order: name and arguments. */
  readonly calls: readonly (readonly [name: string, ...args: unknown[]])[]
  readonly connection: WritableStore<ConnectionState>
  readonly durable: WritableStore<boolean>
  readonly me: WritableStore<Me | null>
  readonly agents: WritableStore<readonly Agent[]>
  readonly departments: WritableStore<readonly Department[]>
  readonly inbox: AgentClient['inbox'] & { readonly state: WritableStore<InboxState> }
  /** The store behind an opened conversation: set it to play the server's part. */
  state(id: string): WritableStore<FakeState>
  /** Plays the server's part: somebody begins to wait, or writes. */
  fire(what: 'waiting' | 'reply', conversation: AgentConversation): void
  /** Plays the server's part: a frame comes. */
  tell<T extends ServerFrameType>(type: T, data: ServerFrameOf<T>['data']): void
}

export function createFakeAgentClient(options: FakeAgentClientOptions = {}): FakeAgentClient {
  const calls: [string, ...unknown[]][] = []
  const call = async (name: string, ...args: unknown[]): Promise<void> => {
    calls.push([name, ...args])
    options.on?.(name, ...args)
  }
  const lists: Record<InboxView, readonly AgentConversation[]> = { ...inView, ...options.conversations }
  const me = createStore<Me | null>(options.me === undefined ? fakeMe : options.me)
  const inbox = createStore<InboxState>({
    view: 'mine',
    query: { view: 'mine' },
    phase: 'ready',
    conversations: lists.mine,
    counts: {
      mine: lists.mine.length,
      waiting: lists.waiting.length,
      unassigned: lists.unassigned.length,
      assistant: lists.assistant.length,
      drafts: lists.drafts.length,
      mentions: lists.mentions.length,
      following: lists.following.length,
      open: lists.open.length,
      snoozed: lists.snoozed.length,
      spam: lists.spam.length,
      resolved: lists.resolved.length,
    },
    teams: {},
    saved: {},
    hasMore: false,
    ...options.inbox,
  })
  const views = createStore<readonly SavedView[]>(options.views ?? [])
  const states = new Map<string, WritableStore<FakeState>>()
  const listeners = { waiting: new Set<Listener>(), reply: new Set<Listener>() }

  const listen =
    (what: 'waiting' | 'reply') =>
    (listener: Listener, { signal }: { signal?: AbortSignal } = {}): (() => void) => {
      listeners[what].add(listener)
      const stop = (): void => void listeners[what].delete(listener)
      signal?.addEventListener('abort', stop)
      return stop
    }

  function state(id: string): WritableStore<FakeState> {
    let found = states.get(id)
    if (!found) {
      const conversation =
        Object.values(lists)
          .flat()
          .find((each) => each.id === id) ?? null
      found = createStore<FakeState>({
        id,
        phase: 'ready',
        problem: null,
        conversation,
        events: fakeLogs[id] ?? [],
        hasEarlier: false,
        pending: [],
        typing: [],
        answer: null,
        ...options.states?.[id],
      })
      states.set(id, found)
    }
    return found
  }

  const files = createFakeFiles()
  const heard = createSignal<{ type: ServerFrameType; data: unknown }>()
  const ask = async (name: string, input: unknown): Promise<never> => {
    await call(name, input)
    return (options.answer?.(name, input) ?? fakeAnswers[name] ?? { ok: true }) as never
  }

  function open(id: string): AgentConversationView {
    calls.push(['open', id])
    return {
      id,
      state: state(id),
      send: (...sent) => call('send', ...sent),
      addNote: (...sent) => call('addNote', ...sent),
      sendAnyway: (cid) => call('sendAnyway', cid),
      edit: (messageId, body) => call('edit', messageId, body),
      remove: (messageId) => call('remove', messageId),
      retry: (cid) => call('retry', cid),
      async discard(cid) {
        await call('discard', cid)
        return (
          state(id)
            .get()
            .pending.find((each) => each.cid === cid)?.body ?? ''
        )
      },
      draft: {
        get: async () => options.drafts?.[id] ?? '',
        set: (text) => void calls.push(['draft', text]),
      },
      typing: (text) => void calls.push(['typing', text]),
      read: () => void calls.push(['read', id]),
      accept: () => call('accept'),
      assign: (assigneeId) => call('assign', assigneeId),
      move: (departmentId) => call('move', departmentId),
      resolve: () => call('resolve'),
      reopen: () => call('reopen'),
      loadEarlier: (limit) => call('loadEarlier', limit),
      drafts: {
        approve: (...about) => call('approve', ...about),
        discard: (...about) => call('discardDraft', ...about),
        restore: (...about) => call('restore', ...about),
        regenerate: (...about) => call('regenerate', ...about),
      },
      copilot: createFakeCopilot({ call, model: options.model ?? true }),
      act: (name, input) => ask(name, input),
      // Read by itself, so it is no call of anybody's.
      decide: () => call('decide'),
      contact: async () => fakeContact(state(id).get().conversation?.contact),
      close: () => void calls.push(['close', id]),
    }
  }

  return {
    calls,
    state,
    server: location.origin,
    connection: createStore<ConnectionState>(options.connection ?? { state: 'online' }),
    clockOffset: () => 0,
    durable: createStore(true),
    me,
    agents: createStore(fakeAgents),
    departments: createStore<readonly Department[]>([workshop, orders]),
    async resume() {
      await call('resume')
      return me.get() !== null
    },
    async login(email, password) {
      await call('login', email, password)
      me.set(fakeMe)
    },
    async redeemLink(token) {
      await call('redeemLink', token)
      me.set(fakeMe)
    },
    async setPassword(password) {
      await call('setPassword', password)
      me.update((value) => value && { ...value, needs_password: false })
    },
    async logout() {
      await call('logout')
      me.set(null)
    },
    async setAvailability(availability) {
      await call('setAvailability', availability)
      me.update((value) => value && { ...value, agent: { ...value.agent, availability } })
    },
    inbox: {
      state: inbox,
      async show(asked) {
        await call('show', asked)
        const query: InboxQuery = { view: 'open', ...(typeof asked === 'string' ? { view: asked } : asked) }
        const gone = query.saved !== undefined && !views.get().some(({ id }) => id === query.saved)
        inbox.update((value) => ({
          ...value,
          query,
          view: query.view,
          phase: gone ? 'gone' : value.phase === 'gone' ? 'ready' : value.phase,
          conversations: gone ? [] : (options.inbox?.conversations ?? lists[query.view]),
        }))
      },
      loadMore: () => call('loadMore'),
      onWaiting: listen('waiting'),
      onReply: listen('reply'),
    },
    views: {
      state: views,
      load: () => call('loadViews'),
      async save({ name, shared = false, filter, sort = 'newest', position }, id) {
        await call('saveView', name, id)
        const before = views.get().find((each) => each.id === id)
        const saved: SavedView = {
          id: id ?? `0198${views.get().length.toString().padStart(4, '0')}-0000-7000-8000-000000000000`,
          owner_id: before?.owner_id ?? fakeMe.agent.id,
          position: position ?? before?.position ?? views.get().length,
          ...{ name, shared, filter, sort },
        } as SavedView
        views.update((all) =>
          [...all.filter((each) => each !== before), saved].toSorted((a, b) => a.position - b.position),
        )
        return saved
      },
      async remove(id) {
        await call('removeView', id)
        views.update((all) => all.filter((each) => each.id !== id))
      },
    },
    rest: (method, path, request) => ask(`${method} ${path}`, request?.body ?? request?.query),
    async raw(method, path) {
      await call(`${method} ${path}`)
      return new Response('')
    },
    call: (name, input) => ask(name, input),
    listen: (type, listener, about) =>
      heard.listen((frame) => {
        if (frame.type === type) listener(frame.data as never)
      }, about),
    files: async () => files,
    open,
    close: () => void calls.push(['close']),
    tell: (type, data) => heard.emit({ type, data }),
    fire(what, conversation) {
      for (const listener of listeners[what]) listener(conversation)
    },
  }
}
