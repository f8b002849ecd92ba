// The agent's inbox: one view of it at a time, kept true by what the server tells. Knows no socket.

import type { AgentConversation, InboxPage, InboxView } from '../protocol/conversation.ts'
import type { InboxState } from './agent-client.api.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import { belongs, INBOX_VIEWS, inboxOrder } from './inbox-membership.ts'
import { createSignal } from './signal.ts'
import { createStore } from './store.ts'

/** Counts that cannot be worked out are fetched again, but not for every frame of a burst. */
const RECOUNT_AFTER = 500

interface InboxDeps {
  env: Pick<Environment, 'after'>
  list(input: { view: InboxView; cursor?: string; limit?: number }): Promise<InboxPage>
  meId(): string
}

/** Empty until `show`; from then on `changed` and `welcome` keep it true. */
export function createInbox({ env, list, meId }: InboxDeps) {
  const state = createStore<InboxState>({
    view: 'waiting',
    phase: 'loading',
    conversations: [],
    counts: {
      mine: 0,
      waiting: 0,
      unassigned: 0,
      assistant: 0,
      drafts: 0,
      mentions: 0,
      following: 0,
      open: 0,
      snoozed: 0,
      resolved: 0,
      spam: 0,
    },
    hasMore: false,
  })
  const waiting = createSignal<AgentConversation>()
  const reply = createSignal<AgentConversation>()
  /** Everything seen so far, to tell news from what is known. */
  const seen = new Map<string, AgentConversation>()
  /** What the counts are known to count, as it was counted. */
  let counted = new Map<string, AgentConversation>()
  let cursor: string | null = null
  /** Server time from which on something counts as news; empty before the first welcome. */
  let since = ''
  /** Raised by every `show`: a late answer never overwrites a newer one. */
  let asked = 0
  let shown = false
  let cancelRecount: (() => void) | null = null

  const patch = (change: Partial<InboxState>): void => state.update((before) => ({ ...before, ...change }))

  /** Tells of what began since it was last seen. */
  function notice(next: AgentConversation): void {
    const before = seen.get(next.id)
    seen.set(next.id, next)
    if (!since) return
    const { waiting_since, last_message, assignee } = next
    if (waiting_since && waiting_since > since && waiting_since !== before?.waiting_since) waiting.emit(next)
    const toldAt = before?.last_message?.at ?? since
    if (last_message?.actor.kind === 'contact' && last_message.at > toldAt && assignee?.id === meId())
      reply.emit(next)
  }

  function recount(): void {
    cancelRecount ??= env.after(RECOUNT_AFTER, () => {
      cancelRecount = null
      list({ view: state.get().view, limit: 1 }).then(
        ({ counts }) => patch({ counts }),
        () => {},
      )
    })
  }

  async function load(view: InboxView): Promise<void> {
    const ask = ++asked
    shown = true
    try {
      const page = await list({ view })
      if (ask !== asked) return
      cursor = page.next_cursor
      counted = new Map(page.conversations.map((conversation) => [conversation.id, conversation]))
      for (const conversation of page.conversations) notice(conversation)
      patch({
        view,
        phase: 'ready',
        conversations: page.conversations,
        counts: page.counts,
        hasMore: cursor !== null,
      })
    } catch (error) {
      if (ask !== asked) return
      // What is drawn stays drawn; the next reconnect loads again.
      if (state.get().phase !== 'ready') patch({ phase: 'failed' })
      if (!(error instanceof ApiError && error.retryable)) throw error
    }
  }

  return {
    state,
    onWaiting: waiting.listen,
    onReply: reply.listen,
    async show(view: InboxView): Promise<void> {
      if (state.get().view !== view) patch({ view, phase: 'loading', conversations: [], hasMore: false })
      await load(view)
    },
    async loadMore(): Promise<void> {
      const ask = asked
      if (cursor === null) return
      const page = await list({ view: state.get().view, cursor })
      if (ask !== asked) return
      cursor = page.next_cursor
      for (const conversation of page.conversations) notice(conversation)
      const held = new Set(state.get().conversations.map(({ id }) => id))
      const more = page.conversations.filter(({ id }) => !held.has(id))
      patch({ conversations: [...state.get().conversations, ...more], hasMore: cursor !== null })
    },
    /** The line is up (again): what was missed is fetched. */
    welcome(at: string): void {
      since ||= at
      if (shown) void load(state.get().view).catch(() => {})
    },
    /** A conversation is other than it was, or new. */
    changed(next: AgentConversation): void {
      const known = seen.get(next.id)
      if (known && (known.head > next.head || known.updated_at > next.updated_at)) return
      notice(next)
      const { view, conversations, hasMore } = state.get()
      const counts = { ...state.get().counts }
      const me = meId()
      const before = counted.get(next.id)
      counted.set(next.id, next)
      // Not knowing what it was, only the server can tell; a new one shows at once all the same.
      if (!before) recount()
      if (before || (!known && since && next.created_at > since))
        for (const name of INBOX_VIEWS)
          counts[name] += Number(belongs(name, next, me)) - Number(before ? belongs(name, before, me) : 0)
      const others = conversations.filter(({ id }) => id !== next.id)
      if (belongs(view, next, me)) {
        const last = others.at(-1)
        others.push(next)
        others.sort(inboxOrder(view))
        // Beyond what is loaded its place is unknown: a later page brings it.
        if (hasMore && last && others.at(-1) === next) others.pop()
      }
      patch({ counts, conversations: others })
    },
    /** Somebody else sits here now. */
    clear(): void {
      asked++
      shown = false
      since = ''
      seen.clear()
      counted.clear()
      cancelRecount?.()
      cancelRecount = null
      patch({ phase: 'loading', conversations: [], hasMore: false })
    },
  }
}

export type Inbox = ReturnType<typeof createInbox>
