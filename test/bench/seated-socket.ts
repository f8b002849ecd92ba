// Sockets in their seats: opened many at a time, joined, and heard.

import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Dialect, Seat } from './dialect.ts'

/** So many handshakes at a time; more only wait in the kernel's queue. */
const AT_ONCE = 200
/** Sources to come from: one address has ports for 28,000 sockets only, closed ones included. */
const ADDRESSES = 16

export interface Listener {
  onAck?(text: string): void
  onEvent?(text: string, seated: SeatedSocket): void
}

export interface SeatedSocket {
  ws: WebSocket
  seat: Seat
}

export interface SeatOptions {
  follow?: boolean
  after?: number | undefined
  listener?: Listener
  /** Which of the addresses to come from. */
  index?: number
}

/** Resolves once joined. */
export async function takeSeat(
  dialect: Dialect,
  port: number,
  seat: Seat,
  { follow = true, after, listener = {}, index = 0 }: SeatOptions = {},
): Promise<SeatedSocket> {
  const ws = new WebSocket(`ws://127.0.0.1:${port}${dialect.path}`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    localAddress: `127.0.0.${2 + (index % ADDRESSES)}`,
  })
  const seated = { ws, seat }
  let accepts: ((text: string) => boolean) | null = null
  let accept = (_text: string): void => {}
  ws.on('message', (raw) => {
    const text = String(raw)
    if (accepts?.(text)) {
      accepts = null
      accept(text)
      return
    }
    const heard = dialect.hear(ws, text)
    if (heard?.kind === 'ack') listener.onAck?.(text)
    else if (heard?.kind === 'event') listener.onEvent?.(text, seated)
    else if (heard?.kind === 'refused') throw new Error(text)
  })
  const closed = once(ws, 'close').then(([code]) => {
    throw new Error(`closed with ${code}`)
  })
  closed.catch(() => {})
  await Promise.race([once(ws, 'open'), closed])
  ws.on('error', () => {})
  const ask = (frame: string, wanted: (text: string) => boolean): Promise<string> => {
    const answer = new Promise<string>((resolve) => {
      accept = resolve
    })
    accepts = wanted
    ws.send(frame)
    return Promise.race([answer, closed])
  }
  await dialect.join(ask, seat, { follow, after })
  return seated
}

/** One socket a seat, or `each`; a few hundred handshakes at a time. */
export async function takeSeats(
  dialect: Dialect,
  port: number,
  seats: readonly Seat[],
  { each = 1, ...options }: SeatOptions & { each?: number } = {},
): Promise<SeatedSocket[]> {
  const wanted = seats.flatMap((seat) => Array.from({ length: each }, () => seat))
  const seated: SeatedSocket[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < wanted.length) {
      const index = next++
      seated[index] = await takeSeat(dialect, port, wanted[index]!, { ...options, index })
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, wanted.length) }, worker))
  return seated
}

export async function leaveSeats(seated: readonly SeatedSocket[]): Promise<void> {
  await Promise.all(
    seated.map(async ({ ws }) => {
      if (ws.readyState === ws.CLOSED) return
      const closed = once(ws, 'close')
      ws.terminate()
      await closed
    }),
  )
}
