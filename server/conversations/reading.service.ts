// Reading a log: from a cursor, backwards, and the marks of how far each reader has come.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { LogStretch } from '../../sdk/protocol/event.ts'
import { LIMITS } from '../../sdk/protocol/limits.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { actorOf, authorize, type Principal } from './access.ts'
import type { ConversationLog } from './conversation-log.ts'
import { toEvent } from './conversation-row.ts'
import type { ConversationDetail, ConversationViews } from './conversation-view.ts'
import { createGatheredReads } from './gathered-reads.ts'
import { createKeptStretches } from './kept-stretches.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** A reader has come further; both sides' numbers. */
    'conversation.read': {
      workspace_id: string
      conversation_id: string
      contact_id: string
      actor: Actor
      seq: number
      pub_seq: number
    }
  }
}

export interface ReadingDeps {
  db: Database
  bus: Pick<Bus, 'emit'>
  log: ConversationLog
  views: ConversationViews
}

export function createReading({ db, bus, log, views }: ReadingDeps) {
  const gathered = createGatheredReads({ db })
  const kept = createKeptStretches()

  const headOf = (row: ConversationDetail, side: Principal['side']): number =>
    Number(side === 'visitor' ? row.last_pub_seq : row.last_seq)

  const viewOf = (row: ConversationDetail, side: Principal['side']) =>
    side === 'visitor' ? views.forVisitor(row) : views.forAgent(row)

  async function open(principal: Principal, conversationId: string): Promise<ConversationDetail> {
    const row = await gathered.detail({ workspaceId: principal.workspaceId, id: conversationId })
    if (!row) throw new Problem('conversation-not-found')
    authorize(principal, row)
    return row
  }

  /** Where a reader with a cursor stands, and how to read on from there. */
  async function goTo(principal: Principal, conversationId: string, after: number) {
    const row = await open(principal, conversationId)
    const { side } = principal
    const head = headOf(row, side)
    // A cursor beyond the head is of another life of this database: begin anew.
    const reset = after > head || head - after > LIMITS.deltaEvents
    const from = reset ? Math.max(0, head - LIMITS.snapshotEvents) : after
    const about = {
      mode: reset ? ('reset' as const) : ('delta' as const),
      conversation: viewOf(row, side),
      conversation_id: conversationId,
    }
    const range = { id: conversationId, after: from, limit: LIMITS.deltaEvents, likely: head - from }
    const read = async () => (await gathered.stretch[side](range)).map((event) => toEvent(event, side))
    return { about, from, head, read, contactId: row.contact_id }
  }

  return {
    /** A conversation as it is now, whoever may see it; those asked for in one moment are read together. */
    latest: gathered.detail,

    /** Rows after a cursor, whoever may see them; those asked for in one moment are read together. */
    stretch: gathered.stretch,

    /**
     * Everything after a cursor, for a follower: as deltas while they are few, else the latest events and a fresh start.
     * `onAllowed` runs once the reader may see it and before its rows are read.
     */
    async since(principal: Principal, conversationId: string, after: number, onAllowed: () => void) {
      const { about, head, read } = await goTo(principal, conversationId, after)
      onAllowed()
      // Read even when the head says there is nothing: it is older than the room.
      const events = await read()
      // Rows committed between the two reads raise the head; what is sent must not lie beyond it.
      return { ...about, events, head: Math.max(head, events.at(-1)?.seq ?? 0) }
    },

    /** The same for who only looks: what there was up to the head, as ready text. */
    async look(principal: Principal, conversationId: string, after: number) {
      const { about, from, head, read, contactId } = await goTo(principal, conversationId, after)
      if (from === head) return { ...about, events: [], head }
      // Whose it is belongs to the key: when that changes the actors of its rows do, and its head stays.
      const key = `${principal.side} ${conversationId} ${contactId} ${from} ${head}`
      const { events, last } = await kept.get(key, read)
      return { ...about, events, head: Math.max(head, last) }
    },

    async history(
      principal: Principal,
      input: { conversation_id: string; before: number; limit: number },
    ): Promise<LogStretch> {
      const row = await open(principal, input.conversation_id)
      const range = { before: input.before, limit: input.limit, newest: true }
      const rows = await log.read(input.conversation_id, principal.side, range)
      return {
        conversation_id: input.conversation_id,
        events: rows.map((event) => toEvent(event, principal.side)),
        head: headOf(row, principal.side),
      }
    },

    /** Raises the reader's mark; an older one than is held changes nothing and tells nobody. */
    async mark(principal: Principal, conversationId: string, seq: number): Promise<void> {
      const row = await open(principal, conversationId)
      if (seq > headOf(row, principal.side))
        throw new Problem('invalid-request', 'There is no such event yet.')
      const column = principal.side === 'visitor' ? 'pub_seq' : 'seq'
      // The last row at or before the mark, not the greatest of all before it: a long log costs no more than a short one.
      const last = (number: 'seq' | 'pub_seq'): string =>
        `select e.${number} from conversation_events e
          where e.conversation_id = $1 and e.${column} <= $5 and e.${number} is not null
          order by e.${column} desc limit 1`
      const [raised] = await db.query<{ read_seq: string; read_pub_seq: string }>(
        `insert into conversation_reads
           (conversation_id, reader_id, workspace_id, reader_kind, read_seq, read_pub_seq)
         select $1, $2, $3, $4, coalesce((${last('seq')}), 0), coalesce((${last('pub_seq')}), 0)
         on conflict (conversation_id, reader_id) do update
            set read_seq = excluded.read_seq, read_pub_seq = excluded.read_pub_seq, updated_at = now()
          where conversation_reads.read_seq < excluded.read_seq
         returning read_seq, read_pub_seq`,
        [conversationId, principal.id, principal.workspaceId, principal.kind, seq],
      )
      if (!raised) return
      bus.emit('conversation.read', {
        workspace_id: principal.workspaceId,
        conversation_id: conversationId,
        contact_id: row.contact_id,
        actor: actorOf(principal),
        seq: Number(raised.read_seq),
        pub_seq: Number(raised.read_pub_seq),
      })
    },

    async ownList(principal: Principal) {
      const rows = await gathered.list({ workspaceId: principal.workspaceId, id: principal.id })
      return { conversations: rows.map(views.forVisitor) }
    },
  }
}

export type Reading = ReturnType<typeof createReading>
