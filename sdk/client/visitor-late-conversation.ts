// An open conversation before the code that keeps it is here: blank until then, and every call waits for it.

import type { VisitorConversation } from '../protocol/conversation.ts'
import { blankConversation } from './conversation-state.ts'
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

  /** Runs once it is here. What gives no answer is not missed when it never comes. */
  const then = <T>(run: (view: VisitorConversationView) => T | Promise<T>): Promise<T> => opening.then(run)
  const tell = (run: (view: VisitorConversationView) => void): void => void then(run).catch(() => {})

  return {
    id,
    state,
    send: (body) => then((view) => view.send(body)),
    edit: (messageId, body) => then((view) => view.edit(messageId, body)),
    remove: (messageId) => then((view) => view.remove(messageId)),
    retry: (cid) => then((view) => view.retry(cid)),
    discard: (cid) => then((view) => view.discard(cid)),
    draft: {
      get: () => then((view) => view.draft.get()),
      set: (text) => tell((view) => view.draft.set(text)),
    },
    typing: (text) => tell((view) => view.typing(text)),
    read: () => tell((view) => view.read()),
    requestPerson: () => then((view) => view.requestPerson()),
    cancelPerson: () => then((view) => view.cancelPerson()),
    stopAnswer: () => then((view) => view.stopAnswer()),
    end: () => then((view) => view.end()),
    rate: (score, comment) => then((view) => view.rate(score, comment)),
    setContact: (contact) => then((view) => view.setContact(contact)),
    loadEarlier: () => then((view) => view.loadEarlier()),
    close() {
      closed = true
      tell((view) => view.close())
    },
  }
}
