// The bus of a single node: listeners run in order, on the next turn, each shielded from the others' faults.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Bus, BusTopics } from './bus.ts'

type Listener = (payload: never) => void

export function createInProcessBus({ onError }: { onError: (error: unknown) => void }): Bus {
  // Not in the context of who tells: a listener must not join their transaction, which may be over by then.
  const outside = AsyncLocalStorage.snapshot()
  const listeners = new Map<keyof BusTopics, Set<Listener>>()

  return {
    emit(topic, payload) {
      for (const listener of listeners.get(topic) ?? []) {
        queueMicrotask(() => {
          try {
            outside(listener, payload as never)
          } catch (error) {
            onError(error)
          }
        })
      }
    },
    on(topic, listener) {
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set)
      set.add(listener as Listener)
      return () => void set.delete(listener as Listener)
    },
    async close() {
      listeners.clear()
    },
  }
}
