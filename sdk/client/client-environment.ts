// What the client takes from the machine it runs on, in one place, so that tests need no real waiting. What only the
// live side needs comes with it, from live-environment.ts.
// Every part is looked for when it is used: nothing here runs at import, and Node lacks half of it.

import { openIndexedDb } from './indexed-db-store.ts'
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

export interface PageEnvironment {
  fetch(url: string, init: RequestInit): Promise<Response>
  now(): number
  random(): number
  /** Calls once after `ms`; the returned function calls it off. */
  after(ms: number, call: () => void): () => void
  /** Rejects where storage is blocked; with `ifThere` also where there is none yet, and makes none. */
  storage(name: string, ifThere?: boolean): Promise<KeyValueStore>
}

export interface LiveEnvironment {
  /** Null where sockets do not exist. */
  socket(url: string): WebSocket | null
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
}

export interface Environment extends PageEnvironment, LiveEnvironment {
  /** Sends a file's bytes; missing: the browser's own way. */
  sendFile?: SendFile
}

/** The browser's, or Node's, own. */
export const pageEnvironment = (): PageEnvironment => ({
  fetch: (url, init) => globalThis.fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, call) {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
  storage: openIndexedDb,
})
