// The saved views somebody sees: the team's and their own. Read when asked for, changed by this page's own doing.

import type { SavedView, WriteSavedView } from '../protocol/triage.ts'
import type { AgentClient } from './agent-client.api.ts'
import type { Rest } from './rest.ts'
import { createStore } from './store.ts'

const inOrder = (a: SavedView, b: SavedView): number =>
  a.position - b.position || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)

export function createSavedViews({ rest }: { rest: Rest }): AgentClient['views'] & { clear(): void } {
  const state = createStore<readonly SavedView[]>([])
  /** Raised when somebody else sits here: a late answer is not theirs. */
  let generation = 0

  return {
    state,
    async load() {
      const asked = generation
      const { views } = await rest<{ views: SavedView[] }>('GET', '/views')
      if (asked === generation) state.set([...views].sort(inOrder))
    },
    async save(view: WriteSavedView, id?: string) {
      const saved = id
        ? await rest<SavedView>('PATCH', `/views/${id}`, { body: view })
        : await rest<SavedView>('POST', '/views', { body: view })
      state.update((all) => [...all.filter((each) => each.id !== saved.id), saved].sort(inOrder))
      return saved
    },
    async remove(id) {
      await rest('DELETE', `/views/${id}`)
      state.update((all) => all.filter((each) => each.id !== id))
    },
    clear() {
      generation++
      state.set([])
    },
  }
}
