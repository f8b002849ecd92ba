// How many conversations each view, team and saved view holds: worked out from what changes as far as that is known,
// asked for again where it is not.

import type { AgentConversation, InboxCounts } from '../protocol/conversation.ts'
import type { SavedView } from '../protocol/triage.ts'
import type { InboxState } from './agent-client.api.ts'
import type { Environment } from './client-environment.ts'
import { belongs, INBOX_VIEWS, isDone, isIn, isInSight, isTimely } from './inbox-membership.ts'

/** Soon, but not for every frame of a burst; and while it goes on, not all the time. */
const ASK_AFTER = 500
const ASK_AGAIN_AFTER = 5000
/** The server counts no further. */
const MOST = 1000
/** Conversations remembered as they were counted. */
const REMEMBERED = 20_000

type Counts = Pick<InboxState, 'counts' | 'teams' | 'saved'>

export interface InboxCountDeps {
  env: Pick<Environment, 'after'>
  ask(): Promise<InboxCounts>
  meId(): string
  /** The server's time. */
  now(): number
  saved(): readonly SavedView[]
  get(): Counts
  set(counts: Counts): void
}

export function createInboxCounts({ env, ask, meId, now, saved, get, set }: InboxCountDeps) {
  /** What the counts are known to count, as it was counted. */
  const counted = new Map<string, AgentConversation>()
  let cancelAsk: (() => void) | null = null
  let askedAt = Number.NEGATIVE_INFINITY
  let isAsking = false
  let isStale = false
  let generation = 0

  /** Tells every count that takes this conversation in. */
  function each(c: AgentConversation, to: (kind: keyof Counts, name: string) => void): void {
    const me = meId()
    for (const view of INBOX_VIEWS) if (belongs(view, c, me)) to('counts', view)
    if (c.department && isInSight(c)) to('teams', c.department.id)
    if (isDone(c)) return
    for (const { id, filter } of saved()) if (isIn({ view: 'open', filter }, c, me, now())) to('saved', id)
  }

  async function fetchNow(): Promise<void> {
    if (isAsking) {
      isStale = true
      return
    }
    const asked = generation
    isAsking = true
    askedAt = now()
    try {
      const { views, teams, saved } = await ask()
      if (asked === generation) set({ counts: views, teams, saved })
    } catch {
      // What is drawn stays drawn; the next change or reconnect asks again.
    } finally {
      isAsking = false
      if (isStale) {
        isStale = false
        fetchSoon()
      }
    }
  }

  function fetchSoon(): void {
    cancelAsk ??= env.after(Math.max(ASK_AFTER, askedAt + ASK_AGAIN_AFTER - now()), () => {
      cancelAsk = null
      void fetchNow()
    })
  }

  function remember(c: AgentConversation): void {
    counted.delete(c.id)
    counted.set(c.id, c)
    if (counted.size > REMEMBERED) counted.delete(counted.keys().next().value!)
  }

  return {
    fetchNow,
    fetchOnce(): void {
      if (askedAt === Number.NEGATIVE_INFINITY) void fetchNow()
    },
    remember,
    /** The counts after many changes. `isNew`: it was in no count before. */
    after(changes: Iterable<{ next: AgentConversation; isNew: boolean }>): Counts {
      const before = get()
      const after = { counts: { ...before.counts }, teams: { ...before.teams }, saved: { ...before.saved } }
      const add = (by: number) => (kind: keyof Counts, name: string) => {
        const place = after[kind] as Record<string, number>
        const count = place[name] ?? 0
        // From here on it means "as many or more", and less can be known by the server alone.
        if (count >= MOST) return
        place[name] = Math.max(0, count + by)
      }
      let isUnsure = false
      for (const { next, isNew } of changes) {
        const known = counted.get(next.id)
        remember(next)
        // Not knowing what it was, only the server can tell; a new one shows at once all the same.
        if (!known) isUnsure = true
        if (!known && !isNew) continue
        if (known) each(known, add(-1))
        each(next, add(1))
      }
      const isFull = Object.values(before.counts).some((count) => count >= MOST)
      if (isUnsure || isFull || isAsking || saved().some(({ filter }) => isTimely(filter))) fetchSoon()
      return after
    },
    clear(): void {
      generation++
      counted.clear()
      cancelAsk?.()
      cancelAsk = null
      isStale = false
      askedAt = Number.NEGATIVE_INFINITY
    },
  }
}
