// An open conversation before the code that keeps it is here: blank until then, and every call waits for it.

import type { VisitorConversation } from '../protocol/conversation.ts'
import { blankConversation } from './conversation-state.ts'
import { late } from './late.ts'
import { createStore } from './store.ts'
import type { VisitorConversationView } from './visitor-client.api.ts'
import type { VisitorLive } from './visitor-live.ts'

/** Fails when the code cannot be fetched: the page is off line, or was closed meanwhile. */
export function lateConversation(id: string, loading: Promise<VisitorLive>): VisitorConversationView {
  const state = createStore(blankConversation<VisitorConversation>(id))
  let closed = false

  async function open(): Promise<VisitorConversationView> {
    const view = (await loading).open(id)
    view.state.subscribe(state.set)
    state.set(view.state.get())
    if (closed) view.close()
    return view
  }
  const opening = open()
  opening.catch(() => state.update((before) => ({ ...before, phase: 'failed' })))

  /** What gives no answer is not missed when it never comes. */
  const tell = (run: (view: VisitorConversationView) => void): void => void opening.then(run).catch(() => {})

  // What is not named here waits for the code, and fails with it.
  return Object.assign(Object.create(late(() => opening)), {
    id,
    state,
    draft: {
      get: () => opening.then((view) => view.draft.get()),
      set: (text: string) => tell((view) => view.draft.set(text)),
    },
    typing: (text: string) => tell((view) => view.typing(text)),
    read: () => tell((view) => view.read()),
    look: (looking: boolean) => tell((view) => view.look(looking)),
    close() {
      closed = true
      tell((view) => view.close())
    },
  })
}
