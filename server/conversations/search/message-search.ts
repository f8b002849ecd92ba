// Finds messages, newest first, within a time: what many messages have is met soon by walking back from the newest, what
// few have the index of words knows. Where neither has filled the page in time, the page says how far back it looked.

import * as z from 'zod'
import type { MessageHit } from '../../../sdk/protocol/conversation-search.ts'
import type { MessageData } from '../../../sdk/protocol/event.ts'
import type { Database } from '../../platform/database/database.ts'
import { readCursor, writeCursor } from '../../platform/page-cursor.ts'
import { searchText } from './message-index.ts'
import type { SearchFilter } from './search-filter.ts'
import { type AskedWords, tsqueryOf } from './search-query.ts'
import { snippet } from './snippet.ts'

/** Messages walked at first, and in each further step. */
const FIRST_STEP = 10_000
const STEP = 40_000
/** So many among the first say that the next step fills the page. */
const FOUND_SOON = 3
/** What has not been found by then is looked for on the next page. */
const BUDGET_MS = 55
/** Conversations of which all messages are looked at, where few are asked about. */
const FEW = 300
/** Messages that are put in order at once. */
const MANY = 15_000

/** A place in time: everything there is comes before the first. */
const Place = z.tuple([z.string().max(40), z.uuid()])
type Place = z.infer<typeof Place>
const NEWEST: Place = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
const NIL = '00000000-0000-0000-0000-000000000000'

interface Found {
  conversation_id: string
  seq: string
  text_seq: string
  event_id: string
  kind: 'message' | 'note'
  at: string
}

interface ShownRow {
  conversation_id: string
  event_id: string
  seq: string
  actor_kind: MessageHit['actor']['kind']
  actor_id: string | null
  actor_name: string
  created_at: Date
  data: Partial<MessageData>
  reference: string
  subject: string
  channel: MessageHit['channel']
  status: MessageHit['status']
  contact_id: string
  contact_name: string
  contact_email: string | null
}

export interface MessageQuery {
  workspaceId: string
  terms: readonly AskedWords[]
  filter: SearchFilter
  /** Of the filter's binds, from `$1` on. */
  binds: readonly unknown[]
  cursor?: string | undefined
  limit: number
}

const COLUMNS = 'm.conversation_id, m.seq, m.text_seq, m.event_id, m.kind, m.at::text as at'
const ORDER = 'order by m.at desc, m.event_id desc'

