// What the tabs of one browser share besides the disk: locks and channels. A tab that dies lets go of both.

import type { TabLife } from './tab-life.ts'

interface Held {
  life: TabLife
  release(): void
  /** Somebody has taken it by force. */
  rob(): void
}

export interface LockOptions {
  signal?: AbortSignal
  /** Runs with false at once when somebody holds it. */
  ifAvailable?: boolean
  steal?: boolean
}

/** As `navigator.locks`: one holder a name, in the order asked; a dead tab's locks are free. */
export function createTabLocks() {
  const holders = new Map<string, Held>()
  const queues = new Map<string, { life: TabLife; take(): void }[]>()

  function next(name: string): void {
    if (holders.has(name)) return
    const queue = queues.get(name) ?? []
    let first = queue.shift()
    while (first?.life.isDead()) first = queue.shift()
    first?.take()
  }

  function request<T>(
    life: TabLife,
    name: string,
    run: (given: boolean) => Promise<T>,
    { signal, ifAvailable = false, steal = false }: LockOptions = {},
  ): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    function take(): void {
      const held: Held = {
        life,
        release(): void {
          if (holders.get(name) !== held) return
          holders.delete(name)
          next(name)
        },
        rob: () => reject(new DOMException('stolen', 'AbortError')),
      }
      holders.set(name, held)
      life.enter(() => void run(true).then(resolve, reject).finally(held.release))
    }
    if (steal) {
      holders.get(name)?.rob()
      take()
    } else if (ifAvailable && holders.has(name)) life.enter(() => void run(false).then(resolve, reject))
    else {
      const queue = queues.get(name) ?? []
      queues.set(name, queue)
      const entry = { life, take }
      queue.push(entry)
      signal?.addEventListener('abort', () => {
        const at = queue.indexOf(entry)
        if (at < 0) return
        queue.splice(at, 1)
        reject(signal.reason)
      })
      next(name)
    }
    return life.gate(promise)
  }

  return {
    request,
    /** The tab is gone, and with it every lock it held. */
    drop(life: TabLife): void {
      for (const held of [...holders.values()]) if (held.life === life) held.release()
    },
  }
}

export function createTabChannels() {
  const listeners = new Map<string, Set<{ life: TabLife; hear(news: unknown): void }>>()
  return {
    open(life: TabLife, name: string, hear: (news: unknown) => void) {
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all)
      const own = { life, hear }
      all.add(own)
      return {
        post(news: unknown): void {
          if (life.isDead()) return
          const copy = structuredClone(news)
          for (const other of all)
            if (other !== own) setImmediate(() => other.life.enter(() => all.has(other) && other.hear(copy)))
        },
        close: () => void all.delete(own),
      }
    },
    drop(life: TabLife): void {
      for (const all of listeners.values()) for (const own of all) if (own.life === life) all.delete(own)
    },
  }
}
