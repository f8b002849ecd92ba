// Who listens on this node: in order, on the next turn, each shielded from the others' faults.

import { AsyncLocalStorage } from 'node:async_hooks'
import type { Bus, BusTopics } from './bus.ts'

type Listener = (payload: never) => void

export function createBusListeners({ onError }: { onError: (error: unknown) => void }) {
  // Not in the context of who tells: a listener must not join their transaction, which may be over by then.
  const outside = AsyncLocalStorage.snapshot()
  const listeners = new Map<keyof BusTopics, Set<Listener>>()

  function run<Args extends unknown[]>(listener: (...args: Args) => void, ...args: Args): void {
    queueMicrotask(() => {
      try {
        outside(listener, ...args)
      } catch (error) {
        onError(error)
      }
    })
  }

  const on: Bus['on'] = (topic, listener) => {
    const set = listeners.get(topic) ?? new Set()
    listeners.set(topic, set)
    set.add(listener as Listener)
    return () => void set.delete(listener as Listener)
  }

  return {
    tell<T extends keyof BusTopics>(topic: T, payload: BusTopics[T]): void {
      for (const listener of listeners.get(topic) ?? [])
        run(listener as (payload: BusTopics[T]) => void, payload)
    },
    on,
    /** Runs it as a listener is run. */
    run,
    /** Runs work outside of whatever context it was asked for in. */
    outside,
    clear: (): void => listeners.clear(),
  }
}

export type BusListeners = ReturnType<typeof createBusListeners>
