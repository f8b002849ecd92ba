// The log: the only way anything durable happens to a conversation. One transaction takes the conversation's
// row, lets the caller decide, numbers the events and commits; nobody hears of them before the commit.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { LogEventType } from '../../sdk/protocol/event.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { answerClock } from './answer-clock.ts'
import {
  type ConversationPatch,
  type ConversationRow,
  EVENT_COLUMNS,
  type EventRow,
} from './conversation-row.ts'
import { readBack } from './patch-columns.ts'
import { createPlainAppend, type PlainMessage } from './plain-append.ts'
import { createPlainBatch } from './plain-batch.ts'
import { createTicketAppend, type NewTicketRow, type OpenedTicket } from './ticket-append.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** Rows were committed to a log. Another node reads them if it needs to. */
    'conversation.appended': {
      workspace_id: string
      conversation_id: string
      contact_id: string
      from_seq: number
      to_seq: number
      /** The highest public number among them; null when the customer may see none. */
      to_pub_seq: number | null
      /** True when somebody began or ceased to wait: every place in the queue may have moved. */
      queue_moved: boolean
      here?: { events: EventRow[] }
    }
  }
}

export interface NewEvent {
  type: LogEventType
  actor: Actor
  data: unknown
  /** Whether the customer may see it. */
  public: boolean
  /** The one the command was for, which its cid and its ack name; the first when none says so. */
  main?: true
  /** Chosen by who has to know it before it is written. */
  id?: string
}

export interface NewConversation {
  id: string
  workspaceId: string
  siteId: string
  contactId: string
  channel: ConversationRow['channel']
  reference: string
  subject: string
  departmentId: string | null
  locale: string | null
  page: ConversationRow['page']
}

export interface Decision {
  events: NewEvent[]
  patch?: ConversationPatch
}

/** Which command caused an append: a repeat of it returns the first outcome. */
export interface Cause {
  cid: string
  /** SHA-256 of the command, to refuse the same cid for another one. */
  digest: Buffer
  /** Whose cid it is. */
  actorId: string
}

export interface AppendResult extends AppendedRow {
  conversation: ConversationRow
  /** The rows appended now; empty for a repeat. */
  events: EventRow[]
}

/** What an ack is made of. */
export interface AppendedRow {
  /** The row that carries the cause's cid: of this append, or of the first one. */
  first: EventRow
  repeated: boolean
}

/**
 * Runs inside the append's transaction, after the rows are written: the place to enqueue jobs. Plain messages in
 * conversations that no machine holds do not pass by; see plain-append.ts.
 */
export type AppendHook = (result: AppendResult, transaction: Transaction) => Promise<void>

/** Runs before the rows are written: what else becomes of the conversation by what was decided. */
export type Amendment = (
  row: ConversationRow,
  decision: Decision,
  transaction: Transaction,
) => Promise<Decision>

