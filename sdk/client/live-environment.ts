// What the live side of a client takes from the machine: sockets, other tabs, the network's coming and going.

import type { LeadingPost, LiveEnvironment, TabChannel } from './client-environment.ts'
import { dropIndexedDb } from './indexed-db-store.ts'

/** A lock whose holder hangs is passed by after this long: sends are idempotent, so two senders do no harm. */
const LOCK_PATIENCE = 15_000

async function lock<T>(name: string, run: () => Promise<T>): Promise<T>
async function lock<T>(name: string, run: () => Promise<T>, ifFree: true): Promise<T | null>
async function lock<T>(name: string, run: () => Promise<T>, ifFree = false): Promise<T | null> {
  const locks = globalThis.navigator?.locks
  if (!locks) return run()
  let held = false
  const options = ifFree ? { ifAvailable: true } : { signal: AbortSignal.timeout(LOCK_PATIENCE) }
  try {
    return await locks.request(name, options, (given) => {
      held = true
      return given ? run() : null
    })
  } catch (error) {
    if (held) throw error
    return run()
  }
}

function lead(name: string, { won, lost, steal }: LeadingPost): (() => void) | null {
  const locks = globalThis.navigator?.locks
  if (!locks) return null
  const life = new AbortController()
  const { signal } = life
  let held = false
  const hold = (): Promise<void> => {
    held = true
    if (!signal.aborted) won()
    return new Promise((resolve) => {
      if (signal.aborted) resolve()
      signal.onabort = () => resolve()
    })
  }
  locks.request(name, steal ? { steal } : { signal }, hold).catch(() => {
    if (signal.aborted) return
    if (held) lost()
    // Locks are forbidden here, so no other tab can lead either.
    else won()
  })
  return () => life.abort()
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

function onHide(hide: () => void): () => void {
  const life = new AbortController()
  if (globalThis.document) globalThis.addEventListener('pagehide', hide, life)
  return () => life.abort()
}

/** The browser's, or Node's, own. */
export const liveEnvironment = (): LiveEnvironment => ({
  socket: (url) => (globalThis.WebSocket ? new WebSocket(url) : null),
  dropStorage: dropIndexedDb,
  lock,
  lead,
  channel,
  onWake,
  onHide,
  isOffline: () => globalThis.navigator?.onLine === false,
})
