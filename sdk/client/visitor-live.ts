// The visitor's conversations: what the client fetches only once somebody chats, or has chatted before.

import type { Attachment } from '../protocol/attachment.ts'
import type { VisitorConversation } from '../protocol/conversation.ts'
import { ApiError } from './api-error.ts'
import type { AttachmentClient } from './attachment-client.ts'
import type { Environment, PageEnvironment } from './client-environment.ts'
import { clientId } from './client-id.ts'
import type { ConnectionState } from './connection-state.ts'
import type { Storage } from './key-value-store.ts'
import { createLiveClient, type LiveClient } from './live-client.ts'
import { liveEnvironment } from './live-environment.ts'
import type { OutboxRecord } from './outbox-record.ts'
import { createPageFacts } from './page-facts.ts'
import type { PageToolBox, PageToolDefinition } from './page-tools.ts'
import type { Rest } from './rest.ts'
import { createSession } from './session.ts'
import type { WritableStore } from './store.ts'
import type {
  IdentityState,
  IdentityToken,
  StartInput,
  VisitorClientOptions,
  VisitorConversationView,
} from './visitor-client.api.ts'
import { createVisitorConversation } from './visitor-conversation.ts'
import { VISITOR_PATHS } from './visitor-paths.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A conversation the server has not heard of yet, so that one begun off line can be found again after a reload. */
function unsentConversation({ conversationId, input, at }: OutboxRecord): VisitorConversation {
  const time = new Date(at).toISOString()
  const names = ((input.attachments ?? []) as Attachment[]).map(({ name }) => name)
  const preview = (String(input.message) || names.join(', ')).slice(0, 140)
  return {
    id: conversationId,
    reference: '',
    channel: 'chat',
    subject: preview,
    status: 'new',
    department: null,
    assignee: null,
    head: 0,
    read_seq: 0,
    other_read_seq: 0,
    last_message: { preview, at: time, actor: { kind: 'contact', id: null, name: '' } },
    rating: null,
    created_at: time,
    updated_at: time,
    queue: null,
    contact: { id: NOBODY, name: '', email: null },
  }
}

interface VisitorLiveDeps extends VisitorClientOptions {
  /** The rest of it is the browser's own. */
  env: PageEnvironment | Environment
  rest: Rest
  storage: Storage
  connection: WritableStore<ConnectionState>
  list: WritableStore<readonly VisitorConversation[]>
  identity: WritableStore<IdentityState>
  departures: WritableStore<number>
}

