// A million messages as a desk of some years has them, made inside the database: words by Zipf's law, a hundred thousand
// conversations, newest last.

import type { BenchPostgres } from './bench-postgres.ts'

/** The word of a rank, 1 the most common: syllables, so that none is the beginning of all others. */
export function wordOf(rank: number): string {
  const syllables = [
    'ba',
    'den',
    'fi',
    'gol',
    'ka',
    'lum',
    'me',
    'nor',
    'pa',
    'rit',
    'so',
    'tek',
    'va',
    'wil',
    'xu',
    'zan',
  ]
  let word = ''
  for (let rest = rank + 16; rest > 0; rest = Math.floor(rest / 16)) word = syllables[rest % 16]! + word
  return word
}

const WORDS = 50_000

const made = (messages: number, conversations: number): string[] => [
  `set session_replication_role = replica`,
  `set synchronous_commit = off`,
  `set maintenance_work_mem = '256MB'`,
  `create temporary table vocabulary (rank int primary key, word text)`,
  `insert into vocabulary select rank, word
     from unnest('{${Array.from({ length: WORDS }, (_, rank) => wordOf(rank)).join(',')}}'::text[]) with ordinality as v (word, rank)`,
  `insert into contacts (id, workspace_id, site_id, name, email)
   select gen_random_uuid(), w.id, s.id, 'Customer ' || n, 'customer' || n || '@mail.example'
     from generate_series(1, ${conversations / 2}) n, workspaces w, sites s`,
  `create temporary table dealt as
     select n, gen_random_uuid() as id, now() - make_interval(mins => ${conversations} * 10 - n * 10) as at
       from generate_series(1, ${conversations}) n`,
  `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, subject, status, last_seq,
                              last_pub_seq, priority, created_at, updated_at)
   select d.id, ct.workspace_id, ct.site_id, ct.id, case when d.n % 3 = 0 then 'ticket' else 'chat' end, 'DB-' || d.n,
          'About ' || v.word, case when d.n > ${conversations} * 0.95 then 'assigned' else 'closed' end, 12, 12,
          case when d.n % 50 = 0 then 'urgent' else 'normal' end, d.at, d.at
     from dealt d
     join (select *, row_number() over (order by id) as place from contacts) ct on ct.place = d.n % ${conversations / 2} + 1
     join vocabulary v on v.rank = d.n % ${WORDS} + 1`,
  // Each message has eight to twenty words; the three commonest stand in about every third.
  `insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id, actor_name,
                                    data, created_at)
   select d.id, m.seq, m.seq, w.id, gen_random_uuid(), case when m.seq % 10 = 0 then 'note.created' else 'message.created' end,
          case m.seq % 2 when 1 then 'contact' else 'human' end, null, 'Somebody',
          jsonb_build_object('body', t.body, 'citations', '[]'::jsonb, 'content',
            jsonb_build_array(jsonb_build_object('type', 'paragraph', 'children', jsonb_build_array(t.body)))),
          d.at + make_interval(secs => m.seq * 30)
     from dealt d
    cross join workspaces w
    cross join generate_series(1, ${Math.round(messages / conversations)}) as m (seq)
    cross join lateral (
      select string_agg(v.word, ' ') as body
        from (select least(${WORDS}, floor(exp(random() * ln(${WORDS}))))::int as rank, d.n, m.seq
                from generate_series(1, 8 + (d.n + m.seq)::int % 13)) k
        join vocabulary v on v.rank = k.rank) t`,
]

export async function makeMessages(
  postgres: BenchPostgres,
  url: string,
  { messages, conversations }: { messages: number; conversations: number },
): Promise<void> {
  await postgres.query(url, made(messages, conversations).join(';\n'))
  await postgres.query(url, 'analyze')
}
