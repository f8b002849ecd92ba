// The real clients on machines whose line can be cut: a visitor's, and an agent's with the session of a new person.

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { createAgentClient } from '../../sdk/client/agent-client.ts'
import { createMemoryStore } from '../../sdk/client/key-value-store.ts'
import { nativeEnvironment } from '../../sdk/client/native-environment.ts'
import { createVisitorClient } from '../../sdk/client/visitor-client.ts'
import type { Desk } from './desk.ts'
import { until } from './scripted-server.ts'

/** So much faster their clocks run, where nobody says otherwise. */
const HASTE = 10

/** The clients' machine, whose sockets can be cut and refused. */
function machine(headers: Record<string, string> = {}, haste = HASTE) {
  const storage = createMemoryStore()
  const sockets: WebSocket[] = []
  const line = { cut: false, blocked: false }
  const native = nativeEnvironment()
  const env = {
    ...native,
    storage: async () => storage,
    after: (ms: number, call: () => void) => native.after(ms / haste, call),
    fetch: (url: string, init: RequestInit) =>
      line.cut
        ? Promise.reject(new TypeError('cut'))
        : fetch(url, { ...init, headers: { ...init.headers, ...headers } }),
    socket(url: string) {
      if (line.cut || line.blocked) return null
      // Node's own takes headers, where a browser would send its cookie.
      const socket = new WebSocket(url, { headers } as never)
      sockets.push(socket)
      return socket
    },
  }
  return {
    env,
    cut() {
      line.cut = true
      for (const socket of sockets) socket.close()
    },
    mend() {
      line.cut = false
    },
    /** A proxy that lets no socket through. */
    block() {
      line.blocked = true
    },
  }
}

export function visit(t: TestContext, desk: Pick<Desk, 'base'> & { site: { key: string } }, haste = HASTE) {
  const { env, ...line } = machine({}, haste)
  const client = createVisitorClient({ server: desk.base, site: desk.site.key, locale: 'en' }, env)
  t.after(client.close)
  return { client, ...line }
}

export async function attend(t: TestContext, desk: Desk, name: string) {
  const { token, id } = await desk.person(name)
  const { env, ...line } = machine({ authorization: `Bearer ${token}` })
  const client = createAgentClient({ server: desk.base }, env)
  t.after(client.close)
  assert.equal(await client.resume(), true)
  await until(client.connection, ({ state }) => state === 'online')
  return { client, id, ...line }
}
