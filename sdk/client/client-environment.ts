// What the client takes from the machine it runs on, in one place, so that tests need no real waiting.
// Every part is looked for when it is used: nothing here runs at import, and Node lacks half of it.

import { openIndexedDb } from './indexed-db-store.ts'
import type { KeyValueStore } from './key-value-store.ts'

/** News between tabs of one browser. */
export interface TabChannel {
  post(news: unknown): void
  close(): void
}

export interface Environment {
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Null where sockets do not exist. */
  socket(url: string): WebSocket | null
  now(): number
  random(): number
  /** Calls once after `ms`; the returned function calls it off. */
  after(ms: number, call: () => void): () => void
  /** Rejects where storage is blocked. */
  storage(name: string): Promise<KeyValueStore>
  /** Runs while no other tab holds `name`, where the browser can tell. */
  lock<T>(name: string, run: () => Promise<T>): Promise<T>
  /** Null where there are no other tabs to talk to. */
  channel(name: string, hear: (news: unknown) => void): TabChannel | null
  /** The network came back, or the page did: a good moment to look at the line. */
  onWake(wake: () => void): () => void
  isOffline(): boolean
}

/** A lock whose holder hangs is passed by after this long: sends are idempotent, so two senders do no harm. */
const LOCK_PATIENCE = 15_000

async function lock<T>(name: string, run: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  if (!locks) return run()
  let held = false
  try {
    return await locks.request(name, { signal: AbortSignal.timeout(LOCK_PATIENCE) }, () => {
      held = true
      return run()
    })
  } catch (error) {
    if (held) throw error
    return run()
  }
}

function channel(name: string, hear: (news: unknown) => void): TabChannel | null {
  // Without IndexedDB there is nothing to share; in Node an open channel would also keep the process alive.
  if (!globalThis.indexedDB || !globalThis.BroadcastChannel) return null
  const tabs = new BroadcastChannel(name)
  tabs.onmessage = (message) => hear(message.data)
  return { post: (news) => tabs.postMessage(news), close: () => tabs.close() }
}

function onWake(wake: () => void): () => void {
  const page = globalThis.document
  if (!page) return () => {}
  const life = new AbortController()
  const seen = (): void => {
    if (page.visibilityState === 'visible') wake()
  }
  page.addEventListener('visibilitychange', seen, life)
  for (const name of ['online', 'offline', 'pageshow']) globalThis.addEventListener(name, wake, life)
  return () => life.abort()
}

/** The browser's, or Node's, own. */
export const nativeEnvironment = (): Environment => ({
  fetch: (url, init) => globalThis.fetch(url, init),
  socket: (url) => (globalThis.WebSocket ? new WebSocket(url) : null),
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, call) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
  storage: openIndexedDb,
  lock,
  channel,
  onWake,
  isOffline: () => globalThis.navigator?.onLine === false,
})
