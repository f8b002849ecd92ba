// The key-value store in IndexedDB: one database, one object store. Knows nothing of what is kept.

import type { KeyValueStore } from './key-value-store.ts'

const TABLE = 'entries'

/** Some browsers never answer an `open`, as Safari 14 did; then memory has to do. */
const OPEN_WITHIN = 3_000

/** All keys that begin so. */
const range = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`)

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/**
 * Rejects where the browser has no IndexedDB or forbids it, as some do in private windows. `ifThere`: also where there
 * is no such database yet, and leaves none.
 */
export async function openIndexedDb(name: string, ifThere = false): Promise<KeyValueStore> {
  const opening = globalThis.indexedDB.open(name, 1)
  opening.onupgradeneeded = () => {
    // Broken off, the creation of a database leaves nothing (Indexed Database API 3.0, §5.7).
    if (ifThere) opening.transaction!.abort()
    else opening.result.createObjectStore(TABLE)
  }
  const late = new Promise<never>((_resolve, reject) => {
    const signal = AbortSignal.timeout(OPEN_WITHIN)
    signal.onabort = () => reject(signal.reason)
  })
  const database = await Promise.race([settled(opening), late])
  // Another tab deletes or upgrades: holding on would block it for ever.
  database.onversionchange = () => database.close()
  const table = (mode: IDBTransactionMode): IDBObjectStore =>
    database.transaction(TABLE, mode).objectStore(TABLE)

  /** Waits for the transaction, not the request: only then is it on disk. */
  const write = (change: (table: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const store = table('readwrite')
      store.transaction.oncomplete = () => resolve()
      store.transaction.onabort = () => reject(store.transaction.error)
      change(store)
    })

  return {
    get: async (key) => settled(table('readonly').get(key)),
    set: async (key, value) => write((store) => store.put(value, key)),
    delete: async (key) => write((store) => store.delete(key)),
    clear: async (prefix) => write((store) => store.delete(range(prefix))),
    list: async (prefix) => settled(table('readonly').getAll(range(prefix))),
  }
}

/** Tabs that hold it let go of it first, so it may take a moment. */
export const dropIndexedDb = async (name: string): Promise<void> => {
  await settled(globalThis.indexedDB.deleteDatabase(name))
}
