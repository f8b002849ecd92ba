// The agent's inbox: one list of it at a time, kept true by what the server tells. Knows no socket.

import type { AgentConversation, InboxCounts, InboxPage, InboxView } from '../protocol/conversation.ts'
import type { SavedView } from '../protocol/triage.ts'
import type { InboxQuery, InboxState } from './agent-client.api.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import { inboxOrder, isIn, isTimely } from './inbox-membership.ts'
import { placed, type RowRules } from './inbox-rows.ts'
import { createInboxCounts } from './live-counts.ts'
import { createSignal } from './signal.ts'
import { createStore } from './store.ts'

/** The first change shows at once; those that follow so closely are one change of the store: nobody reads faster. */
const TOGETHER = 100
const PAGE = 50
/** A filter that finds little is answered piece by piece; so many pieces make one page at most. */
const PIECES = 40
/** Rows fetched anew after the line was down, however many were loaded. */
const RELOADED = 500
/** Where time alone changes what belongs here, only the server knows. */
const TIMELY_EVERY = 60_000
/** Conversations remembered, to tell news from what is known. */
const REMEMBERED = 20_000

export interface InboxListInput extends Omit<InboxQuery, 'saved'> {
  cursor?: string
  limit?: number
}

interface InboxDeps {
  env: Pick<Environment, 'after'>
  list(input: InboxListInput): Promise<InboxPage>
  counts(): Promise<InboxCounts>
  saved(): readonly SavedView[]
  /** Reads them anew. */
  loadSaved(): Promise<void>
  meId(): string
  /** The server's time. */
  now(): number
}