/** Writes into the stores the small client has shown from the start. */
export function createVisitorLive({
  server,
  site,
  locale,
  env: given,
  rest,
  storage,
  connection,
  list,
  identity,
  departures,
}: VisitorLiveDeps) {
  const env: Environment = 'lead' in given ? given : { ...given, ...liveEnvironment() }
  const session = createSession({
    env,
    storage,
    rest,
    site,
    locale,
    identity,
    onLeft: () => leave(),
    onOpen() {
      opened()
      // Who left took the line along.
      if (isWanted && connection.get().state === 'idle') void connect().catch(() => {})
    },
  })
  /** Somebody looks at conversations, so there is to be a line. */
  let isWanted = false
  /** As the server tells them. */
  let known: readonly VisitorConversation[] = []
  let heldToken = ''
  let attachments: AttachmentClient | undefined
  /** Fetched with the page's first tool. */
  let offering: Promise<PageToolBox> | undefined
  let offered: PageToolBox | undefined
  let hasSession = false

  function drawList(): void {
    const ids = new Set(known.map(({ id }) => id))
    const unsent = live.outbox.all().filter((record) => record.command === 'conversation.start')
    const all = [
      ...known,
      ...unsent.filter((record) => !ids.has(record.conversationId)).map(unsentConversation),
    ]
    list.set(all.sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1)))
  }

  /** Of what was told and what is told now: news and answers overtake each other. */
  function latest(told: VisitorConversation): VisitorConversation {
    const held = known.find(({ id }) => id === told.id)
    return held && held.head > told.head ? held : told
  }

  function keep(conversation: VisitorConversation): void {
    if (latest(conversation) !== conversation) return
    known = [conversation, ...known.filter(({ id }) => id !== conversation.id)]
    drawList()
  }

  async function fetchList(): Promise<void> {
    const mine = departures.get()
    const { conversations } = await live.call('conversation.list', {})
    if (mine !== departures.get()) return
    known = conversations.map(latest)
    drawList()
    for (const conversation of known) live.changed(conversation)
  }

  /** Nothing of who sat here stays in memory, in this tab and the others. */
  function leave(told = false): void {
    known = []
    facts.forget()
    hasSession = false
    offered?.forget()
    live.leave(told, true)
    list.set([])
    departures.update((count) => count + 1)
  }

  async function connect(): Promise<void> {
    isWanted = true
    await live.load()
    live.socket.connect()
  }

  const live: LiveClient<VisitorConversation> = createLiveClient({
    env,
    server,
    name: () => site,
    storage,
    isShared: storage.durable.get,
    rest,
    connection,
    paths: VISITOR_PATHS,
    authorized: session.authorized,
    async identify() {
      heldToken = await session.token()
      return { role: 'visitor', site, token: heldToken }
    },
    async onUnauthenticated() {
      await session.drop(heldToken)
      // A new session is worth opening only for what waits to be sent; one opened meanwhile is worth using.
      return live.outbox.all().length > 0 || session.known()
    },
    isOwnSide: ({ kind }) => kind === 'contact',
    isSelf: ({ kind }) => kind === 'contact',
    tellsText: true,
    onOnline() {
      opened()
      fetchList().catch(() => {})
    },
    onLeft() {
      session.forget()
      isWanted = false
      leave(true)
    },
    onPoll: fetchList,
    onConversation: keep,
    onOutbox({ command }) {
      if (command === 'conversation.start') drawList()
    },
  })

  const facts = createPageFacts(live.call)

  function opened(): void {
    hasSession = true
    facts.opened()
    offered?.opened()
  }

  function tools(): Promise<PageToolBox> {
    offering ??= import('./page-tools.ts').then(({ createPageTools }) => {
      offered = createPageTools({ env, call: live.call, clockOffset: live.socket.clockOffset })
      if (hasSession) offered.opened()
      return offered
    })
    return offering
  }

  function conversation(id: string): VisitorConversationView {
    const view = createVisitorConversation(id, live, transcripts)
    const stop = view.state.subscribe(({ events }) => offered?.look(events))
    return {
      ...view,
      close() {
        stop()
        view.close()
      },
    }
  }

  /** What the page offers is known before the first question is, if that takes no longer than a moment. */
  async function toolsTold(): Promise<void> {
    if (!offering) return
    const told = Promise.all([offering, session.token()]).then(([tools]) => tools.told())
    await Promise.race([told.catch(() => {}), new Promise<void>((resolve) => void env.after(1000, resolve))])
  }
  const transcripts = { env, server, site, locale, rest, authorized: session.authorized }

  return {
    clockOffset: live.socket.clockOffset,
    async resume(): Promise<void> {
      await session.settle()
      await connect()
      await fetchList()
    },
    /** Resolves when the server has taken it, or at once while nothing asks for a session. */
    async identify(token: IdentityToken): Promise<void> {
      session.name(token)
      if (!isWanted) return
      await session.token()
      const state = identity.get()
      if (state.state === 'refused')
        throw new ApiError('identity-rejected', state.problem?.message, state.problem)
      await fetchList()
    },
    logout(): Promise<void> {
      isWanted = false
      return session.leave()
    },
    facts,
    offer: async (tool: PageToolDefinition): Promise<void> => (await tools()).register(tool),
    withdraw: async (name: string): Promise<void> => (await tools()).remove(name),
    token: session.token,
    async start({ departmentId, conversationId, ...input }: StartInput): Promise<VisitorConversationView> {
      const id = conversationId ?? clientId(env.now())
      const command = { conversation_id: id, ...input, department_id: departmentId, locale }
      await session.settle()
      isWanted = true
      await live.load()
      await toolsTold()
      await live.outbox.add('conversation.start', command)
      return conversation(id)
    },
    open(id: string): VisitorConversationView {
      isWanted = true
      return conversation(id)
    },
    async files(): Promise<AttachmentClient> {
      const { createVisitorAttachments } = await import('./visitor-attachments.ts')
      attachments ??= createVisitorAttachments({ env, server, site, rest, storage, session })
      return attachments
    },
    close(): void {
      isWanted = false
      live.close()
    },
  }
}

export type VisitorLive = ReturnType<typeof createVisitorLive>
