// What the two servers beside Deskbell keep: rooms with a counter, messages with a number and a unique client id. One
// prepared statement takes the number and inserts, durably. Bare pg.

import { randomUUID } from 'node:crypto'
import pg from 'pg'

export const FLOOR_TABLES = `
  create table if not exists rooms (id uuid primary key, last_seq bigint not null default 0);
  create table if not exists messages (
    room_id uuid not null, seq bigint not null, id uuid not null, cid uuid not null, body text not null,
    created_at timestamptz not null default now(), primary key (room_id, seq), unique (room_id, cid))`

export const FLOOR_APPEND = `
  with head as (update rooms set last_seq = last_seq + 1 where id = $1 returning last_seq)
  insert into messages (room_id, seq, id, cid, body) select $1, last_seq, $2, $3, $4 from head returning seq, id`

export interface FloorMessage {
  seq: string
  id: string
  cid: string
  body: string
}

const UNIQUE_VIOLATION = '23505'

export async function createFloorLog(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 10 })
  pool.on('error', () => {})
  await pool.query(FLOOR_TABLES)

  return {
    pool,

    /** A repeat finds the first one. */
    async append(
      room: string,
      cid: string,
      body: string,
    ): Promise<{ seq: string; id: string; isNew: boolean }> {
      try {
        const { rows } = await pool.query<{ seq: string; id: string }>({
          name: 'append',
          text: FLOOR_APPEND,
          values: [room, randomUUID(), cid, body],
        })
        return { ...rows[0]!, isNew: true }
      } catch (error) {
        if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
        const { rows } = await pool.query<{ seq: string; id: string }>(
          'select seq, id from messages where room_id = $1 and cid = $2',
          [room, cid],
        )
        return { ...rows[0]!, isNew: false }
      }
    },

    async after(room: string, seq: number): Promise<FloorMessage[]> {
      const { rows } = await pool.query<FloorMessage>(
        'select seq, id, cid, body from messages where room_id = $1 and seq > $2 order by seq',
        [room, seq],
      )
      return rows
    },
  }
}
