// Where the client keeps what must outlive the page: an interface, its memory stand-in, and the switch between them.

import { createStore, type WritableStore } from './store.ts'

export interface KeyValueStore {
  get(key: string): Promise<unknown>
  /** Resolves once it is on disk. */
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  /** Deletes all whose keys begin with `prefix`. */
  clear(prefix: string): Promise<void>
  /** Values whose keys begin with `prefix`, in the order of their keys. */
  list(prefix: string): Promise<unknown[]>
}

/** Forgets with the page. */
export function createMemoryStore(entries = new Map<string, unknown>()): KeyValueStore {
  return {
    get: async (key) => entries.get(key),
    set: async (key, value) => void entries.set(key, value),
    delete: async (key) => void entries.delete(key),
    clear: async (prefix) => {
      for (const key of [...entries.keys()]) if (key.startsWith(prefix)) entries.delete(key)
    },
    list: async (prefix) =>
      [...entries]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, value]) => value),
  }
}

export interface Storage extends KeyValueStore {
  /** False once anything could not be kept. */
  readonly durable: WritableStore<boolean>
}

/** Opens on first use. Where storage is blocked or fails, memory takes over: the chat goes on, a reload forgets. */
export function createStorage(open: () => Promise<KeyValueStore>): Storage {
  const durable = createStore(true)
  let isBroken = false
  const memory = createMemoryStore()
  let disk: Promise<KeyValueStore> | null = null

  async function use<T>(run: (store: KeyValueStore) => Promise<T>): Promise<T> {
    for (let again = false; !isBroken; again = true) {
      disk ??= open()
      const tried = disk
      const store = await tried.catch(() => null)
      try {
        if (store) return await run(store)
      } catch {}
      // Browsers close what was open, as Safari does to a page long in the background: it is opened once more.
      if (!store || again) {
        isBroken = true
        durable.set(false)
      } else if (disk === tried) disk = null
    }
    return run(memory)
  }

  return {
    durable,
    get: (key) => use((store) => store.get(key)),
    set: (key, value) => use((store) => store.set(key, value)),
    delete: (key) => use((store) => store.delete(key)),
    clear: (prefix) => use((store) => store.clear(prefix)),
    list: (prefix) => use((store) => store.list(prefix)),
  }
}
