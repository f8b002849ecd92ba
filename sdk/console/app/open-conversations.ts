// Conversations that are open or were so of late, or may be next: what is gone back to is there at once.

import type { AgentClient, AgentConversationView } from '../../client/agent-client.api.ts'

/** So many are kept alive; each costs the server a follower. */
const KEPT = 8

export interface OpenConversations {
  /** Opens it, or takes it up where it was. */
  take(id: string): AgentConversationView
  /** Fetches what it needs, should somebody open it. */
  prefetch(id: string): void
  close(): void
}

export function createOpenConversations(client: Pick<AgentClient, 'open'>): OpenConversations {
  /** The one used last stands last. */
  const views = new Map<string, AgentConversationView>()
  let current: string | null = null

  function reach(id: string): AgentConversationView {
    const known = views.get(id)
    views.delete(id)
    // What failed is asked for anew.
    const failed = known?.state.get().phase === 'failed'
    if (failed) known.close()
    const view = known && !failed ? known : client.open(id)
    views.set(id, view)
    for (const [old, each] of views) {
      if (views.size <= KEPT) break
      if (old === current || old === id) continue
      each.close()
      views.delete(old)
    }
    return view
  }

  return {
    take(id) {
      current = id
      return reach(id)
    },
    prefetch(id) {
      if (!views.has(id)) reach(id)
    },
    close() {
      for (const view of views.values()) view.close()
      views.clear()
      current = null
    },
  }
}
