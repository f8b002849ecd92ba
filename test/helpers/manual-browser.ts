// A browser for the client on a clock that only the test moves: tabs that share storage, locks and channels, and that
// may crash, freeze, be put away and come back. Whatever a tab waits for comes through the clock, so a crash can fall
// between any two steps.

import type { Environment, LeadingPost } from '../../sdk/client/client-environment.ts'
import { createMemoryStore, type KeyValueStore } from '../../sdk/client/key-value-store.ts'
import { nativeEnvironment } from '../../sdk/client/native-environment.ts'
import { settle } from './manual-environment.ts'
import { createTabLocks } from './tab-locks.ts'

const LOCK_PATIENCE = 15_000

interface Timer {
  at: number
  tab: TabState | null
  call: () => void
}

export interface TabState {
  alive: boolean
  frozen: boolean
  /** What fell due while it was frozen. */
  held: Set<Timer>
}

export interface ManualBrowserOptions {
  storage?: KeyValueStore
  /** False: a browser without Web Locks. */
  locks?: boolean
  fetch(url: string, init: RequestInit): Promise<Response>
  socket(tab: TabState, url: string): WebSocket | null
}

export function manualBrowser({
  storage = createMemoryStore(),
  locks = true,
  ...outside
}: ManualBrowserOptions) {
  let now = 0
  const timers = new Set<Timer>()
  const channels = new Map<string, Set<{ tab: TabState; hear(news: unknown): void }>>()
  const flags = { offline: false }

  /** Runs in the tab after `ms`; never once it has crashed. Without a tab, in the world outside. */
  function after(tab: TabState | null, ms: number, call: () => void): () => void {
    const timer = { at: now + ms, tab, call }
    timers.add(timer)
    return () => {
      timers.delete(timer)
      tab?.held.delete(timer)
    }
  }
  const tabLocks = createTabLocks((tab, call) => after(tab, 1, call))

  function open() {
    const tab: TabState = { alive: true, frozen: false, held: new Set() }
    const listeners = { wake: new Set<() => void>(), hide: new Set<() => void>() }
    const listen = (set: Set<() => void>) => (call: () => void) => {
      set.add(call)
      return () => void set.delete(call)
    }
    const emit = (set: Set<() => void>): void => {
      if (tab.alive && !tab.frozen) for (const call of [...set]) call()
    }
    /** The step before is done when it is asked for, the answer a moment later: a crash may fall between. */
    const disk = <T>(act: () => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        after(tab, 1, () => void act().then((value) => after(tab, 1, () => resolve(value)), reject))
      })

    const env: Environment = {
      ...nativeEnvironment(),
      fetch: (url, init) =>
        new Promise((resolve, reject) => {
          if (!tab.alive) return
          outside.fetch(url, init).then(
            (value) => after(tab, 1, () => resolve(value)),
            (error) => after(tab, 1, () => reject(error)),
          )
        }),
      socket: (url) => (tab.alive ? outside.socket(tab, url) : null),
      now: () => now,
      random: () => 0.5,
      after: (ms, call) => after(tab, ms, call),
      storage: async () => ({
        get: (key) => disk(() => storage.get(key)),
        set: (key, value) => disk(() => storage.set(key, structuredClone(value))),
        delete: (key) => disk(() => storage.delete(key)),
        clear: (prefix) => disk(() => storage.clear(prefix)),
        list: (prefix) => disk(() => storage.list(prefix)),
      }),
      lock: <T>(name: string, run: () => Promise<T>, ifFree?: true): Promise<T> =>
        new Promise((resolve, reject) => {
          const go = (done: () => void) => run().then(resolve, reject).finally(done)
          const request = tabLocks.request(tab, name, {
            ifFree: ifFree ?? false,
            granted: () => {
              relax()
              void go(request.release)
            },
            refused: () => resolve(null as T),
          })
          const relax = after(tab, LOCK_PATIENCE, () => {
            request.release()
            void go(() => {})
          })
        }),
      lead: locks
        ? (name: string, { won, lost, steal = false }: LeadingPost) =>
            tabLocks.request(tab, name, { steal, granted: won, stolen: lost }).release
        : () => null,
      channel(name, hear) {
        const all = channels.get(name) ?? new Set()
        channels.set(name, all)
        const end = { tab, hear }
        all.add(end)
        return {
          post(news) {
            if (!tab.alive || !all.has(end)) return
            const copy = structuredClone(news)
            for (const other of all)
              if (other !== end) after(other.tab, 1, () => all.has(other) && other.hear(copy))
          },
          close: () => void all.delete(end),
        }
      },
      onWake: listen(listeners.wake),
      onHide: listen(listeners.hide),
      isOffline: () => flags.offline,
    }

    return {
      env,
      tab,
      /** Gone without a word: nothing of it ever runs again. */
      crash(): void {
        tab.alive = false
        for (const ends of channels.values()) for (const end of ends) if (end.tab === tab) ends.delete(end)
        tabLocks.drop(tab)
      },
      freeze(): void {
        tab.frozen = true
      },
      thaw(): void {
        tab.frozen = false
        for (const timer of tab.held) timers.add(timer)
        tab.held.clear()
      },
      wake: () => emit(listeners.wake),
      hide: () => emit(listeners.hide),
    }
  }

  return {
    open,
    storage,
    flags,
    now: () => now,
    /** Something outside of any tab. */
    later: (ms: number, call: () => void) => after(null, ms, call),
    inTab: after,
    /** Who holds a lock by that beginning of its name. */
    holder: tabLocks.holder,
    async advance(ms: number): Promise<void> {
      const until = now + ms
      await settle()
      for (;;) {
        let due: Timer | undefined
        for (const timer of timers) if (timer.at <= until && (!due || timer.at < due.at)) due = timer
        if (!due) break
        timers.delete(due)
        now = Math.max(now, due.at)
        const { tab } = due
        if (tab && !tab.alive) continue
        if (tab?.frozen) {
          tab.held.add(due)
          continue
        }
        due.call()
        await settle()
      }
      now = until
    },
  }
}

export type ManualBrowser = ReturnType<typeof manualBrowser>
export type ManualTab = ReturnType<ManualBrowser['open']>