export function createConversationLog({ db, bus }: { db: Database; bus: Pick<Bus, 'emit'> }) {
  const amendments: Amendment[] = []
  const hooks: AppendHook[] = []
  const appendInBatch = createPlainBatch({ append: createPlainAppend({ db }) })
  const openInBatch = createPlainBatch({ append: createTicketAppend({ db }) })

  async function findCause(
    conversationId: string,
    cause: Cause,
    transaction?: Transaction,
  ): Promise<EventRow | undefined> {
    const [row] = await db.query<EventRow & { cid_digest: Buffer }>(
      `select ${EVENT_COLUMNS}, cid_digest from conversation_events
        where conversation_id = $1 and actor_id = $2 and cid = $3`,
      [conversationId, cause.actorId, cause.cid],
      transaction,
    )
    if (row && !row.cid_digest.equals(cause.digest))
      throw new Problem('cid-reused', 'Use a new cid for every command; a repeat must be the same command.')
    return row
  }

  /** Undefined where the id is taken. */
  async function insert(
    input: NewConversation,
    transaction: Transaction,
  ): Promise<ConversationRow | undefined> {
    const [row] = await db.query<ConversationRow>(
      `insert into conversations
         (id, workspace_id, site_id, contact_id, channel, reference, subject, department_id, locale, page)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb)
       on conflict (id) do nothing returning *`,
      [
        input.id,
        input.workspaceId,
        input.siteId,
        input.contactId,
        input.channel,
        input.reference,
        input.subject,
        input.departmentId,
        input.locale,
        input.page && JSON.stringify(input.page),
      ],
      transaction,
    )
    return row
  }

  /** Numbers and writes the events and the patch in one statement, under the row lock the caller holds. */
  async function write(
    row: ConversationRow,
    decided: Decision,
    cause: Cause | undefined,
    transaction: Transaction,
  ): Promise<AppendResult> {
    let decision = decided
    for (const amend of amendments) decision = await amend(row, decision, transaction)
    decision = answerClock(row, decision)
    let seq = Number(row.last_seq)
    let pubSeq = Number(row.last_pub_seq)
    const main = Math.max(
      0,
      decision.events.findIndex((event) => event.main),
    )
    const rows = decision.events.map((event, index) => ({
      seq: ++seq,
      pub_seq: event.public ? ++pubSeq : null,
      id: event.id ?? uuidv7(),
      type: event.type,
      actor_kind: event.actor.kind,
      actor_id: event.actor.id,
      actor_name: event.actor.name,
      cid: index === main ? (cause?.cid ?? null) : null,
      cid_digest: index === main && cause ? cause.digest.toString('hex') : null,
      data: event.data,
    }))
    const patch = decision.patch ?? {}
    const names = Object.keys(patch) as (keyof ConversationPatch)[]
    const sets = names.map((name) => `${name} = ${readBack(name)}`)
    const events = await db.query<EventRow>(
      `with p as (select $3::jsonb as patch),
       head as (
         update conversations c
            set last_seq = $4::bigint, last_pub_seq = $5::bigint, updated_at = greatest(c.updated_at, now())
                ${sets.map((set) => `, ${set}`).join('')}
           from p where c.id = $1
         returning c.workspace_id
       )
       insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type,
                                        actor_kind, actor_id, actor_name, cid, cid_digest, data, created_at)
       select $1, e.seq, e.pub_seq, head.workspace_id, e.id, e.type,
              e.actor_kind, e.actor_id, e.actor_name, e.cid, decode(e.cid_digest, 'hex'), e.data, clock_timestamp()
         from head, jsonb_to_recordset($2::jsonb) as e (
           seq bigint, pub_seq bigint, id uuid, type text, actor_kind text, actor_id uuid,
           actor_name text, cid uuid, cid_digest text, data jsonb)
       returning ${EVENT_COLUMNS}`,
      [row.id, JSON.stringify(rows), JSON.stringify(patch), seq, pubSeq],
      transaction,
    )
    // SQL promises no order of what it returns.
    events.sort((a, b) => Number(a.seq) - Number(b.seq))
    const conversation = { ...row, ...patch, last_seq: String(seq), last_pub_seq: String(pubSeq) }
    const result = { conversation, events, first: events[main]!, repeated: false }
    for (const hook of hooks) await hook(result, transaction)
    return result
  }

  function announce(
    at: { workspaceId: string; conversationId: string; contactId: string },
    events: EventRow[],
    queueMoved: boolean,
  ): void {
    const lastPublic = events.findLast((row) => row.pub_seq !== null)
    bus.emit('conversation.appended', {
      workspace_id: at.workspaceId,
      conversation_id: at.conversationId,
      contact_id: at.contactId,
      from_seq: Number(events[0]!.seq),
      to_seq: Number(events.at(-1)!.seq),
      to_pub_seq: lastPublic ? Number(lastPublic.pub_seq) : null,
      queue_moved: queueMoved,
      here: { events },
    })
  }

  function announceResult(before: ConversationRow, { conversation, events }: AppendResult): void {
    const { workspace_id: workspaceId, id: conversationId, contact_id: contactId } = conversation
    const queueMoved = before.waiting_since?.getTime() !== conversation.waiting_since?.getTime()
    announce({ workspaceId, conversationId, contactId }, events, queueMoved)
  }

  return {
    /** Registers what must happen in the same transaction as an append. Call while composing the app. */
    onAppend: (hook: AppendHook): void => void hooks.push(hook),

    /** Registers what follows from a decision, whoever takes it. Call while composing the app. */
    amend: (amendment: Amendment): void => void amendments.push(amendment),

    /**
     * Appends to one conversation. `decide` runs under the conversation's row lock and sees its latest state;
     * it throws to refuse. Returning no events is refused, since an ack must name a row.
     * @throws Problem `conversation-not-found`, `cid-reused`, or whatever `decide` throws
     */
    async append(
      at: { workspaceId: string; conversationId: string },
      decide: (conversation: ConversationRow, transaction: Transaction) => Decision | Promise<Decision>,
      cause?: Cause,
    ): Promise<AppendResult> {
      let before: ConversationRow | undefined
      const result = await db.transaction(async (transaction): Promise<AppendResult> => {
        const [row] = await db.query<ConversationRow>(
          'select * from conversations where id = $1 and workspace_id = $2 for no key update',
          [at.conversationId, at.workspaceId],
          transaction,
        )
        if (!row) throw new Problem('conversation-not-found')
        before = row
        // A statement of its own, after the lock: only so it sees what the lock's last holder committed.
        const first = cause && (await findCause(row.id, cause, transaction))
        if (first) return { conversation: row, events: [], first, repeated: true }
        return write(row, await decide(row, transaction), cause, transaction)
      })
      if (!result.repeated) announceResult(before!, result)
      return result
    },

    /** Appends a plain message, together with others of the moment; null when only `append` can decide what it means. */
    async appendPlain(message: PlainMessage): Promise<AppendedRow | null> {
      const appended = await appendInBatch(message)
      if (!appended) return null
      const { row: first, contactId } = appended
      announce({ ...message, contactId }, [first], false)
      return { first, repeated: false }
    },

    /** Opens a new ticket, together with others of the moment; null when only `create` can decide what it means. */
    async openTicket(ticket: NewTicketRow): Promise<OpenedTicket | null> {
      const appended = await openInBatch(ticket)
      if (!appended) return null
      announce(ticket, appended.events, true)
      return appended.conversation
    },

    /**
     * Creates a conversation together with its first events. The id is the creator's: a repeat finds it.
     * @throws Problem `conversation-not-found` when the id belongs to somebody else
     */
    async create(
      input: NewConversation,
      decide: (conversation: ConversationRow, transaction: Transaction) => Decision | Promise<Decision>,
      cause: Cause,
    ): Promise<AppendResult> {
      let before: ConversationRow | undefined
      const result = await db.transaction(async (transaction): Promise<AppendResult> => {
        const row = await insert(input, transaction)
        if (row) {
          before = row
          return write(row, await decide(row, transaction), cause, transaction)
        }
        const [existing] = await db.query<ConversationRow>(
          'select * from conversations where id = $1 and contact_id = $2',
          [input.id, input.contactId],
          transaction,
        )
        const first = existing && (await findCause(input.id, cause, transaction))
        if (!existing || !first) throw new Problem('conversation-not-found')
        return { conversation: existing, events: [], first, repeated: true }
      })
      if (!result.repeated) announceResult(before!, result)
      return result
    },

    /**
     * Appends to several conversations in one step, `begin` among them, which comes last. The cause is of the first.
     * @throws Problem `conversation-not-found` when one is not there
     */
    async appendAll(
      at: { workspaceId: string; ids: readonly string[]; begin?: NewConversation },
      decide: (rows: ConversationRow[], transaction: Transaction) => Promise<Decision[]>,
      cause?: Cause,
    ): Promise<AppendResult> {
      const befores: ConversationRow[] = []
      const results = await db.transaction(async (transaction): Promise<AppendResult[]> => {
        // In the order of their ids, whoever asks: two that take the same ones never wait in a ring.
        const held = await db.query<ConversationRow>(
          `select * from conversations where id = any($1::uuid[]) and workspace_id = $2 order by id for no key update`,
          [at.ids, at.workspaceId],
          transaction,
        )
        const rows = at.ids.flatMap((id) => held.find((row) => row.id === id) ?? [])
        if (rows.length < at.ids.length) throw new Problem('conversation-not-found')
        const first = cause && (await findCause(rows[0]!.id, cause, transaction))
        if (first) return [{ conversation: rows[0]!, events: [], first, repeated: true }]
        if (at.begin) {
          const begun = await insert(at.begin, transaction)
          if (!begun) throw new Problem('invalid-request', 'The id of the new conversation is taken.')
          rows.push(begun)
        }
        befores.push(...rows)
        const decisions = await decide(rows, transaction)
        const written: AppendResult[] = []
        for (const [index, row] of rows.entries())
          written.push(await write(row, decisions[index]!, index === 0 ? cause : undefined, transaction))
        return written
      })
      for (const [index, before] of befores.entries()) announceResult(before, results[index]!)
      return results[0]!
    },

    /** Whether a command has had its effect already. @throws Problem `cid-reused` */
    holds: async (conversationId: string, cause: Cause): Promise<boolean> =>
      (await findCause(conversationId, cause)) !== undefined,

    /** Rows after a cursor, in order; `limit + 1` would tell of more, so ask for what you can use. */
    async read(
      conversationId: string,
      side: 'visitor' | 'agent',
      range: { after?: number; before?: number; limit: number; newest?: boolean },
    ): Promise<EventRow[]> {
      const column = side === 'visitor' ? 'pub_seq' : 'seq'
      const order = range.newest ? 'desc' : 'asc'
      const rows = await db.query<EventRow>(
        `select ${EVENT_COLUMNS} from conversation_events
          where conversation_id = $1 and ${column} > $2 and ${column} < $3
          order by ${column} ${order} limit $4`,
        [conversationId, range.after ?? 0, range.before ?? Number.MAX_SAFE_INTEGER, range.limit],
      )
      return range.newest ? rows.reverse() : rows
    },
  }
}

export type ConversationLog = ReturnType<typeof createConversationLog>
