// A hub on a server of its own, whose principals are whatever the hello's token says.

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { ClientOptions } from 'ws'
import { createHub } from '../../server/platform/hub/hub.ts'
import type { HubOptions } from '../../server/platform/hub/hub-options.ts'
import { Problem } from '../../server/platform/problem.ts'
import { eventually } from './bounded-wait.ts'
import { connectSocket } from './socket-client.ts'

export interface TestPrincipal {
  side: string
  id: string
}

const GOOD_ORIGIN = 'https://good.example'

/** Names as tokens: `wrong` is refused, `forbidden` is, everything else is a visitor of that name. */
export async function hubServer(t: TestContext, options: Partial<HubOptions<TestPrincipal>> = {}) {
  const logged: unknown[] = []
  const note = (...line: unknown[]): void => void logged.push(line)
  const hub = createHub<TestPrincipal>({
    log: { info: note, warn: note, error: note } as never,
    async allowUpgrade(request: IncomingMessage) {
      const { origin } = request.headers
      return origin === undefined || origin === GOOD_ORIGIN ? { ok: true } : { ok: false, status: 403 }
    },
    async authenticate(hello) {
      const { role, token = '' } = hello.data
      if (token === 'wrong') throw new Problem('unauthenticated')
      if (token === 'forbidden') throw new Problem('forbidden')
      return { side: role, id: token }
    },
    async onReady(socket) {
      socket.join('everybody')
      socket.send({ type: 'welcome', data: { protocol: 1, at: new Date().toISOString(), heads: {} } })
    },
    async onFrame(socket, frame) {
      socket.send({ type: 'ack', cid: frame.cid, data: frame.data })
    },
    ...options,
  })
  const server = createServer()
  hub.attach(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}/support/live`
  t.after(async () => {
    await hub.close()
    server.close()
  })

  const connect = (client?: ClientOptions) => connectSocket(url, client)
  const hello = (token: string, role = 'visitor') => ({
    type: 'hello',
    data: { role, protocol: 1, site: 'test', token, streams: {} },
  })
  async function join(
    token = 'ann',
    { role = 'visitor', client }: { role?: string; client?: ClientOptions } = {},
  ) {
    const socket = await connect(client)
    socket.send(hello(token, role))
    await socket.next('welcome')
    return socket
  }
  /** Until the server too has noticed who is gone. */
  const untilCount = (count: number) =>
    eventually(() => hub.count() === count, { what: () => `${count} sockets, not ${hub.count()}` })
  return { hub, server, url, port, logged, connect, hello, join, untilCount }
}
