// Takes stretches of logs into the index of messages: what was written, changed and deleted. Idempotent: a log is read
// on from where its own mark stands, under the lock of that mark.

import type { MessageData } from '../../../sdk/protocol/event.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { treeToText } from '../../platform/markdown/tree-text.ts'
import { vectorOf } from './search-words.ts'

/** Rows of logs in one go, over all its conversations: no ack of that moment waits for more than these few. */
const AT_ONCE = 100

/** Of an index that is read on from where its marks stand, the last moment may be lost with the machine. */
const QUICK = `select set_config('synchronous_commit', 'off', true)`

interface LogRow {
  conversation_id: string
  seq: string
  id: string
  workspace_id: string
  type: 'message.created' | 'note.created' | 'message.edited' | 'message.deleted'
  actor_kind: string
  actor_id: string | null
  data: Partial<MessageData> & { message_id?: string }
  created_at: Date
}

interface Entry {
  conversation_id: string
  seq: string
  event_id: string
  workspace_id: string
  text_seq: string
  kind: 'message' | 'note'
  actor_kind: string
  actor_id: string | null
  has_file: boolean
  at: Date
  words: string
}

/** What a message is found by and shown with: its text, and what its files are called. */
export function searchText({ content, body, attachments }: Partial<MessageData>): string {
  const text = content && content.length > 0 ? treeToText(content) : (body ?? '')
  return [text, ...(attachments ?? []).map(({ name }) => name)].join('\n').trim()
}

/** Facts an entry is found by, besides its words; `search-filter.ts` asks for them. */
function factsOfEntry({ kind, actor_kind, actor_id, has_file }: Omit<Entry, 'words'>): string[] {
  const side = actor_kind === 'contact' ? 'customer' : actor_kind === 'ai' ? 'ai' : 'agent'
  const who = actor_kind !== 'contact' && actor_id ? [`u${actor_id.replaceAll('-', '')}`] : []
  return [kind, side, ...who, ...(has_file ? ['file'] : [])]
}

type Head = Omit<Entry, 'words' | 'text_seq' | 'has_file'>

function entryOf(head: Head, textSeq: string, data: LogRow['data']): Entry {
  const entry = { ...head, text_seq: textSeq, has_file: (data.attachments?.length ?? 0) > 0 }
  return { ...entry, words: vectorOf(searchText(data), factsOfEntry(entry)) }
}

const keyOf = (conversationId: string, eventId: string): string => `${conversationId} ${eventId}`

