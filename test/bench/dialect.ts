// How each measured server is spoken to, in raw frames over ws, so that the client's cost is the same for all: who sits
// where, how a seat is taken, what a send looks like, what comes back.

import type { WebSocket } from 'ws'
import { uuidv7 } from '../../server/platform/uuid.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { seatDeskbell } from './deskbell-seats.ts'
import type { MeasuredServer } from './measured-server.ts'

/** A place in a conversation, for any number of sockets. */
export interface Seat {
  room: string
  site?: string
  token?: string
}

/** What a frame from the server is, as far as load cares. */
export type Heard = { kind: 'ack' | 'event'; text: string } | { kind: 'refused'; text: string } | null

export interface Dialect {
  name: 'ws + pg' | 'Socket.IO' | 'Deskbell'
  file: string
  path: string
  /** Makes conversations that may be written to. */
  seats(postgres: BenchPostgres, url: string, server: MeasuredServer, count: number): Promise<Seat[]>
  /** Says who is there and follows the seat's conversation, or only says hello. */
  join(ask: Ask, seat: Seat, options: { follow: boolean; after?: number | undefined }): Promise<void>
  send(seat: Seat, cid: string, body: string): string
  /** Frames that need an answer get one here. */
  hear(socket: WebSocket, text: string): Heard
}

/** Sends a frame; resolves with the first answer that `accepts` takes. */
export type Ask = (frame: string, accepts: (text: string) => boolean) => Promise<string>

const insertRooms = async (postgres: BenchPostgres, url: string, count: number): Promise<Seat[]> => {
  const rooms = Array.from({ length: count }, () => uuidv7())
  await postgres.query(url, 'insert into rooms (id) select unnest($1::uuid[])', [rooms])
  return rooms.map((room) => ({ room }))
}

export const FLOOR: Dialect = {
  name: 'ws + pg',
  file: 'floor-server.ts',
  path: '/',
  seats: (postgres, url, _server, count) => insertRooms(postgres, url, count),
  async join(ask, { room }, { follow, after }) {
    const cid = uuidv7()
    await ask(JSON.stringify({ type: 'join', cid, room, after, deaf: !follow }), (text) => text.includes(cid))
  },
  send: (_seat, cid, body) => JSON.stringify({ type: 'message', cid, body }),
  hear(_socket, text) {
    if (text.startsWith('{"type":"ack"')) return { kind: 'ack', text }
    return { kind: 'event', text }
  },
}

export const SOCKET_IO: Dialect = {
  name: 'Socket.IO',
  file: 'socket-io-server.ts',
  path: '/socket.io/?EIO=4&transport=websocket',
  seats: (postgres, url, _server, count) => insertRooms(postgres, url, count),
  // Engine.IO 4 carries Socket.IO 5: `0` open, `40` connect, `42<id>` event that wants an ack, `43<id>` the ack.
  async join(ask, { room }, { follow }) {
    await ask('40', (text) => text.startsWith('40'))
    if (follow) await ask(`420${JSON.stringify(['join', room])}`, (text) => text.startsWith('430'))
  },
  send: ({ room }, cid, body) => `421${JSON.stringify(['message', { room, cid, body }])}`,
  hear(socket, text) {
    if (text === '2') socket.send('3')
    else if (text.startsWith('43')) return { kind: 'ack', text }
    else if (text.startsWith('42')) return { kind: 'event', text }
    return null
  },
}

export const DESKBELL: Dialect = {
  name: 'Deskbell',
  file: 'deskbell-server.ts',
  path: '/support/live',
  seats: seatDeskbell,
  async join(ask, { room, site, token }, { follow, after }) {
    const streams = follow ? { [room]: after ?? 0 } : {}
    const hello = { type: 'hello', data: { role: 'visitor', protocol: 1, site, token, streams } }
    await ask(JSON.stringify(hello), (text) => text.startsWith('{"type":"welcome"'))
  },
  send: ({ room }, cid, body) =>
    JSON.stringify({ type: 'message.send', cid, data: { conversation_id: room, body } }),
  hear(_socket, text) {
    if (text.startsWith('{"type":"ack"')) return { kind: 'ack', text }
    if (text.startsWith('{"type":"events"')) return { kind: 'event', text }
    if (text.startsWith('{"type":"nack"') || text.startsWith('{"type":"problem"'))
      return { kind: 'refused', text }
    return null
  },
}

export const DIALECTS = [FLOOR, SOCKET_IO, DESKBELL] as const

/** Client ids in a frame: an ack names one, a stretch of events may name several. */
export function* cidsIn(text: string): Iterable<string> {
  for (let at = text.indexOf('"cid":"'); at >= 0; at = text.indexOf('"cid":"', at + 43))
    yield text.slice(at + 7, at + 43)
}