export function createMessageSearch({
  db,
  now = () => performance.now(),
}: {
  db: Pick<Database, 'query'>
  now?: () => number
}) {
  /** Conditions and binds of one statement. */
  function prepare({ workspaceId, terms, filter, binds }: MessageQuery) {
    const values = [...binds]
    const bind = (value: unknown): string => `$${values.push(value)}`
    const workspace = bind(workspaceId)
    const query = tsqueryOf(terms, filter.facts)
    return {
      values,
      bind,
      workspace,
      words: () => (query === null ? 'true' : `m.words @@ ${bind(query)}::tsquery`),
      since: () => (filter.after ? `m.at >= ${bind(filter.after)}::timestamptz` : 'true'),
      before: ([at, id]: Place) => `(m.at, m.event_id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`,
      // One conversation after the other, in the messages' order: the page may be full long before the end.
      conversation: `cross join lateral (
        select from conversations c
         where c.id = m.conversation_id and ${['true', ...filter.conversation].join(' and ')} offset 0) c`,
    }
  }

  /** Of the next so many messages, newest first. */
  function walk(query: MessageQuery, from: Place, most: number, step: number): Promise<Found[]> {
    const p = prepare(query)
    return db.query<Found>(
      `select ${COLUMNS} from (
         select * from message_search m
          where m.workspace_id = ${p.workspace} and ${p.since()} and ${p.before(from)} ${ORDER} limit ${step}) m
        ${p.conversation} where ${p.words()} ${ORDER} limit ${most}`,
      p.values,
    )
  }

  /** Where a step of the walk ends; null where there is nothing beyond. */
  async function endOf(query: MessageQuery, from: Place, step: number): Promise<Place | null> {
    const p = prepare({ ...query, binds: [] })
    const [row] = await db.query<{ at: string; event_id: string }>(
      `select m.at::text as at, m.event_id from message_search m
        where m.workspace_id = ${p.workspace} and ${p.since()} and ${p.before(from)}
        ${ORDER} offset ${step - 1} limit 1`,
      p.values,
    )
    return row ? [row.at, row.event_id] : null
  }

  /** How many messages the words leave, as PostgreSQL would guess. */
  async function guess(query: MessageQuery): Promise<number> {
    const p = prepare({ ...query, binds: [] })
    const [row] = await db.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
      `explain (format json) select from message_search m where ${p.words()} and m.workspace_id = ${p.workspace}`,
      p.values,
    )
    return row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
  }

  /** By the index of words: what they leave is put in order here. */
  function byWords(query: MessageQuery, from: Place, most: number): Promise<Found[]> {
    const p = prepare(query)
    return db.query<Found>(
      `with m as materialized (
         select m.* from message_search m
          -- Not "=", which another index could answer.
          where ${p.words()} and m.workspace_id is not distinct from ${p.workspace})
       select ${COLUMNS} from (select * from m where ${p.before(from)} and ${p.since()} ${ORDER}) m
        ${p.conversation} ${ORDER} limit ${most}`,
      p.values,
    )
  }

  /** By conversations, where few are asked about; null where they are many. */
  async function byConversations(query: MessageQuery, from: Place, most: number): Promise<Found[] | null> {
    const { workspaceId, filter, binds } = query
    const rows = await db.query<{ id: string }>(
      `select c.id from conversations c
        where c.workspace_id = $${binds.length + 1} and c.is_open in (true, false) and ${filter.conversation.join(' and ')}
        limit ${FEW + 1}`,
      [...binds, workspaceId],
    )
    if (rows.length > FEW) return null
    const p = prepare({ ...query, binds: [] })
    return db.query<Found>(
      `select ${COLUMNS} from message_search m
        where m.conversation_id = any(${p.bind(rows.map(({ id }) => id))}::uuid[]) and m.workspace_id = ${p.workspace}
          and ${p.words()} and ${p.before(from)} and ${p.since()} ${ORDER} limit ${most}`,
      p.values,
    )
  }

  async function find(query: MessageQuery, most: number): Promise<{ found: Found[]; reached: Place | null }> {
    const { filter, terms, cursor } = query
    const until = now() + BUDGET_MS
    const asksWords = terms.length + filter.facts.length > 0
    const found: Found[] = []
    let from = cursor ? readCursor(Place, cursor) : NEWEST
    if (!cursor && filter.before) from = [filter.before, NIL]
    for (let step = FIRST_STEP; ; step = STEP) {
      found.push(...(await walk(query, from, most - found.length, step)))
      if (found.length >= most) return { found, reached: null }
      const end = await endOf(query, from, step)
      if (!end) return { found, reached: null }
      from = end
      if (step === FIRST_STEP && filter.narrow) {
        const rest = await byConversations(query, from, most - found.length)
        if (rest) return { found: [...found, ...rest], reached: null }
      } else if (asksWords && (step === STEP || found.length < FOUND_SOON)) {
        if ((await guess(query)) < MANY)
          return { found: [...found, ...(await byWords(query, from, most - found.length))], reached: null }
      }
      if (now() > until) return { found, reached: from }
    }
  }

  /** What is shown of each: its text as it is now, whose it is, where it stands. */
  async function show(found: readonly Found[], terms: readonly AskedWords[]): Promise<MessageHit[]> {
    if (found.length === 0) return []
    const rows = await db.query<ShownRow>(
      `select e.conversation_id, e.id as event_id, e.seq, e.actor_kind, e.actor_id, e.actor_name, e.created_at,
              t.data, c.reference, c.subject, c.channel, c.status, ct.id as contact_id, ct.name as contact_name,
              ct.email as contact_email
         from unnest($1::uuid[], $2::bigint[], $3::bigint[]) with ordinality as g (conversation_id, seq, text_seq, place)
         join conversation_events e on e.conversation_id = g.conversation_id and e.seq = g.seq
         join conversation_events t on t.conversation_id = g.conversation_id and t.seq = g.text_seq
         join conversations c on c.id = g.conversation_id
         join contacts ct on ct.id = c.contact_id
        order by g.place`,
      [
        found.map(({ conversation_id }) => conversation_id),
        found.map(({ seq }) => seq),
        found.map(({ text_seq }) => text_seq),
      ],
    )
    const kinds = new Map(found.map(({ event_id, kind }) => [event_id, kind]))
    return rows.map((row) => ({
      conversation_id: row.conversation_id,
      reference: row.reference,
      subject: row.subject,
      channel: row.channel,
      status: row.status,
      contact: { id: row.contact_id, name: row.contact_name, email: row.contact_email },
      event_id: row.event_id,
      seq: Number(row.seq),
      kind: kinds.get(row.event_id)!,
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
      at: row.created_at.toISOString(),
      snippet: snippet(searchText(row.data), terms),
    }))
  }

  return {
    /** A page, newest first. Its cursor goes on where it ended, be it full or only out of time. */
    async search(query: MessageQuery): Promise<{ messages: MessageHit[]; next_cursor: string | null }> {
      if (query.filter.impossible) return { messages: [], next_cursor: null }
      const { found, reached } = await find(query, query.limit + 1)
      const page = found.slice(0, query.limit)
      const last = page.at(-1)
      const next = found.length > query.limit && last ? ([last.at, last.event_id] as const) : reached
      return { messages: await show(page, query.terms), next_cursor: next && writeCursor(...next) }
    },
  }
}

export type MessageSearch = ReturnType<typeof createMessageSearch>
