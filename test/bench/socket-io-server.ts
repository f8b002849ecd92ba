// What many would build with: Socket.IO with its PostgreSQL adapter and connection state recovery, the same statement
// as the floor, the ack after the commit. The adapter has a pool of its own, as its manual shows.

import http from 'node:http'
import { createAdapter } from '@socket.io/postgres-adapter'
import pg from 'pg'
import { Server } from 'socket.io'
import { createFloorLog } from './floor-log.ts'
import { serveMeasured } from './serve-measured.ts'

const connectionString = process.env.DATABASE_URL!
const log = await createFloorLog(connectionString)
const pool = new pg.Pool({ connectionString, max: 10 })
pool.on('error', () => {})
// As its manual has it: packets too large for a NOTIFY wait here.
await pool.query(`create table if not exists socket_io_attachments (
  id bigserial unique, created_at timestamptz default now(), payload bytea)`)

const server = http.createServer()
const io = new Server(server, {
  adapter: createAdapter(pool, { errorHandler: () => {} }),
  connectionStateRecovery: {},
  transports: ['websocket'],
  serveClient: false,
})

io.on('connection', (socket) => {
  socket.on('join', (room: string, ack: () => void) => {
    socket.join(room)
    ack()
  })
  socket.on(
    'message',
    async (
      { room, cid, body }: { room: string; cid: string; body: string },
      ack: (answer: object) => void,
    ) => {
      const appended = await log.append(room, cid, body).catch(() => null)
      if (!appended) return
      const { seq, id, isNew } = appended
      ack({ cid, id, seq })
      if (isNew) io.to(room).emit('message', { seq, id, cid, body })
    },
  )
})
serveMeasured(server)
