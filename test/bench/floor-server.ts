// The floor: what bare ws and bare pg reach doing the same durable work. One statement takes the conversation's next
// number and inserts under a unique client id; the ack follows the commit; the room hears of it.

import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
await pool.query(`
  create table if not exists rooms (id uuid primary key, last_seq bigint not null default 0);
  create table if not exists messages (
    room_id uuid not null, seq bigint not null, id uuid not null, cid uuid not null, body text not null,
    created_at timestamptz not null default now(), primary key (room_id, seq), unique (room_id, cid))`)

const server = http.createServer()
const wss = new WebSocketServer({ server, perMessageDeflate: false })
const rooms = new Map<string, Set<WebSocket>>()

wss.on('connection', (socket) => {
  let room = ''
  socket.on('message', async (raw) => {
    const frame = JSON.parse(String(raw)) as { type: string; cid: string; room?: string; body?: string }
    if (frame.type === 'join') {
      room = frame.room!
      await pool.query('insert into rooms (id) values ($1) on conflict do nothing', [room])
      const members = rooms.get(room) ?? new Set()
      rooms.set(room, members.add(socket))
      socket.send(JSON.stringify({ type: 'ack', cid: frame.cid }))
      return
    }
    const { rows } = await pool.query<{ seq: string; id: string }>(
      `with head as (update rooms set last_seq = last_seq + 1 where id = $1 returning last_seq)
       insert into messages (room_id, seq, id, cid, body) select $1, last_seq, $2, $3, $4 from head returning seq, id`,
      [room, randomUUID(), frame.cid, frame.body],
    )
    const { seq, id } = rows[0]!
    socket.send(JSON.stringify({ type: 'ack', cid: frame.cid, data: { id, seq } }))
    const event = JSON.stringify({ type: 'events', data: { room, seq, id, body: frame.body } })
    for (const member of rooms.get(room) ?? []) member.send(event)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`))
process.on('SIGTERM', () => process.exit(0))
