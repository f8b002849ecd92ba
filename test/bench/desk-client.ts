// A visitor with the real client, for the row of lost and doubled messages: its sockets can be cut from outside, and
// the acks that came, over them or by POST, are written down.

import { WebSocket } from 'ws'
import { createMemoryStore, type KeyValueStore } from '../../sdk/client/key-value-store.ts'
import { nativeEnvironment } from '../../sdk/client/native-environment.ts'
import { SESSION_KEY } from '../../sdk/client/storage-keys.ts'
import { createVisitorClient } from '../../sdk/client/visitor-client.ts'

/** A storage of its own that knows another device's session. */
const sessionOf = (other: KeyValueStore): KeyValueStore => {
  const own = createMemoryStore()
  return { ...own, get: (key) => (key === SESSION_KEY ? other : own).get(key) }
}

export function deskClient({
  port,
  site,
  session,
  onAck = () => {},
}: {
  port: number
  site: string
  /** Whose other device this is. */
  session?: { storage: KeyValueStore }
  onAck?: (cid: string) => void
}) {
  const storage = session ? sessionOf(session.storage) : createMemoryStore()
  const sockets = new Set<WebSocket>()
  const native = nativeEnvironment()
  const env = {
    ...native,
    // While there is no line the client sends by POST; its answer is the ack.
    async fetch(url: string, init: RequestInit) {
      const response = await native.fetch(url, init)
      const { cid } = JSON.parse(String(init.body ?? '{}')) as { cid?: string }
      if (cid && response.ok) onAck(cid)
      return response
    },
    storage: async () => storage,
    // Two devices do not share a lock.
    lock: <T>(_name: string, run: () => Promise<T>) => run(),
    channel: () => null,
    socket(url: string) {
      const socket = new WebSocket(url, { perMessageDeflate: false })
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
      socket.on('message', (raw) => {
        const text = String(raw)
        if (text.startsWith('{"type":"ack"')) onAck((JSON.parse(text) as { cid: string }).cid)
      })
      return socket as unknown as globalThis.WebSocket
    },
  }
  const client = createVisitorClient({ server: `http://127.0.0.1:${port}`, site, locale: 'en' }, env)
  return {
    client,
    storage,
    cut(): void {
      for (const socket of sockets) socket.terminate()
    },
  }
}
