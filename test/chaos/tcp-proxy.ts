// The path between two ends, as bad as a test wants it: slow, cut, silent both ways or one. Carries bytes and may be
// told to look at them; what they mean is not its business.

import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'

type Way = 'up' | 'down'

export interface PathState {
  /** ms each byte takes. */
  latency: number
  /** Nothing passes, but nothing is lost: it arrives late. */
  stalled: readonly Way[]
  /** What is sent now never arrives, and a connection that lost bytes is dead for good without anybody being told. */
  swallowing: readonly Way[]
  /** New connections are turned away. */
  refusing: boolean
}

export interface ProxyOptions {
  /** Ports to try, in this order; asked anew for each connection. */
  targets(): readonly number[]
  onDown?: (chunk: Buffer) => void
  /** What to make of a connection's bytes on their way up; one a connection. */
  mangle?: () => (chunk: Buffer) => Buffer
  /** Sees what a connection sends up; true ends it there. */
  refuses?: (chunk: Buffer) => boolean
  /** Sees what a connection sends up; true marks it, for `mute`. */
  isMarked?: (chunk: Buffer) => boolean
}

const CLEAR: PathState = { latency: 0, stalled: [], swallowing: [], refusing: false }

/** The first that answers; null when none does. */
async function dial(ports: readonly number[]): Promise<Socket | null> {
  for (const port of ports) {
    const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    socket.on('error', () => {})
    if (isOpen) return socket
  }
  return null
}

/** Listens at once, on a port of its own. */
export async function createTcpProxy({ targets, onDown, mangle, refuses, isMarked }: ProxyOptions) {
  let state = CLEAR
  const links = new Set<ReturnType<typeof carry>>()

  function carry(client: Socket, upstream: Socket) {
    const lost = new Set<Way>()
    const isLost = (way: Way): boolean => {
      if (state.swallowing.includes(way)) lost.add(way)
      return lost.has(way)
    }
    let marked = false
    const change = mangle?.()

    /** Bytes one way, in order, each at its time. A null is the end of the stream. */
    function lane(way: Way, from: Socket, to: Socket): () => void {
      const queue: { due: number; chunk: Buffer | null }[] = []
      let timer: NodeJS.Timeout | undefined
      function pump(): void {
        clearTimeout(timer)
        for (let next = queue[0]; next; next = queue[0]) {
          if (state.stalled.includes(way)) return
          const wait = next.due - performance.now()
          if (wait > 0) {
            timer = setTimeout(pump, wait)
            return
          }
          queue.shift()
          if (next.chunk === null) to.end()
          else if (to.writable) to.write(next.chunk)
        }
      }
      const put = (chunk: Buffer | null): void => {
        if (isLost(way)) return
        queue.push({ due: performance.now() + state.latency, chunk })
        pump()
      }
      from.on('data', (chunk: Buffer) => {
        if (way === 'up' && refuses?.(chunk)) return link.destroy()
        if (way === 'down') onDown?.(chunk)
        else if (isMarked?.(chunk)) marked = true
        put(way === 'up' && change ? change(chunk) : chunk)
      })
      from.on('end', () => put(null))
      from.on('close', () => {
        // Whoever broke off hears nothing more; on a dead path the other end is not told.
        if (from.errored && !isLost(way)) to.resetAndDestroy()
        if (client.destroyed && upstream.destroyed) links.delete(link)
      })
      return pump
    }

    const pumps = [lane('up', client, upstream), lane('down', upstream, client)]
    const link = {
      pump: (): void => {
        for (const pump of pumps) pump()
      },
      destroy(): void {
        client.resetAndDestroy()
        upstream.resetAndDestroy()
        links.delete(link)
      },
      isMarked: () => marked,
      mute: () => void lost.add('up').add('down'),
    }
    return link
  }

  const server = net.createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (client) => {
    client.on('error', () => {})
    if (state.refusing) return void client.resetAndDestroy()
    void dial(targets()).then((upstream) => {
      if (!upstream || client.destroyed || state.refusing) {
        upstream?.destroy()
        client.resetAndDestroy()
        return
      }
      links.add(carry(client, upstream))
      client.resume()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    port: (server.address() as AddressInfo).port,
    set(change: Partial<PathState>): void {
      state = { ...state, ...change }
      for (const link of links) link.pump()
    },
    heal(): void {
      state = CLEAR
      for (const link of links) link.pump()
    },
    /** Cuts what is open; both ends are told by a reset. */
    sever(): void {
      for (const link of links) link.destroy()
    },
    /** From now on the marked connections are dead, and nobody is told. */
    muteMarked(): number {
      const marked = [...links].filter((link) => link.isMarked())
      for (const link of marked) link.mute()
      return marked.length
    },
    async close(): Promise<void> {
      for (const link of links) link.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type TcpProxy = Awaited<ReturnType<typeof createTcpProxy>>
