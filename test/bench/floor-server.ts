// The floor: what bare ws and bare pg reach doing the same durable work. The ack follows the commit; the room hears of
// it; who comes back with a cursor gets what was missed.

import http from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { createFloorLog } from './floor-log.ts'
import { serveMeasured } from './serve-measured.ts'

interface Frame {
  type: 'join' | 'message'
  cid: string
  room?: string
  /** Cursor: messages beyond it are wanted. */
  after?: number
  /** Writes only, and hears nothing of the room. */
  deaf?: boolean
  body?: string
}

const log = await createFloorLog(process.env.DATABASE_URL!)
const server = http.createServer()
const wss = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false })
const rooms = new Map<string, Set<WebSocket>>()

wss.on('connection', (socket) => {
  let room = ''
  const say = (frame: object): void => socket.send(JSON.stringify(frame))

  async function join({ cid, room: wanted, after, deaf }: Frame): Promise<void> {
    room = wanted!
    if (!deaf) rooms.set(room, (rooms.get(room) ?? new Set<WebSocket>()).add(socket))
    say({ type: 'ack', cid })
    if (after === undefined) return
    for (const message of await log.after(room, after)) say({ type: 'events', data: { room, ...message } })
  }

  socket.on('message', async (raw) => {
    const frame = JSON.parse(String(raw)) as Frame
    if (frame.type === 'join') return join(frame)
    const { cid, body } = frame
    // Killed connections of a killed server fail here; the client sends again.
    const appended = await log.append(room, cid, body!).catch(() => null)
    if (!appended) return
    const { seq, id, isNew } = appended
    say({ type: 'ack', cid, data: { id, seq } })
    if (!isNew) return
    const event = JSON.stringify({ type: 'events', data: { room, seq, id, cid, body } })
    for (const member of rooms.get(room) ?? []) member.send(event)
  })
  socket.on('close', () => rooms.get(room)?.delete(socket))
  socket.on('error', () => {})
})
serveMeasured(server)
