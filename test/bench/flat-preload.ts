// A long past, written straight into the tables: a tenth of it in the conversations that will be written to, the rest in
// a thousand others.

import type { BenchPostgres } from './bench-postgres.ts'

const OTHERS = 1000

/** Foreign keys of rows that are known to fit are not checked one by one. */
const UNCHECKED = `set session_replication_role = replica`
const CHECKED = `set session_replication_role = origin`

async function run(postgres: BenchPostgres, url: string, statements: string[]): Promise<void> {
  await postgres.query(url, [UNCHECKED, ...statements, CHECKED, 'analyze'].join(';\n'))
  // Of its own, since it may not be part of a transaction; it also marks pages as visible to all, for index-only scans.
  await postgres.query(url, 'vacuum')
  await postgres.query(url, 'checkpoint')
}

const DATA =
  `'{"body":"The new rotor rubs once per turn","content":[{"type":"paragraph","children":[{"type":"text",` +
  `"text":"The new rotor rubs once per turn"}]}],"citations":[],"answer":null}'::jsonb`

/** Rows `n` of `0 … rows − 1`, dealt to the rooms by turns: every tenth to a hot one. */
const dealt = (rows: number, hot: string): string => `
  with hot as (select id, row_number() over () - 1 as place, count(*) over () as count from ${hot} h where not cold),
       cold as (select id, row_number() over () - 1 as place from ${hot} h where cold),
       hot_rows as (select n from generate_series(0, ${rows} / 10 - 1) n),
       cold_rows as (select n from generate_series(0, ${rows} - ${rows} / 10 - 1) n),
       dealt as (
         select hot.id, n / hot.count + 1 as seq from hot_rows join hot on hot.place = n % hot.count
         union all
         select cold.id, n / ${OTHERS} + 1 from cold_rows join cold on cold.place = n % ${OTHERS}
       )`

export const PRELOAD = {
  'ws + pg': (postgres: BenchPostgres, url: string, rows: number): Promise<void> =>
    run(postgres, url, [
      `alter table rooms add column cold boolean not null default false`,
      `insert into rooms (id, cold) select gen_random_uuid(), true from generate_series(1, ${OTHERS})`,
      `${dealt(rows, 'rooms')}
       insert into messages (room_id, seq, id, cid, body)
       select id, seq, gen_random_uuid(), gen_random_uuid(), 'The new rotor rubs once per turn' from dealt`,
      `update rooms r set last_seq = coalesce((select max(seq) from messages m where m.room_id = r.id), 0)`,
    ]),

  Deskbell: (postgres: BenchPostgres, url: string, rows: number): Promise<void> =>
    run(postgres, url, [
      `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, subject, status)
       select gen_random_uuid(), workspace_id, site_id, contact_id, 'chat', 'cold ' || n, 'cold', 'resolved'
         from generate_series(1, ${OTHERS}) n, (select * from conversations limit 1) one`,
      `${dealt(rows, `(select id, subject = 'cold' as cold from conversations)`)}
       insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id,
                                        actor_name, cid, cid_digest, data)
       select d.id, d.seq, d.seq, c.workspace_id, gen_random_uuid(), 'message.created', 'contact', c.contact_id,
              'Ines', gen_random_uuid(), sha256('x'), ${DATA}
         from dealt d join conversations c on c.id = d.id`,
      `update conversations c set last_seq = head, last_pub_seq = head
         from (select conversation_id, max(seq) as head from conversation_events group by 1) e
        where c.id = e.conversation_id`,
    ]),
}
