// What both sides' clients are made of: one socket, one outbox, the open conversations, the other tabs.
// Knows neither what a visitor may do nor what an agent may.

import type { Actor } from '../protocol/actor.ts'
import type { AgentConversation, VisitorConversation } from '../protocol/conversation.ts'
import type { ServerFrame } from '../protocol/frame.ts'
import type { Environment, TabChannel } from './client-environment.ts'
import { type CommandPaths, createCall } from './command-call.ts'
import type { ConnectionState } from './connection-state.ts'
import type { KeyValueStore } from './key-value-store.ts'
import { type ConversationFrame, createLiveConversation, type LiveConversation } from './live-conversation.ts'
import { createOutbox } from './outbox.ts'
import { inputOf, type OutboxNews, type OutboxRecord } from './outbox-record.ts'
import { startPolling } from './polling.ts'
import type { Rest } from './rest.ts'
import { createSharedSocket } from './shared-socket.ts'
import { createStore, type WritableStore } from './store.ts'

/** So many conversations resume with hello; each further one asks for itself. */
const RESUMED = 100

/** Version of the wire contract; a contract test holds it to the protocol's. */
export const PROTOCOL = 1

interface LiveDeps<Conversation> {
  env: Environment
  /** Origin of the server. */
  server: string
  /** Names locks and channels: what belongs together across tabs. */
  name(): string
  storage: KeyValueStore
  /** Whether tabs share the storage; if not, they must not share anything else. */
  isShared(): boolean
  rest: Rest
  paths: CommandPaths
  authorized<T>(run: (token?: string) => Promise<T>): Promise<T>
  /** Who we are, for hello; null when nobody. */
  identify(): Promise<object | null>
  onUnauthenticated?: () => Promise<boolean>
  /** Where to keep what is shown of the line, if somebody looks at it already. */
  connection?: WritableStore<ConnectionState>
  isOwnSide(actor: Actor): boolean
  isSelf(actor: Actor): boolean
  tellsText: boolean
  /** The line is up, for the first time or again. */
  onOnline(): void
  /** There is no line to be had: asks for what no open conversation shows. */
  onPoll(): Promise<unknown>
  /** In another tab, who sat here has left. */
  onLeft?: () => void
  onConversation(conversation: Conversation): void
  onOutbox?: (record: OutboxRecord) => void
  onFrame?: (frame: ServerFrame) => void
}

/** What tabs tell each other besides what goes through the line. */
type News = OutboxNews | { left: true }

