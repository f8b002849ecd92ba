// A workspace whose inbox is full: so many conversations in every state, made by SQL from their numbers alone, so that
// each run has the same. The latest of what is open and of what is done have a log.

import type { Database } from '../../server/platform/database/database.ts'

export interface InboxSize {
  conversations: number
  /** How many of them are open. */
  open: number
}

export const WORKSPACE = '00000000-0000-7000-8000-000000000001'
const SITE = '00000000-0000-7000-8000-000000000002'

/** A number as an id of a kind; of the agents, the first ten are people, then come the AI agent and a bot. */
export const idOf = (kind: 'agent' | 'department' | 'topic' | 'tag', n: number): string =>
  `00000000-0000-7000-80${{ agent: '10', department: '20', topic: '30', tag: '40' }[kind]}-${n.toString(16).padStart(12, '0')}`

const id = (prefix: string, n: string): string =>
  `('00000000-0000-7000-80${prefix}-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`

/** As if by chance, 0 to 99, and another one for each salt. */
const dice = (salt: number): string => `(abs(hashint8(n * 31 + ${salt})) % 100)`

const WITH_LOG = 3000
const EVENTS_EACH = 8

const STATEMENTS: readonly string[] = [
  `insert into workspaces (id, name) values ('${WORKSPACE}', 'Bench')`,
  `insert into sites (id, workspace_id, key, name, appearance) values ('${SITE}', '${WORKSPACE}', 'bench', 'Bench', '{}')`,
  `insert into agents (id, workspace_id, kind, name)
   select ${id('10', 'n')}, '${WORKSPACE}', case n when 10 then 'ai' when 11 then 'bot' else 'human' end, 'Agent ' || n
     from generate_series(0, 11) n`,
  `insert into departments (id, workspace_id, name)
   select ${id('20', 'n')}, '${WORKSPACE}', 'Team ' || n from generate_series(0, 5) n`,
  `insert into topics (id, workspace_id, name)
   select ${id('30', 'n')}, '${WORKSPACE}', 'Topic ' || n from generate_series(0, 19) n`,
  `insert into tags (id, workspace_id, name)
   select ${id('40', 'n')}, '${WORKSPACE}', 'tag-' || n from generate_series(0, 99) n`,
  `insert into contacts (id, workspace_id, site_id, name, email, locale)
   select ${id('50', 'n')}, '${WORKSPACE}', '${SITE}', 'Customer ' || n, 'customer-' || n || '@example.com',
          (array['en', 'de-AT', 'ar', 'nb', 'fr'])[1 + n % 5]
     from generate_series(0, 19999) n`,
  // Ages: what is open was touched within the last month, what is done goes back three years.
  `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, subject, status, department_id,
     assignee_id, waiting_since, unanswered_since, last_seq, last_pub_seq, last_message, priority, topic_id, tag_ids,
     custom, snoozed_until, spam_at, follower_ids, mentioned_ids, draft_id, draft_at, rating, created_at, updated_at)
   select ${id('60', 'n')}, '${WORKSPACE}', '${SITE}', ${id('50', `${dice(1)} * 200 + n % 200`)},
          case when ${dice(2)} < 70 then 'chat' else 'ticket' end, 'DB-' || lpad(n::text, 8, '0'),
          'Where is my order number ' || n || '?', status,
          case when ${dice(3)} < 80 then ${id('20', 'n % 6')} end,
          case when status in ('new', 'escalated') or ${dice(4)} < 5 then null
               when ${dice(5)} < 30 then ${id('10', '10 + n % 2')} else ${id('10', 'n % 10')} end,
          case when status = 'escalated' then at - make_interval(mins => ${dice(6)} ) end,
          case when is_open and ${dice(7)} < 55 then at - make_interval(mins => ${dice(8)}) end,
          ${EVENTS_EACH}, ${EVENTS_EACH},
          jsonb_build_object('preview', 'I have been waiting for my parcel for ' || n || ' days now and nobody has told me where it might be, can you look?',
                             'at', at, 'actor', jsonb_build_object('kind', 'contact', 'id', null, 'name', 'Customer')),
          (array['urgent', 'high', 'low', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'])[1 + ${dice(9)} / 10],
          case when ${dice(10)} < 60 then ${id('30', 'n % 20')} end,
          case when ${dice(11)} < 40 then array[${id('40', `${dice(12)}`)}, ${id('40', '(n + 50) % 100')}] else '{}' end,
          jsonb_build_object('order', n % 1000),
          case when is_open and ${dice(13)} < 5 then now() + interval '1 day' end,
          case when ${dice(14)} < 1 then at end,
          case when ${dice(15)} < 10 then array[${id('10', 'n % 10')}] else '{}' end,
          case when ${dice(16)} < 10 then array[${id('10', '(n + 3) % 10')}] else '{}' end,
          case when is_open and ${dice(17)} < 2 then gen_random_uuid() end,
          case when is_open and ${dice(17)} < 2 then at end,
          case when not is_open and ${dice(18)} < 20 then jsonb_build_object('score', 1 + n % 5, 'comment', '', 'at', at) end,
          at - interval '2 days', at
     from (select n, is_open, now() - make_interval(secs => case when is_open then n * (2592000.0 / $2) else n * 900.0 end) as at,
                  case when not is_open then (array['resolved', 'closed'])[1 + n % 2]
                       else (array['new', 'triaging', 'assigned', 'assigned', 'waiting_on_customer', 'waiting_on_customer', 'escalated'])[1 + n % 7] end as status
             from (select n::bigint, n < $2 as is_open from generate_series(0, $1 - 1) n) g) c`,
  `insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id, data)
   select c.id, s, s, c.workspace_id, gen_random_uuid(), 'message.created',
          case when s % 2 = 1 then 'contact' else 'human' end, null, '{"body": "Hello", "content": [], "citations": [], "answer": null}'
     from ((select id, workspace_id from conversations where is_open order by updated_at desc limit ${WITH_LOG})
            union all (select id, workspace_id from conversations where not is_open order by updated_at desc limit ${WITH_LOG})) c
    cross join generate_series(1, ${EVENTS_EACH}) s`,
  `insert into conversation_reads (conversation_id, reader_id, workspace_id, reader_kind, read_seq, read_pub_seq)
   select conversation_id, ${id('10', '3')}, workspace_id, 'human', 4, 4
     from conversation_events where seq = 1 and hashtext(conversation_id::text) % 2 = 0`,
  `insert into saved_views (id, workspace_id, owner_id, name, shared, filter, sort, position)
   select gen_random_uuid(), '${WORKSPACE}', ${id('10', 'n % 2')}, 'View ' || n, true,
          case n % 5 when 0 then '{"priority": ["urgent", "high"]}'::jsonb
                     when 1 then jsonb_build_object('tag_ids', array[${id('40', 'n')}])
                     when 2 then '{"text": "parcel", "locale": ["de"]}'
                     when 3 then '{"assignee_ids": ["me", null], "unanswered_minutes": 30}'
                     else '{"created": {"days": 7}, "custom": {"order": 7}}' end, 'newest', n
     from generate_series(0, 9) n`,
]

export async function fillInbox(db: Database, { conversations, open }: InboxSize): Promise<void> {
  await db.transaction(async (transaction) => {
    // A hundred thousand rows may take longer than a server lets a statement take.
    await db.query(`select set_config('statement_timeout', '0', true)`, [], transaction)
    for (const statement of STATEMENTS) {
      const binds = statement.includes('$2') ? [conversations, open] : []
      await db.query(`with done as (${statement} returning 1) select count(*) from done`, binds, transaction)
    }
  })
  await db.sequelize.query('vacuum analyze')
}
