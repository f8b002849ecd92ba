// What the client takes from the machine it runs on, in one place, so that tests need no real waiting.
// Every part is looked for when it is used: nothing here runs at import, and Node lacks half of it.

import { dropIndexedDb, openIndexedDb } from './indexed-db-store.ts'
import type { KeyValueStore } from './key-value-store.ts'
import type { SendFile } from './send-file.ts'

/** News between tabs of one browser. */
export interface TabChannel {
  post(news: unknown): void
  close(): void
}

export interface LeadingPost {
  won(): void
  /** Another tab has taken it by force. */
  lost(): void
  /** Takes it from whoever has it. */
  steal?: boolean
}

export interface Environment {
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Null where sockets do not exist. */
  socket(url: string): WebSocket | null
  now(): number
  random(): number
  /** Calls once after `ms`; the returned function calls it off. */
  after(ms: number, call: () => void): () => void
  /** Rejects where storage is blocked; with `ifThere` also where there is none yet, and makes none. */
  storage(name: string, ifThere?: boolean): Promise<KeyValueStore>
  /** Throws a storage away, whoever has it open. */
  dropStorage(name: string): Promise<void>
  /** Runs while no other tab holds `name`, where the browser can tell. With `ifFree` it does not wait: null if held. */
  lock<T>(name: string, run: () => Promise<T>): Promise<T>
  lock<T>(name: string, run: () => Promise<T>, ifFree: true): Promise<T | null>
  /**
   * Queues up to be the one tab that leads; the returned function leaves the queue, or the lead.
   * Null where there is no such thing.
   */
  lead(name: string, post: LeadingPost): (() => void) | null
  /** Null where there are no other tabs to talk to. */
  channel(name: string, hear: (news: unknown) => void): TabChannel | null
  /** The network came back, or the page did: a good moment to look at the line. */
  onWake(wake: () => void): () => void
  /** The page is put away, for good or into the browser's back/forward cache. */
  onHide(hide: () => void): () => void
  isOffline(): boolean
  /** Sends a file's bytes; missing: the browser's own way. */
  sendFile?: SendFile
}

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
  dropStorage: dropIndexedDb,
  lock,
  lead,
  channel,
  onWake,
  onHide,
  isOffline: () => globalThis.navigator?.onLine === false,
})
