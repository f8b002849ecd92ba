// Where no socket is to be had, what it would have told is asked for now and then. Begins and ends by itself.

import type { Environment } from './client-environment.ts'
import type { ConnectionState } from './connection-state.ts'
import type { Store } from './store.ts'

/** A line away for so long will hardly be back at once: a proxy may be in the way. */
const BEGIN_AFTER = 5_000
const EVERY = 4_000

interface PollingDeps {
  env: Pick<Environment, 'after'>
  connection: Store<ConnectionState>
  /** `round` counts from 0 for each time the line is away. */
  poll(round: number): Promise<unknown>
}

/** Watches the line; the returned function stops it. */
export function startPolling({ env, connection, poll }: PollingDeps): () => void {
  let round = 0
  let cancel: (() => void) | null = null
  let busy = false
  let stopped = false

  async function ask(): Promise<void> {
    cancel = null
    busy = true
    if (connection.get().state !== 'offline') await poll(round++).catch(() => {})
    busy = false
    watch()
  }

  function watch(): void {
    const { state } = connection.get()
    if (stopped || state === 'online' || state === 'idle' || state === 'refused') {
      cancel?.()
      cancel = null
      round = 0
    } else if (!busy) cancel ??= env.after(round ? EVERY : BEGIN_AFTER, () => void ask())
  }

  const stopWatching = connection.subscribe(watch)
  watch()
  return () => {
    stopped = true
    stopWatching()
    watch()
  }
}