/** Empty until `show`; from then on `changed` and `welcome` keep it true. */
export function createInbox({ env, list, counts: askCounts, saved, loadSaved, meId, now }: InboxDeps) {
  const state = createStore<InboxState>({
    view: 'waiting',
    query: { view: 'waiting' },
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
    teams: {},
    saved: {},
    hasMore: false,
  })
  const waiting = createSignal<AgentConversation>()
  const reply = createSignal<AgentConversation>()
  /** Everything seen of late, to tell news from what is known. */
  const seen = new Map<string, AgentConversation>()
  /** Told since the last change of the store. */
  let incoming = new Map<string, { next: AgentConversation; isNew: boolean }>()
  /** Told since the list was asked for: its answer may be older. */
  let meanwhile: Map<string, AgentConversation> | null = null
  let cursor: string | null = null
  let edge: AgentConversation | null = null
  /** Server time from which on something counts as news; empty before the first welcome. */
  let since = ''
  /** Raised by every `show`: a late answer never overwrites a newer one. */
  let asked = 0
  let shown = false
  let more: Promise<void> | null = null
  let cancelNext: (() => void) | null = null
  let cancelTimely: (() => void) | null = null

  const patch = (change: Partial<InboxState>): void => state.update((before) => ({ ...before, ...change }))
  const counting = createInboxCounts({
    env,
    ask: askCounts,
    meId,
    now,
    saved,
    get: state.get,
    set: (counts) => patch(counts),
  })

  function rules(): RowRules {
    const { query } = state.get()
    const [me, at] = [meId(), now()]
    return { isIn: (c) => isIn(query, c, me, at), order: inboxOrder(query.view, query.sort), edge }
  }

  /** Tells of what began since it was last seen. */
  function notice(next: AgentConversation): void {
    const before = seen.get(next.id)
    seen.delete(next.id)
    seen.set(next.id, next)
    if (seen.size > REMEMBERED) seen.delete(seen.keys().next().value!)
    if (!since) return
    const { waiting_since, last_message, assignee } = next
    if (waiting_since && waiting_since > since && waiting_since !== before?.waiting_since) waiting.emit(next)
    const toldAt = before?.last_message?.at ?? since
    if (last_message?.actor.kind === 'contact' && last_message.at > toldAt && assignee?.id === meId())
      reply.emit(next)
  }

  /** By the log's numbers: a time is when a transaction began, which need not be the order they went in. */
  const isOlder = (next: AgentConversation, known: AgentConversation | undefined): boolean =>
    known !== undefined &&
    (known.head > next.head || (known.head === next.head && known.updated_at > next.updated_at))

  /** Pages from a cursor on until there are enough rows; null: somebody asked for something else meanwhile. */
  async function read(
    ask: number,
    from: string | null,
    enough: number,
    onPiece?: (rows: AgentConversation[]) => void,
  ): Promise<{ rows: AgentConversation[]; page: InboxPage } | null> {
    const { view, filter, sort } = state.get().query
    const rows: AgentConversation[] = []
    for (let piece = 1, at = from; ; piece++) {
      const limit = Math.min(100, enough - rows.length)
      const page = await list({
        view,
        ...(filter && { filter }),
        ...(sort && { sort }),
        ...(at !== null && { cursor: at }),
        limit,
      })
      if (ask !== asked) return null
      const held = new Set(rows.map(({ id }) => id))
      rows.push(...page.conversations.filter(({ id }) => !held.has(id)))
      at = page.next_cursor
      // Less than was asked for is all there was to look at in one piece, where a filter had to be looked for.
      const isWhole = rows.length >= enough || (!filter && page.conversations.length < limit)
      if (at === null || isWhole || piece >= PIECES) return { rows, page }
      onPiece?.(rows)
    }
  }

  /** Of what was told while the answer was under way, the newer counts. */
  function latest(rows: readonly AgentConversation[]): AgentConversation[] {
    const { isIn, order } = rules()
    return rows
      .flatMap((row) => {
        const known = seen.get(row.id)
        if (!known || !isOlder(row, known)) return [row]
        return isIn(known) ? [known] : []
      })
      .sort(order)
  }

  function take(rows: readonly AgentConversation[], page: InboxPage): void {
    cursor = page.next_cursor
    edge = cursor === null ? null : (rows.at(-1) ?? edge)
    incoming.clear()
    for (const row of rows) {
      if (!isOlder(row, seen.get(row.id))) {
        notice(row)
        counting.remember(row)
      }
    }
    const told = meanwhile ?? new Map<string, AgentConversation>()
    meanwhile = null
    for (const { id } of rows) told.delete(id)
    patch({
      phase: 'ready',
      conversations: placed(latest(rows), told, rules()),
      counts: page.counts,
      hasMore: cursor !== null,
    })
  }

  function watchTime(): void {
    cancelTimely?.()
    const { filter } = state.get().query
    cancelTimely = filter && isTimely(filter) ? env.after(TIMELY_EVERY, () => void reload()) : null
  }

  async function load(enough = PAGE): Promise<void> {
    const ask = ++asked
    more = null
    cursor = null
    meanwhile = new Map()
    shown = true
    const isFirst = state.get().phase !== 'ready'
    const draw = (rows: AgentConversation[]): void => patch({ conversations: latest(rows) })
    try {
      const found = await read(ask, null, enough, isFirst ? draw : undefined)
      if (!found) return
      take(found.rows, found.page)
      watchTime()
    } catch (error) {
      if (ask !== asked) return
      meanwhile = null
      // What is drawn stays drawn; the next reconnect loads again.
      if (state.get().phase !== 'ready') patch({ phase: 'failed' })
      if (!(error instanceof ApiError && error.retryable)) throw error
    }
  }

  const isMissing = ({ saved: id }: InboxQuery): boolean =>
    id !== undefined && !saved().some((view) => view.id === id)

  function begin(query: InboxQuery): void {
    if (JSON.stringify(state.get().query) !== JSON.stringify(query))
      patch({ view: query.view, query, phase: 'loading', conversations: [], hasMore: false })
  }

  function gone(): void {
    asked++
    cursor = null
    patch({ phase: 'gone', conversations: [], hasMore: false })
  }

  /** Reads the saved views for one that is not among them. @returns whether it is there; if not, the state says why */
  async function finds(query: InboxQuery): Promise<boolean> {
    const ask = ++asked
    shown = true
    begin(query)
    try {
      await loadSaved()
    } catch (error) {
      if (ask !== asked) return false
      patch({ phase: 'failed' })
      if (!(error instanceof ApiError && error.retryable)) throw error
      return false
    }
    if (ask !== asked) return false
    if (isMissing(query)) gone()
    return !isMissing(query)
  }

  async function show(asking: InboxView | Partial<InboxQuery>): Promise<void> {
    const given: InboxQuery = { view: 'open', ...(typeof asking === 'string' ? { view: asking } : asking) }
    if (isMissing(given) && !(await finds(given))) return
    const view = saved().find(({ id }) => id === given.saved)
    begin({ ...(view && { filter: view.filter, sort: view.sort }), ...given })
    counting.fetchOnce()
    await load()
  }

  function reload(): Promise<void> {
    const { query, conversations } = state.get()
    const done = isMissing(query)
      ? show(query)
      : load(Math.min(RELOADED, Math.max(PAGE, conversations.length)))
    return done.catch(() => {})
  }

  function tell(): void {
    cancelNext = null
    if (incoming.size === 0) return
    const changes = [...incoming.values()]
    incoming = new Map()
    const counts = counting.after(changes)
    const changed = new Map(changes.map(({ next }) => [next.id, next]))
    const { conversations, query } = state.get()
    patch({ ...counts, ...(!isMissing(query) && { conversations: placed(conversations, changed, rules()) }) })
    // The next ones wait for its end.
    cancelNext = env.after(TOGETHER, tell)
  }

  return {
    state,
    onWaiting: waiting.listen,
    onReply: reply.listen,
    show,
    loadMore(): Promise<void> {
      const from = cursor
      if (from === null) return Promise.resolve()
      const ask = asked
      more ??= read(ask, from, PAGE)
        .then((found) => {
          if (!found) return
          cursor = found.page.next_cursor
          for (const row of found.rows) if (!isOlder(row, seen.get(row.id))) notice(row)
          for (const row of found.rows) counting.remember(row)
          const last = found.rows.at(-1)
          edge = cursor === null ? null : (last ?? edge)
          const { conversations } = state.get()
          const held = new Set(conversations.map(({ id }) => id))
          const next = latest(found.rows.filter(({ id }) => !held.has(id)))
          const rows = placed(conversations, new Map(next.map((row) => [row.id, row])), rules())
          patch({ conversations: rows, hasMore: cursor !== null })
        })
        .finally(() => {
          if (ask === asked) more = null
        })
      return more
    },
    /** The line is up (again): what was missed is fetched. */
    welcome(at: string): void {
      since ||= at
      if (!shown) return
      void reload()
      void counting.fetchNow()
    },
    /** A conversation is other than it was, or new. */
    changed(next: AgentConversation): void {
      const known = seen.get(next.id)
      if (isOlder(next, known)) return
      notice(next)
      const isNew = incoming.get(next.id)?.isNew ?? (!known && since !== '' && next.created_at > since)
      incoming.set(next.id, { next, isNew })
      meanwhile?.set(next.id, next)
      if (!cancelNext) tell()
    },
    /** Saved views are others than they were: so are their counts, and what is shown may be none any more. */
    savedChanged: (): void => {
      if (state.get().phase === 'ready' && isMissing(state.get().query)) gone()
      if (shown) void counting.fetchNow()
    },
    /** Somebody else sits here now. */
    clear(): void {
      asked++
      more = null
      meanwhile = null
      shown = false
      since = ''
      cursor = null
      edge = null
      seen.clear()
      incoming.clear()
      counting.clear()
      for (const cancel of [cancelNext, cancelTimely]) cancel?.()
      cancelNext = null
      cancelTimely = null
      patch({ phase: 'loading', conversations: [], teams: {}, saved: {}, hasMore: false })
    },
  }
}

export type Inbox = ReturnType<typeof createInbox>
