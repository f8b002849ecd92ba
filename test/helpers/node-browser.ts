// A browser in Node for the real visitor's client on a real line: tabs that share storages, locks and channels.

import type { TestContext } from 'node:test'
import type { Environment } from '../../sdk/client/client-environment.ts'
import { createMemoryStore, type KeyValueStore } from '../../sdk/client/key-value-store.ts'
import { nativeEnvironment } from '../../sdk/client/native-environment.ts'
import type { VisitorClientOptions } from '../../sdk/client/visitor-client.api.ts'
import { createVisitorClient } from '../../sdk/client/visitor-client.ts'

/** One after the other, in the order asked. */
function createQueues() {
  const tails = new Map<string, Promise<unknown>>()
  return <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(run, run)
    tails.set(name, turn)
    return turn
  }
}

export function nodeBrowser(t: TestContext, { blocked = false } = {}) {
  const stores = new Map<string, KeyValueStore>()
  const channels = new Map<string, Set<(news: unknown) => void>>()
  const inTurn = createQueues()
  const calls: { method: string; path: string }[] = []
  const native = nativeEnvironment()

  const env: Environment = {
    ...native,
    after: (ms, call) => native.after(ms / 10, call),
    fetch(url, init) {
      calls.push({ method: init.method ?? 'GET', path: new URL(url).pathname })
      return fetch(url, init)
    },
    async storage(name, ifThere) {
      if (blocked) throw new Error('storage is blocked')
      const held = stores.get(name)
      if (!held && ifThere) throw new Error('there is none')
      const store = held ?? createMemoryStore()
      stores.set(name, store)
      return store
    },
    async dropStorage(name) {
      stores.delete(name)
    },
    lock: <T>(name: string, run: () => Promise<T>) => inTurn(name, run),
    lead(name, { won }) {
      const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
      let isWanted = true
      void inTurn(name, async () => {
        if (!isWanted) return
        won()
        await held
      })
      return () => {
        isWanted = false
        letGo()
      }
    },
    channel(name, hear) {
      const members = channels.get(name) ?? new Set()
      channels.set(name, members)
      members.add(hear)
      return {
        post(news) {
          const text = JSON.stringify(news)
          for (const member of members) if (member !== hear) setImmediate(() => member(JSON.parse(text)))
        },
        close: () => void members.delete(hear),
      }
    },
  }

  return {
    /** Databases there are, by name. */
    stores,
    calls,
    /** Names of the channels somebody listens on. */
    channels: () => [...channels].filter(([, members]) => members.size > 0).map(([name]) => name),
    /** A tab with the client, not told anything yet. */
    openTab(options: VisitorClientOptions) {
      const client = createVisitorClient(options, { ...env })
      t.after(client.close)
      return client
    },
  }
}
