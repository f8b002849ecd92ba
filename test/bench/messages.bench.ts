// Persisted messages a second: 50 rooms of two sockets, so many sends under way at a time, each acked after its
// commit and heard by the room. Deskbell beside the bare floor, in the same run, on the same PostgreSQL.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { uuidv7 } from '../../server/platform/uuid.ts'

const ROOMS = 50
const IN_FLIGHT = 2
const BODY =
  'The new rotor rubs once per turn, right out of the box, and the hub spins true without it. Can I have another one?'

export interface MessageFigures {
  perSecond: number
  p50: number
  p99: number
}

interface Room {
  sender: WebSocket
  send(cid: string): void
}

async function startServer(file: string, databaseUrl: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...(process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []),
      path.join(import.meta.dirname, file),
    ],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  for await (const line of createInterface({ input: child.stdout! })) {
    const [word, port, site] = line.split(' ')
    if (word !== 'listening') continue
    const stop = async (): Promise<void> => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    return { port: Number(port), site: site ?? '', stop }
  }
  throw new Error(`${file} did not start`)
}

/** Takes acks by cid; everything else a socket hears is only counted. */
function listen(socket: WebSocket, onAck: (cid: string) => void): void {
  socket.on('message', (raw) => {
    const text = String(raw)
    if (text.startsWith('{"type":"ack"')) onAck((JSON.parse(text) as { cid: string }).cid)
    else if (text.startsWith('{"type":"nack"')) throw new Error(text)
  })
}

async function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  await once(socket, 'open')
  return socket
}

async function drive(rooms: Room[], acks: Map<string, () => void>, seconds: number): Promise<MessageFigures> {
  const times: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  const loop = async (room: Room): Promise<void> => {
    while (performance.now() < end) {
      const cid = uuidv7()
      const sent = performance.now()
      const acked = new Promise<void>((resolve) => acks.set(cid, resolve))
      room.send(cid)
      await acked
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(rooms.flatMap((room) => Array.from({ length: IN_FLIGHT }, () => loop(room))))
  const took = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(times.length * share)]!
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99) }
}

async function measure(
  databaseUrl: string,
  file: string,
  join: (base: string, site: string, resolve: Map<string, () => void>) => Promise<Room[]>,
  seconds: number,
) {
  const server = await startServer(file, databaseUrl)
  const acks = new Map<string, () => void>()
  try {
    const rooms = await join(`127.0.0.1:${server.port}`, server.site, acks)
    await drive(rooms, acks, 1)
    return await drive(rooms, acks, seconds)
  } finally {
    await server.stop()
  }
}

const take =
  (acks: Map<string, () => void>) =>
  (cid: string): void => {
    acks.get(cid)?.()
    acks.delete(cid)
  }

/** Sends and waits for the ack, while setting up. */
async function ask(socket: WebSocket, acks: Map<string, () => void>, frame: object): Promise<void> {
  const cid = uuidv7()
  const acked = new Promise<void>((resolve) => acks.set(cid, resolve))
  socket.send(JSON.stringify({ ...frame, cid }))
  await acked
}

const joinFloor = (base: string, _site: string, acks: Map<string, () => void>): Promise<Room[]> =>
  Promise.all(
    Array.from({ length: ROOMS }, async () => {
      const room = uuidv7()
      const [sender, hearer] = await Promise.all([open(`ws://${base}`), open(`ws://${base}`)])
      for (const socket of [sender, hearer]) {
        listen(socket, take(acks))
        await ask(socket, acks, { type: 'join', room })
      }
      return { sender, send: (cid) => sender.send(JSON.stringify({ type: 'message', cid, body: BODY })) }
    }),
  )

const joinDeskbell = (base: string, site: string, acks: Map<string, () => void>): Promise<Room[]> =>
  Promise.all(
    Array.from({ length: ROOMS }, async () => {
      const response = await fetch(`http://${base}/support/widget/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ site }),
      })
      const { token } = (await response.json()) as { token: string }
      const conversation_id = uuidv7()
      const sockets = await Promise.all([1, 2].map(() => open(`ws://${base}/support/live`)))
      for (const [index, socket] of sockets.entries()) {
        listen(socket, take(acks))
        const welcomed = once(socket, 'message')
        socket.send(
          JSON.stringify({ type: 'hello', data: { role: 'visitor', protocol: 1, site, token, streams: {} } }),
        )
        await welcomed
        if (index === 0) {
          const data = { conversation_id, message: BODY, want: 'person' }
          await ask(socket, acks, { type: 'conversation.start', data })
        }
        await ask(socket, acks, { type: 'conversation.subscribe', data: { conversation_id } })
      }
      const sender = sockets[0]!
      const frame = (cid: string): string =>
        JSON.stringify({ type: 'message.send', cid, data: { conversation_id, body: BODY } })
      return { sender, send: (cid) => sender.send(frame(cid)) }
    }),
  )

/** Floor and Deskbell, so many seconds each. */
export async function benchMessages(databaseUrl: (name: string) => Promise<string>, seconds: number) {
  const floor = await measure(await databaseUrl('floor'), 'floor-server.ts', joinFloor, seconds)
  const deskbell = await measure(await databaseUrl('deskbell'), 'deskbell-server.ts', joinDeskbell, seconds)
  return { floor, deskbell }
}