export function createMessageIndex({ db }: { db: Pick<Database, 'query' | 'transaction'> }) {
  /** Entries that are there already and are changed now. */
  async function known(rows: readonly LogRow[], transaction: Transaction): Promise<Map<string, Head>> {
    const changed = rows.filter(({ data }) => data.message_id !== undefined)
    if (changed.length === 0) return new Map()
    const heads = await db.query<Head>(
      `select m.conversation_id, m.seq, m.event_id, m.workspace_id, m.kind, m.actor_kind, m.actor_id, m.at
         from (select distinct * from unnest($1::uuid[], $2::uuid[]) as g (conversation_id, event_id)) g
         join message_search m on m.conversation_id = g.conversation_id and m.event_id = g.event_id`,
      [changed.map(({ conversation_id }) => conversation_id), changed.map(({ data }) => data.message_id)],
      transaction,
    )
    return new Map(heads.map((head) => [keyOf(head.conversation_id, head.event_id), head]))
  }

  async function take(rows: readonly LogRow[], transaction: Transaction): Promise<void> {
    const heads = await known(rows, transaction)
    const entries = new Map<string, Entry>()
    const gone: Head[] = []
    for (const row of rows) {
      if (row.type === 'message.created' || row.type === 'note.created') {
        const head: Head = {
          conversation_id: row.conversation_id,
          seq: row.seq,
          event_id: row.id,
          workspace_id: row.workspace_id,
          kind: row.type === 'note.created' ? 'note' : 'message',
          actor_kind: row.actor_kind,
          actor_id: row.actor_id,
          at: row.created_at,
        }
        heads.set(keyOf(row.conversation_id, row.id), head)
        // A text that was deleted is blank where it stood.
        if (searchText(row.data))
          entries.set(keyOf(row.conversation_id, row.id), entryOf(head, row.seq, row.data))
        continue
      }
      const key = keyOf(row.conversation_id, row.data.message_id!)
      const head = heads.get(key)
      if (!head) continue
      if (row.type === 'message.edited' && searchText(row.data))
        entries.set(key, entryOf(head, row.seq, row.data))
      else {
        entries.delete(key)
        gone.push(head)
      }
    }
    if (gone.length > 0)
      await db.query(
        `delete from message_search m using unnest($1::uuid[], $2::bigint[]) as g (conversation_id, seq)
          where m.conversation_id = g.conversation_id and m.seq = g.seq returning m.seq`,
        [gone.map(({ conversation_id }) => conversation_id), gone.map(({ seq }) => seq)],
        transaction,
      )
    if (entries.size === 0) return
    await db.query(
      `insert into message_search (conversation_id, seq, event_id, workspace_id, text_seq, kind, actor_kind, actor_id,
                                   has_file, at, words)
       select conversation_id, seq, event_id, workspace_id, text_seq, kind, actor_kind, actor_id, has_file, at, words
         from jsonb_to_recordset($1::jsonb) as e (
           conversation_id uuid, seq bigint, event_id uuid, workspace_id uuid, text_seq bigint, kind text,
           actor_kind text, actor_id uuid, has_file boolean, at timestamptz, words tsvector)
           on conflict (conversation_id, seq) do update
             set text_seq = excluded.text_seq, has_file = excluded.has_file, words = excluded.words
       returning seq`,
      [JSON.stringify([...entries.values()])],
      transaction,
    )
  }

  /** Conversations that are called otherwise than they were. */
  async function name(ids: readonly string[], transaction: Transaction): Promise<void> {
    const renamed = await db.query<{ id: string; subject: string }>(
      `select c.id, c.subject from conversations c
         join message_search_heads h on h.conversation_id = c.id
        where c.id = any($1::uuid[]) and h.subject <> c.subject`,
      [ids],
      transaction,
    )
    if (renamed.length === 0) return
    await db.query(
      `update message_search_heads h set subject = g.subject, words = g.words::tsvector
         from unnest($1::uuid[], $2::text[], $3::text[]) as g (conversation_id, subject, words)
        where h.conversation_id = g.conversation_id returning h.seq`,
      [
        renamed.map(({ id }) => id),
        renamed.map(({ subject }) => subject),
        renamed.map(({ subject }) => vectorOf(subject, [])),
      ],
      transaction,
    )
  }

  /** Reads these logs on; returns how many rows it has taken in, and whether more may wait. */
  async function readOn(
    ids: readonly string[],
    transaction: Transaction,
  ): Promise<{ read: number; more: boolean }> {
    await db.query(QUICK, [], transaction)
    await db.query(
      `insert into message_search_heads (conversation_id, workspace_id, seq)
       select id, workspace_id, 0 from conversations where id = any($1::uuid[])
           on conflict do nothing returning seq`,
      [ids],
      transaction,
    )
    // In one order, so that two who read the same logs wait for each other and not both.
    const marks = await db.query<{ conversation_id: string; seq: string }>(
      `select conversation_id, seq from message_search_heads where conversation_id = any($1::uuid[])
        order by conversation_id for update`,
      [ids],
      transaction,
    )
    // A statement of its own, after the locks: only so it sees what their last holders committed.
    const rows = await db.query<LogRow>(
      `select e.conversation_id, e.seq, e.id, e.workspace_id, e.type, e.actor_kind, e.actor_id, e.data, e.created_at
         from unnest($1::uuid[], $2::bigint[]) as g (conversation_id, seq)
        cross join lateral (
          select * from conversation_events
           where conversation_id = g.conversation_id and seq > g.seq
           order by seq limit ${AT_ONCE}) e
        limit ${AT_ONCE}`,
      [marks.map(({ conversation_id }) => conversation_id), marks.map(({ seq }) => seq)],
      transaction,
    )
    const heads = new Map(marks.map(({ conversation_id, seq }) => [conversation_id, seq]))
    for (const { conversation_id, seq } of rows) heads.set(conversation_id, seq)
    await take(
      rows.filter(({ type }) =>
        ['message.created', 'note.created', 'message.edited', 'message.deleted'].includes(type),
      ),
      transaction,
    )
    await name([...heads.keys()], transaction)
    await db.query(
      `update message_search_heads h set seq = g.seq
         from unnest($1::uuid[], $2::bigint[]) as g (conversation_id, seq)
        where h.conversation_id = g.conversation_id and h.seq < g.seq returning h.seq`,
      [[...heads.keys()], [...heads.values()]],
      transaction,
    )
    return { read: rows.length, more: rows.length === AT_ONCE }
  }

  return {
    /** Reads these logs to their ends. Harmless to repeat, on any node. */
    async index(ids: readonly string[]): Promise<number> {
      let read = 0
      for (;;) {
        const step = await db.transaction((transaction) => readOn(ids, transaction))
        read += step.read
        if (!step.more) return read
      }
    },
  }
}

export type MessageIndex = ReturnType<typeof createMessageIndex>