/** Opens nothing by itself: the socket with the first `connect`, the storage with the first `load`. */
export function createLiveClient<Conversation extends VisitorConversation | AgentConversation>(
  deps: LiveDeps<Conversation>,
) {
  const { env, storage, name, isShared, connection = createStore<ConnectionState>({ state: 'idle' }) } = deps
  const views = new Map<string, { view: LiveConversation<Conversation>; holders: number }>()
  let tabs: TabChannel | null = null
  let loading: Promise<void> | null = null

  function changed(conversation: Conversation): void {
    views.get(conversation.id)?.view.changed(conversation)
    deps.onConversation(conversation)
  }

  function hear(frame: ServerFrame): void {
    deps.onFrame?.(frame)
    switch (frame.type) {
      case 'conversation.changed':
        changed(frame.data.conversation as Conversation)
        return
      case 'welcome':
        void outbox.flush()
        for (const [id, { view }] of views) view.resume(frame.data.heads[id])
        deps.onOnline()
        return
      case 'heartbeat':
        for (const [id, head] of Object.entries(frame.data.heads)) views.get(id)?.view.setHead(head)
        return
    }
    const { conversation_id = '' } = (frame as ConversationFrame).data ?? {}
    views.get(conversation_id)?.view.handle(frame as ConversationFrame)
  }

  async function hello() {
    const who = await deps.identify()
    if (!who) return null
    const streams: Record<string, number> = {}
    for (const [id, { view }] of [...views].slice(-RESUMED)) {
      const cursor = view.cursor()
      if (cursor !== null) streams[id] = cursor
    }
    return { ...who, protocol: PROTOCOL, streams }
  }

  const socket = createSharedSocket({
    env,
    name,
    isShared,
    url: `${deps.server.replace(/^http/, 'ws')}/support/live`,
    hello,
    onFrame: hear,
    ...(deps.onUnauthenticated && { onUnauthenticated: deps.onUnauthenticated }),
  })
  const call = createCall({ socket, paths: deps.paths, rest: deps.rest, authorized: deps.authorized })

  const outbox = createOutbox({
    env,
    storage,
    isShared,
    send: (record) => call(record.command, inputOf(record) as never, { cid: record.cid }),
    canSend: () => socket.connection.get().state === 'online' || !env.isOffline(),
    onChange(record, isHeld) {
      views.get(record.conversationId)?.view.recordChanged(record, isHeld)
      deps.onOutbox?.(record)
    },
    onSent({ conversationId, cid }: OutboxRecord, result) {
      const answer = result as { seq: number; conversation?: Conversation }
      views.get(conversationId)?.view.committed(answer, cid)
      if (answer.conversation) deps.onConversation(answer.conversation)
    },
    onLost: ({ conversationId, cid }) => views.get(conversationId)?.view.lost(cid),
    tell: (news) => tabs?.post(news),
  })

  let answered = false

  /** The line as it is, unless requests do without it. */
  function show(): void {
    const line = socket.connection.get()
    if (line.state !== 'reconnecting') {
      if (line.state !== 'connecting') answered = false
      connection.set(line)
    } else if (!answered) connection.set(line)
    else if (connection.get().state !== 'polling') connection.set({ state: 'polling', since: line.since })
  }
  socket.connection.subscribe(() => {
    show()
    // What waits, waits for the network now, or does so no more.
    for (const { view } of views.values()) view.outboxChanged()
  })

  async function poll(round: number): Promise<void> {
    try {
      // Views keep their faults to themselves.
      await Promise.all([...views.values()].map(({ view }) => view.sync()))
      if (round % 3) return
      await deps.onPoll()
      answered = true
    } catch {
      answered = false
    }
    show()
  }
  const stopPolling = startPolling({ env, connection: socket.connection, poll })

  function hearTab(news: News): void {
    if ('left' in news) deps.onLeft?.()
    else outbox.hear(news)
  }

  async function join(): Promise<void> {
    await outbox.load()
    if (isShared()) tabs = env.channel(`deskbell-${name()}`, (news) => hearTab(news as News))
    // Once more, for what was written between.
    await outbox.flush()
  }

  /** Reads what was left unsent, and joins the other tabs. */
  function load(): Promise<void> {
    loading ??= join()
    return loading
  }

  function closeViews(): void {
    for (const { view } of views.values()) view.close()
    views.clear()
  }

  return {
    socket,
    connection,
    call,
    outbox,
    changed,
    load,
    /** The one view of a conversation; each `open` needs its own `close`. */
    open(id: string): LiveConversation<Conversation> {
      const held = views.get(id)
      if (held) {
        held.holders++
        return held.view
      }
      const { isOwnSide, isSelf, tellsText } = deps
      const view = createLiveConversation<Conversation>({
        id,
        env,
        socket,
        call,
        outbox,
        storage,
        isOwnSide,
        isSelf,
        tellsText,
      })
      views.set(id, { view, holders: 1 })
      // Only then is it known whether the conversation has begun at all.
      void load().then(() => {
        view.outboxChanged()
        socket.connect()
        void view.sync()
      })
      return view
    },
    release(id: string): void {
      const held = views.get(id)
      if (!held || --held.holders) return
      views.delete(id)
      held.view.close()
    },
    /**
     * Somebody else may sit here next: nothing of this one's stays in memory. Told to the other tabs or by them.
     * `forGood`: they leave nothing on the disk either.
     */
    leave(told = false, forGood = false): void {
      for (const { view } of views.values()) view.blank()
      closeViews()
      const others = tabs ?? (told || !isShared() ? null : env.channel(`deskbell-${name()}`, () => {}))
      if (!told) others?.post({ left: true } satisfies News)
      others?.close()
      tabs = loading = null
      outbox.leave(forGood)
      socket.close()
    },
    close(): void {
      closeViews()
      stopPolling()
      outbox.close()
      tabs?.close()
      socket.close()
    },
  }
}

export type LiveClient<C extends VisitorConversation | AgentConversation> = ReturnType<
  typeof createLiveClient<C>
>
