// Storage for sites that ask first: memory until the visitor agrees, the disk from then on, and memory again when they
// take it back. That there is a database at all is the memory of the "yes", so a "no" leaves nothing behind.

import type { LiveEnvironment, PageEnvironment } from './client-environment.ts'
import { dropIndexedDb } from './indexed-db-store.ts'
import { createMemoryStore, type KeyValueStore } from './key-value-store.ts'
import { IDENTITY_KEY, SESSION_KEY } from './storage-keys.ts'
import type { WritableStore } from './store.ts'
import type { Consent } from './visitor-client.api.ts'

interface ConsentDeps {
  env: Pick<PageEnvironment, 'storage'> & Partial<Pick<LiveEnvironment, 'dropStorage'>>
  /** Of the database. */
  name: string
  consent: WritableStore<Consent>
  /** False while a reload forgets. */
  durable: WritableStore<boolean>
}

export interface ConsentStore extends KeyValueStore {
  answer(answer: 'granted' | 'denied'): Promise<void>
}

/** Looks for a database and makes none. */
export async function createConsentStore({
  env: { storage, dropStorage = dropIndexedDb },
  name,
  consent,
  durable,
}: ConsentDeps): Promise<ConsentStore> {
  const entries = new Map<string, unknown>()
  const memory = createMemoryStore(entries)
  let disk = await storage(name, true).catch(() => null)
  if (disk) consent.set('granted')
  else durable.set(false)
  const now = (): KeyValueStore => disk ?? memory

  async function grant(): Promise<void> {
    const opened = await storage(name).catch(() => null)
    // A browser that forbids it has the last word.
    if (!opened) return
    disk = opened
    for (const [key, value] of entries)
      if ((await opened.get(key)) === undefined) await opened.set(key, value)
    entries.clear()
    durable.set(true)
  }

  /** The chat goes on in this tab; that is all that stays. */
  async function deny(kept: KeyValueStore): Promise<void> {
    for (const key of [SESSION_KEY, IDENTITY_KEY]) {
      const value = await kept.get(key)
      if (value !== undefined) entries.set(key, value)
    }
    disk = null
    durable.set(false)
    await dropStorage(name)
  }

  return {
    get: (key) => now().get(key),
    set: (key, value) => now().set(key, value),
    delete: (key) => now().delete(key),
    list: (prefix) => now().list(prefix),
    clear: (prefix) => now().clear(prefix),
    async answer(answer) {
      // A yes counts once there is where to keep things, a no from this moment on.
      if (answer === 'granted' && !disk) await grant()
      consent.set(answer)
      if (answer === 'denied' && disk) await deny(disk)
    },
  }
}
