// The agent's client: signing in, the inbox, conversations. What the console is built on.

import type { Agent, Availability, Department, Me } from '../protocol/agent.ts'
import type { AgentConversation } from '../protocol/conversation.ts'
import type { DeskListName } from '../protocol/desk-list.ts'
import type { ServerFrame, ServerFrameOf } from '../protocol/frame.ts'
import type { AgentClient, AgentClientOptions } from './agent-client.api.ts'
import { createAgentConversation } from './agent-conversation.ts'
import { AGENT_PATHS } from './agent-paths.ts'
import { ApiError } from './api-error.ts'
import { createAttachmentClient } from './attachment-client.ts'
import type { Environment } from './client-environment.ts'
import { createCopilotClient } from './copilot-client.ts'
import { createHostSession } from './host-session.ts'
import { createInbox } from './inbox-store.ts'
import { createStorage, type KeyValueStore, type Storage } from './key-value-store.ts'
import { createLiveClient, type LiveClient } from './live-client.ts'
import { nativeEnvironment } from './native-environment.ts'
import { createRawRequest } from './raw-request.ts'
import { createRest } from './rest.ts'
import { createSavedViews } from './saved-views.ts'
import { createSignal } from './signal.ts'
import { createStore } from './store.ts'

const isUnauthenticated = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'unauthenticated'

/** How long a patient request waits, ms. */
const PATIENCE = 60_000
/** A list that was changed is read once it has stayed as it is for so long, ms. */
const LISTS_REST = 200

