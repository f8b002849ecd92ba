// An agent's own settings: read once, saved whole, the same on every open tab at once.

import type { AgentPreferences } from '../protocol/notification.ts'
import type { Rest } from './rest.ts'
import { createStore, type Store } from './store.ts'

export interface OwnPreferences {
  /** Null until they were read. */
  readonly state: Store<AgentPreferences | null>
  /** Reads them; again after somebody else has signed in. @throws ApiError */
  load(): Promise<void>
  /** Holds at once, here and on the other tabs; taken back where the server refuses. @throws ApiError */
  save(change: Partial<AgentPreferences>): Promise<void>
  close(): void
}

interface Deps {
  rest: Rest
  /** Whose they are. */
  agentId: () => string | undefined
  /** To the other tabs of this browser; absent where there is no such thing. */
  channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'> | undefined
}

export function createPreferences({ rest, agentId, channel }: Deps): OwnPreferences {
  const state = createStore<AgentPreferences | null>(null)
  const tell = (value: AgentPreferences): void => channel?.postMessage({ agent: agentId(), value })
  channel?.addEventListener('message', ({ data }: MessageEvent) => {
    // Another tab may be another agent's.
    if (data?.agent === agentId() && state.get()) state.set(data.value)
  })
  /** One after the other, so that the last choice is the one that stays. */
  let saving: Promise<unknown> = Promise.resolve()

  return {
    state,
    async load() {
      state.set(await rest<AgentPreferences>('GET', '/me/preferences'))
    },
    async save(change) {
      const before = state.get()
      if (!before) throw new Error('not read yet')
      const value = { ...before, ...change }
      state.set(value)
      tell(value)
      const asked = saving.then(() => rest('PUT', '/me/preferences', { body: value }))
      saving = asked.catch(() => {})
      try {
        await asked
      } catch (error) {
        if (state.get() === value) {
          state.set(before)
          tell(before)
        }
        throw error
      }
    },
    close: () => channel?.close(),
  }
}
