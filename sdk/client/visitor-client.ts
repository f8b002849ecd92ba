// The visitor's client: help, tickets and conversations of one site. What the widget is built on.

import type { VisitorConversation } from '../protocol/conversation.ts'
import type { TicketStatus } from '../protocol/ticket.ts'
import { type Environment, nativeEnvironment } from './client-environment.ts'
import { clientId } from './client-id.ts'
import { createStorage } from './key-value-store.ts'
import { createLiveClient, type LiveClient } from './live-client.ts'
import type { OutboxRecord } from './outbox.ts'
import { createRest } from './rest.ts'
import { createSession } from './session.ts'
import { createStore } from './store.ts'
import type { VisitorClient, VisitorClientOptions } from './visitor-client.api.ts'
import { createVisitorConversation } from './visitor-conversation.ts'
import { VISITOR_PATHS } from './visitor-paths.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** A conversation the server has not heard of yet, so that one begun off line can be found again after a reload. */
function unsentConversation({ conversationId, input, at }: OutboxRecord): VisitorConversation {
  const time = new Date(at).toISOString()
  const preview = String(input.message).slice(0, 140)
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

/** Nothing is stored and no socket opens before the first call that needs it. */
export function createVisitorClient(
  { server, site, locale }: VisitorClientOptions,
  env: Environment = nativeEnvironment(),
): VisitorClient {
  const rest = createRest({ env, base: `${server}/support/widget`, query: { site } })
  const storage = createStorage(() => env.storage(`deskbell-${site}`))
  const session = createSession({ env, storage, rest, site, locale })
  /** As the server tells them. */
  let known: readonly VisitorConversation[] = []
  const list = createStore<readonly VisitorConversation[]>([])

  function drawList(): void {
    const ids = new Set(known.map(({ id }) => id))
    const unsent = live.outbox.all().filter((record) => record.command === 'conversation.start')
    const all = [
      ...known,
      ...unsent.filter((record) => !ids.has(record.conversationId)).map(unsentConversation),
    ]
    list.set(all.sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1)))
  }

  function keep(conversation: VisitorConversation): void {
    const held = known.find(({ id }) => id === conversation.id)
    if (held && held.head > conversation.head) return
    known = [conversation, ...known.filter(({ id }) => id !== conversation.id)]
    drawList()
  }

  async function fetchList(): Promise<void> {
    known = (await live.call('conversation.list', {})).conversations
    drawList()
    for (const conversation of known) live.changed(conversation)
  }

  let heldToken = ''
  const live: LiveClient<VisitorConversation> = createLiveClient({
    env,
    server,
    name: () => site,
    storage,
    rest,
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
    onOnline: () => void fetchList().catch(() => {}),
    onConversation: keep,
    onOutbox: drawList,
  })

  return {
    connection: live.socket.connection,
    clockOffset: live.socket.clockOffset,
    durable: storage.durable,
    config: () => rest('GET', '/config', { query: { locale } }),
    articles: {
      search: (q, { signal } = {}) => rest('GET', '/articles/search', { query: { q, locale }, signal }),
      get: (slug) => rest('GET', `/articles/${encodeURIComponent(slug)}`, { query: { locale } }),
      feedback: (slug, body) => rest('POST', `/articles/${encodeURIComponent(slug)}/feedback`, { body }),
    },
    tickets: {
      create: (ticket) => rest('POST', '/tickets', { body: { cid: clientId(), ...ticket, site, locale } }),
      status: (query) => rest<TicketStatus>('GET', '/tickets/status', { query }),
      reply: (reply) => rest<TicketStatus>('POST', '/tickets/reply', { body: { ...reply, site } }),
    },
    conversations: {
      list,
      async known() {
        await live.load()
        return live.outbox.all().length > 0 || session.known()
      },
      async resume() {
        if (!(await this.known())) return
        live.socket.connect()
        await fetchList()
      },
      async start({ message, want, departmentId, page }) {
        const id = clientId(env.now())
        const input = { conversation_id: id, message, want, department_id: departmentId, locale, page }
        await live.load()
        await live.outbox.add('conversation.start', input)
        return createVisitorConversation(id, live)
      },
      open: (id) => createVisitorConversation(id, live),
    },
    close: live.close,
  }
}