/** The console's cookie, or the page around it, says who is there; nothing else is kept of the session. */
export function createAgentClient(
  { server, token }: AgentClientOptions,
  native: Environment = nativeEnvironment(),
): AgentClient {
  const base = `${server}/api/v1`
  const host = token ? createHostSession({ env: native, base, token }) : null
  const env: Environment = host ? { ...native, fetch: host.fetch } : native
  const rest = createRest({ env, base, credentials: 'same-origin' })
  const patientRest = createRest({
    env: { ...env, after: (_ms, work) => env.after(PATIENCE, work) },
    base,
    credentials: 'same-origin',
  })
  const me = createStore<Me | null>(null)
  const agents = createStore<readonly Agent[]>([])
  const departments = createStore<readonly Department[]>([])
  const meId = (): string => me.get()?.agent.id ?? ''

  const views = createSavedViews({ rest })
  const inbox = createInbox({
    env,
    meId,
    now: () => env.now() + live.socket.clockOffset(),
    saved: views.state.get,
    // A filter goes as JSON: by REST it is part of the address.
    list: ({ filter, ...input }) =>
      live.call('inbox.list', { ...input, ...(filter && { filter: JSON.stringify(filter) }) }),
    counts: () => live.call('inbox.counts', {}),
    loadSaved: views.load,
  })
  views.state.subscribe(inbox.savedChanged)

  const durable = createStore(true)
  /** What one agent left unsent is never sent as another: each has a store of their own. */
  const stores = new Map<string, Storage>()
  function own(): Storage {
    const id = meId()
    const held = stores.get(id)
    if (held) return held
    const made = createStorage(() => env.storage(`deskbell-agent-${id}`))
    made.durable.subscribe(durable.set)
    stores.set(id, made)
    return made
  }
  const storage: KeyValueStore = {
    get: (key) => own().get(key),
    set: (key, value) => own().set(key, value),
    delete: (key) => own().delete(key),
    clear: (prefix) => own().clear(prefix),
    list: (prefix) => own().list(prefix),
  }

  function putAgent(agent: Agent): void {
    agents.update((all) => [...all.filter(({ id }) => id !== agent.id), agent].sort(byName))
    const own = me.get()
    if (own?.agent.id === agent.id) me.set({ ...own, agent })
  }
  const byName = (a: Agent, b: Agent): number => a.name.localeCompare(b.name)

  async function fetchTeam(): Promise<void> {
    const [own, team, rooms] = await Promise.all([
      rest<Me>('GET', '/me'),
      rest<{ agents: Agent[] }>('GET', '/agents'),
      rest<{ departments: Department[] }>('GET', '/departments'),
    ])
    // The cookie is all tabs': another agent may have signed in with it unheard, and this is not their page.
    if (meId() && own.agent.id !== meId()) {
      signedOut()
      return
    }
    agents.set([...team.agents].sort(byName))
    departments.set(rooms.departments)
  }

  const renamed = ({ workspace }: Me): void => me.update((own) => own && { ...own, workspace })

  const heard = createSignal<ServerFrame>()

  /** Lists that were changed, until they come to rest: several changes are often one. */
  const stale = new Map<DeskListName, () => void>()

  function changed(frame: ServerFrameOf<'desk.changed'>): void {
    const { list } = frame.data
    stale.get(list)?.()
    const read = (): void => {
      heard.emit(frame)
      if (list === 'views') views.load().catch(() => {})
      else if (list === 'departments') fetchTeam().catch(() => {})
      else if (list === 'workspace') rest<Me>('GET', '/me').then(renamed, () => {})
    }
    stale.set(list, env.after(LISTS_REST, read))
  }

  /** There was a line before. */
  let isBack = false

  function hear(frame: ServerFrame): void {
    if (frame.type === 'desk.changed') {
      changed(frame)
      return
    }
    heard.emit(frame)
    if (frame.type === 'agent.changed') putAgent(frame.data.agent)
    else if (frame.type === 'welcome') {
      inbox.welcome(frame.data.at)
      // While the line was down nobody was told.
      if (isBack) views.load().catch(() => {})
      isBack = true
    }
  }

  /** What the line last said hello with, in a page of another origin. */
  let lineToken: string | null = null

  const live: LiveClient<AgentConversation> = createLiveClient({
    env,
    server,
    // Tabs of a foreign page may show several servers' consoles.
    name: () => `agent-${meId()}${host ? `@${server}` : ''}`,
    storage,
    isShared: () => own().durable.get(),
    rest,
    paths: AGENT_PATHS,
    async authorized(run) {
      try {
        return await run()
      } catch (error) {
        if (isUnauthenticated(error)) signedOut()
        throw error
      }
    },
    identify: async () => {
      if (!me.get()) return null
      lineToken = host && (await host.bearer())
      return { role: 'agent', ...(lineToken && { token: lineToken }) }
    },
    async onUnauthenticated() {
      if (host) {
        const renewed = await host.renew(lineToken).catch(() => null)
        if (renewed && me.get()) return true
      }
      signedOut()
      return false
    },
    isOwnSide: ({ kind }) => kind !== 'contact',
    isSelf: ({ id }) => id === meId(),
    tellsText: false,
    onOnline: () => void fetchTeam().catch(() => {}),
    async onPoll() {
      inbox.welcome(new Date(env.now() + live.socket.clockOffset()).toISOString())
      await fetchTeam()
    },
    onLeft: () => signedOut(true),
    onConversation: inbox.changed,
    onFrame: hear,
  })

  function signedOut(told = false): void {
    host?.forget()
    live.leave(told)
    me.set(null)
    inbox.clear()
    views.clear()
  }

  async function enter(own: Me): Promise<void> {
    // Whom a page signs in needs no password of ours.
    me.set(host ? { ...own, needs_password: false } : own)
    // First what is stored: only then is it known whether the tabs have it in common.
    await live.load()
    live.socket.connect()
  }

  const attachments = createAttachmentClient({
    env,
    server,
    ask: (file, target) => {
      const { conversationId } = target as { conversationId: string }
      return rest('POST', '/attachments', { body: { ...file, conversation_id: conversationId } })
    },
    askLinks: (id, ids) => rest('POST', `/conversations/${id}/attachments/links`, { body: { ids } }),
  })

  return {
    server,
    connection: live.connection,
    clockOffset: live.socket.clockOffset,
    durable,
    me,
    agents,
    departments,
    async resume() {
      try {
        await enter(await rest('GET', '/me'))
        return true
      } catch (error) {
        if (isUnauthenticated(error)) return false
        throw error
      }
    },
    async login(email, password) {
      await enter(await rest('POST', '/login', { body: { email, password } }))
    },
    async redeemLink(token) {
      await enter(await rest('POST', '/login-links/redeem', { body: { token } }))
    },
    async setPassword(password, email) {
      await rest('POST', '/password', { body: { password, ...(email && { email }) } })
      me.update(
        (own) =>
          own && {
            ...own,
            agent: { ...own.agent, email: own.agent.email ?? email ?? null },
            needs_password: false,
          },
      )
    },
    async logout() {
      await rest('POST', '/logout', { body: {} })
      signedOut()
    },
    async setAvailability(availability: Availability) {
      await live.call('availability.set', { availability })
      const own = me.get()
      if (own) putAgent({ ...own.agent, availability })
    },
    inbox: {
      state: inbox.state,
      show: inbox.show,
      loadMore: inbox.loadMore,
      onWaiting: inbox.onWaiting,
      onReply: inbox.onReply,
    },
    views: { state: views.state, load: views.load, save: views.save, remove: views.remove },
    rest: async (method, path, request) => {
      try {
        return await (request?.patient ? patientRest : rest)(method, path, request)
      } catch (error) {
        if (isUnauthenticated(error)) signedOut()
        throw error
      }
    },
    raw: createRawRequest({ env, base }),
    call: (name, input) => live.call(name, input as never) as never,
    listen: (type, listener, options) =>
      heard.listen((frame) => {
        if (frame.type === type) listener(frame.data as never)
      }, options),
    files: async () => attachments,
    open: (id) =>
      createAgentConversation(id, live, createCopilotClient({ env, base, conversationId: id }), env.now),
    close() {
      for (const cancel of stale.values()) cancel()
      live.close()
    },
  }
}
