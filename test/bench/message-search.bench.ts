// The team's search over a million messages, by kind of question, beside an empty statement in the same run; and how fast
// the index takes logs in.

import { randomUUID } from 'node:crypto'
import { createContactSearch } from '../../server/contacts/contact-search.ts'
import { createConversationSearch } from '../../server/conversations/search/conversation-search.service.ts'
import { createMessageIndex } from '../../server/conversations/search/message-index.ts'
import { createMessageSearch } from '../../server/conversations/search/message-search.ts'
import { connectDatabase, type Database } from '../../server/platform/database/database.ts'
import { migrate } from '../../server/platform/database/migrate.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { makeMessages, wordOf } from './made-up-messages.ts'
import { percentile } from './percentile.ts'

export interface MessageSearchFigures {
  messages: number
  /** Milliseconds of one question, by what was asked; the first is the floor. */
  cells: { name: string; p50: number; p95: number; worst: number }[]
  /** Rows of logs the index takes in a second. */
  taken: number
}

const ROUNDS = 30
/** Conversations that go through the index itself; the others' entries are made inside the database. */
const THROUGH_INDEX = 1000

/** Several of each, so that none is answered from what the last has warmed. */
const QUESTIONS: Record<string, (n: number) => string> = {
  'a common word': (n) => wordOf(1 + n),
  'a word of every hundredth': (n) => wordOf(100 + n * 7),
  'a rare word': (n) => wordOf(20_000 + n * 31),
  'two common words': (n) => `${wordOf(1 + n)} ${wordOf(40 + n)}`,
  'a common and a rare word': (n) => `${wordOf(2 + n)} ${wordOf(9000 + n * 13)}`,
  'a phrase': (n) => `"${wordOf(3 + n)} ${wordOf(30 + n)}"`,
  'a half-typed word': (n) => wordOf(300 + n * 11).slice(0, 4),
  'a word and operators': (n) => `${wordOf(20 + n)} is:open in:note from:agent`,
  'a word without another': (n) => `${wordOf(5 + n)} -${wordOf(6 + n)}`,
  'a rare word and operators': (n) => `${wordOf(5000 + n * 17)} from:customer channel:ticket`,
  'nothing has it': (n) => `qqqq${n}`,
  'a common word, and nothing': (n) => `${wordOf(1 + n)} qqqq${n}`,
}

/** The entries of all messages, as the index would write them. */
const FILL = [
  `set session_replication_role = replica`,
  `set synchronous_commit = off`,
  `set maintenance_work_mem = '256MB'`,
  `drop index message_search_words_idx`,
  `insert into message_search
   select e.conversation_id, e.seq, e.id, e.workspace_id, e.seq, k.kind, e.actor_kind, e.actor_id, false, e.created_at,
          to_tsvector('simple', e.data->>'body') || array_to_tsvector(array['=' || k.kind, '=' || k.side])
     from conversation_events e
    cross join lateral (
      select case e.type when 'note.created' then 'note' else 'message' end as kind,
             case e.actor_kind when 'contact' then 'customer' else 'agent' end as side) k
       on conflict do nothing`,
  `create index message_search_words_idx on message_search using gin (words) with (gin_pending_list_limit = 512)`,
]

async function takeIn(db: Database): Promise<number> {
  const index = createMessageIndex({ db })
  const rows = await db.query<{ id: string }>(
    `select id from conversations where is_open limit ${THROUGH_INDEX}`,
  )
  const began = performance.now()
  let read = 0
  for (let from = 0; from < rows.length; from += 100)
    read += await index.index(rows.slice(from, from + 100).map(({ id }) => id))
  return read / ((performance.now() - began) / 1000)
}

async function measure(
  name: string,
  ask: (n: number) => Promise<unknown>,
): Promise<MessageSearchFigures['cells'][number]> {
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const began = performance.now()
    await ask(n)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { name, p50: percentile(times, 0.5), p95: percentile(times, 0.95), worst: times.at(-1)! }
}

export async function benchMessageSearch(
  postgres: BenchPostgres,
  { messages }: { messages: number },
  say: (line: string) => void,
): Promise<MessageSearchFigures> {
  const url = await postgres.database()
  await migrate({ url })
  const [workspaceId, siteId] = [randomUUID(), randomUUID()]
  await postgres.query(url, `insert into workspaces (id, name) values ($1, 'Bench')`, [workspaceId])
  await postgres.query(
    url,
    `insert into sites (id, workspace_id, name, key, appearance) values ($1, $2, 'Bench', 'site_bench', '{}')`,
    [siteId, workspaceId],
  )
  say(`message search: writing ${messages} messages`)
  await makeMessages(postgres, url, { messages, conversations: Math.round(messages / 10) })
  const db = connectDatabase({ url, pool: 6 })
  try {
    say('message search: taking logs in')
    const taken = await takeIn(db)
    say('message search: making the other entries')
    await postgres.query(url, FILL.join(';\n'))
    await postgres.query(url, 'vacuum analyze message_search')
    const search = createConversationSearch({
      db,
      messages: createMessageSearch({ db }),
      contacts: createContactSearch({ db }),
      articles: async () => [],
    })
    const scope = { workspaceId, agentId: randomUUID() }
    say('message search: asking')
    const floor = () => db.query('select 1')
    for (let n = 0; n < 20; n++) await floor()
    const cells = [await measure('select 1', floor)]
    for (const [name, question] of Object.entries(QUESTIONS))
      cells.push(await measure(name, (n) => search.search(scope, { q: question(n), limit: 20 })))
    return { messages, cells, taken }
  } finally {
    await db.close()
  }
}
