// Of which opened conversations it is known whether their customer looks: told with the opening, and with each change.

import type { AgentClient } from '../../client/agent-client.api.ts'
import { createStore, type Store } from '../../client/store.ts'
import type { AttentionChange } from '../../protocol/visit.ts'

/** More than are kept open at a time. */
const HELD = 100

/** By conversation. */
export type SeenCustomers = Store<ReadonlyMap<string, AttentionChange>>

export function createSeenCustomers(client: Pick<AgentClient, 'listen' | 'me'>): SeenCustomers {
  const seen = createStore<ReadonlyMap<string, AttentionChange>>(new Map())
  client.listen('attention.changed', (change) => {
    const others = [...seen.get()].filter(([id]) => id !== change.conversation_id).slice(1 - HELD)
    seen.set(new Map([...others, [change.conversation_id, change]]))
  })
  client.me.subscribe((me) => {
    if (!me && seen.get().size > 0) seen.set(new Map())
  })
  return seen
}
