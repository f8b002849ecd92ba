// The three ways of delivering a chat whose losses are counted, each with the client its users would have: Deskbell's
// own, Socket.IO's own with recovery and retries, and what a careful hand writes over ws: a cursor, and sending again.

import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { deskClient } from './desk-client.ts'
import type { MeasuredServer } from './measured-server.ts'

/** A customer who writes, and another device that should show all of it. */
export interface Pair {
  send(text: string): void
  /** Texts whose sending was acknowledged. */
  acked: Set<string>
  /** Texts on the other device's screen, and on the writer's own where they come from the server. */
  shown(): string[][]
  /** Cuts the other device's line. */
  cut(): void
  close(): void
}

export interface Contestant {
  name: string
  file: string
  /** Makes a conversation ready, where its client cannot. */
  prepare: string | null
  /** Rows and texts in the database, to count what was stored twice. */
  rows: string
  open(server: MeasuredServer, room: string): Promise<Pair>
}

const comeBackIn = (): number => 500 + Math.random() * 1000

const deskbell: Contestant = {
  name: 'Deskbell',
  file: 'deskbell-server.ts',
  prepare: null,
  rows: `select count(*)::int as rows, count(distinct data->>'body')::int as texts
           from conversation_events where type = 'message.created' and actor_kind = 'contact'`,
  async open({ port, facts }) {
    const acked = new Set<string>()
    const textOf = new Map<string, string>()
    const early = new Set<string>()
    const onAck = (cid: string): void => {
      const text = textOf.get(cid)
      if (text === undefined) early.add(cid)
      else acked.add(text)
    }
    const writer = deskClient({ port, site: facts.site!, onAck })
    const mine = await writer.client.conversations.start({ message: `Hello ${uuidv7()}`, want: 'person' })
    await until(() => mine.state.get().events.length > 0)
    const reader = deskClient({ port, site: facts.site!, session: writer })
    await reader.client.conversations.resume()
    const theirs = reader.client.conversations.open(mine.id)
    await until(() => theirs.state.get().phase === 'ready')
    // The client chooses the cid: whose it is shows in what it holds as pending.
    mine.state.subscribe(({ pending }) => {
      // What is new stands at the end.
      for (let at = pending.length - 1; at >= 0 && !textOf.has(pending[at]!.cid); at--) {
        const { cid, body } = pending[at]!
        textOf.set(cid, body)
        if (early.delete(cid)) acked.add(body)
      }
    })
    const texts = (view: typeof mine): string[] => {
      const { events, pending } = view.state.get()
      const logged = events.flatMap(({ type, data }) => (type === 'message.created' ? data.body : []))
      return [...logged, ...pending.map(({ body }) => body)]
    }
    return {
      send: (text) => void mine.send(text),
      acked,
      shown: () => [texts(theirs), texts(mine)],
      cut: reader.cut,
      close() {
        writer.client.close()
        reader.client.close()
      },
    }
  },
}

const socketIo: Contestant = {
  name: 'Socket.IO',
  file: 'socket-io-server.ts',
  prepare: 'insert into rooms (id) values ($1)',
  rows: 'select count(*)::int as rows, count(distinct body)::int as texts from messages',
  async open({ port }, room) {
    const acked = new Set<string>()
    const seen: string[] = []
    const url = `http://127.0.0.1:${port}`
    const options = { transports: ['websocket'], forceNew: true }
    // Sends again what was not acked; the server stores a client id once.
    const writer = io(url, { ...options, retries: 10, ackTimeout: 2000 })
    const reader = io(url, options)
    const joined = new Promise<void>((resolve) => {
      reader.on('connect', () => {
        if (!reader.recovered) reader.emit('join', room, resolve)
      })
    })
    reader.on('message', ({ body }: { body: string }) => seen.push(body))
    await joined
    return {
      send: (body) =>
        void writer.emit('message', { room, cid: uuidv7(), body }, (error: Error | null) => {
          if (!error) acked.add(body)
        }),
      acked,
      shown: () => [seen],
      cut: () => reader.io.engine.close(),
      close() {
        writer.close()
        reader.close()
      },
    }
  },
}

/** A socket that comes back. */
function returning(url: string, onOpen: (ws: WebSocket) => void, onText: (text: string) => void) {
  let ws: WebSocket
  let closed = false
  const connect = (): void => {
    if (closed) return
    ws = new WebSocket(url, { perMessageDeflate: false })
    ws.on('error', () => {})
    ws.on('open', () => onOpen(ws))
    ws.on('message', (raw) => onText(String(raw)))
    ws.on('close', () => setTimeout(connect, comeBackIn()).unref())
  }
  connect()
  return {
    send: (frame: object): void => {
      if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(frame))
    },
    cut: (): void => ws.terminate(),
    close(): void {
      closed = true
      ws.terminate()
    },
  }
}

const byHand: Contestant = {
  name: 'ws + pg, cursor and client id by hand',
  file: 'floor-server.ts',
  prepare: socketIo.prepare,
  rows: socketIo.rows,
  async open({ port }, room) {
    const acked = new Set<string>()
    const outbox = new Map<string, string>()
    const screen = new Map<number, string>()
    const url = `ws://127.0.0.1:${port}`
    /** Up to the first gap: events of two database connections may overtake each other. */
    let cursor = 0
    const writer = returning(
      url,
      (ws) => {
        ws.send(JSON.stringify({ type: 'join', cid: uuidv7(), room }))
        for (const [cid, body] of outbox) ws.send(JSON.stringify({ type: 'message', cid, body }))
      },
      (text) => {
        const { type, cid } = JSON.parse(text) as { type: string; cid: string }
        const body = outbox.get(cid)
        if (type !== 'ack' || body === undefined) return
        acked.add(body)
        outbox.delete(cid)
      },
    )
    let joined = (): void => {}
    const ready = new Promise<void>((resolve) => {
      joined = resolve
    })
    const reader = returning(
      url,
      (ws) => ws.send(JSON.stringify({ type: 'join', cid: uuidv7(), room, after: cursor })),
      (text) => {
        const { type, data } = JSON.parse(text) as { type: string; data: { seq: string; body: string } }
        if (type === 'ack') return joined()
        screen.set(Number(data.seq), data.body)
        while (screen.has(cursor + 1)) cursor += 1
      },
    )
    await ready
    return {
      send(body) {
        const cid = uuidv7()
        outbox.set(cid, body)
        writer.send({ type: 'message', cid, body })
      },
      acked,
      shown: () => [[...screen.values()]],
      cut: reader.cut,
      close() {
        writer.close()
        reader.close()
      },
    }
  },
}

export const CONTESTANTS = [byHand, socketIo, deskbell] as const

/** Looks until it is so; a few times a second is enough where nothing is timed. */
export async function until(holds: () => boolean, patience = 15_000): Promise<boolean> {
  const deadline = performance.now() + patience
  while (!holds()) {
    if (performance.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}
