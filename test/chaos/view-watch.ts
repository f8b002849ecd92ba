// Watches one open conversation as its user would: what was drawn once must not be gone a moment later.

import type { LogEvent } from '../../sdk/protocol/event.ts'
import type { History } from './run-history.ts'
import { findMark } from './text-mark.ts'

/** What a view shows, of either side. */
export interface ShownState {
  phase: string
  conversation: { head: number } | null
  events: readonly LogEvent[]
  hasEarlier: boolean
  pending: readonly {
    cid: string
    kind: string
    body: string
    state: string
    problem: { code: string } | null
  }[]
}

export interface ShownView {
  id: string
  state: { get(): ShownState; subscribe(listener: (state: ShownState) => void): () => void }
}

export interface ViewWatchDeps {
  author: string
  view: ShownView
  record: History['record']
  /** Marks of texts taken back or deleted: those may go. */
  withdrawn: ReadonlySet<string>
  /** Calls once after ms of the test's own clock, unless the tab is dead or frozen by then. */
  soon(ms: number, call: () => void): void
}

/** How long a text may be neither here nor there, while it changes from one's own to the log's. */
const GRACE = 150

export const textOf = ({ data }: LogEvent): string => String((data as { body?: unknown }).body ?? '')

export function watchView({ author, view, record, withdrawn, soon }: ViewWatchDeps): () => void {
  let last: { seq: number; id: string } | null = null
  let events: readonly LogEvent[] = []
  /** Marks with their cids: the row of a text that is deleted by now has no words left, but its cid still. */
  const unlogged = new Map<string, string>()
  const missing = new Set<string>()
  const vanished = (what: string): void => record({ type: 'vanished', author, conversation: view.id, what })

  const isDrawn = (mark: string, { pending, events: shown }: ShownState): boolean =>
    pending.some(({ body }) => body.includes(mark)) ||
    shown.some((event) => textOf(event).includes(mark) || event.cid === unlogged.get(mark))

  function look(state: ShownState): void {
    for (const { body, cid } of state.pending) {
      const mark = findMark(body)
      if (mark) unlogged.set(mark, cid)
    }
    if (state.events !== events) {
      events = state.events
      for (const event of events) {
        const mark = findMark(textOf(event))
        if (mark) unlogged.delete(mark)
      }
      const first = events[0]?.seq ?? 1
      if (last && last.seq >= first && events[last.seq - first]?.id !== last.id)
        vanished(`event ${last.seq} (${last.id}); the view now ends at ${events.at(-1)?.seq ?? 0}`)
      const end = events.at(-1)
      last = end ? { seq: end.seq, id: end.id } : null
    }
    for (const mark of unlogged.keys()) {
      if (missing.has(mark) || withdrawn.has(mark) || isDrawn(mark, state)) continue
      missing.add(mark)
      soon(GRACE, () => {
        missing.delete(mark)
        if (withdrawn.has(mark) || !unlogged.has(mark) || isDrawn(mark, view.state.get())) return
        unlogged.delete(mark)
        vanished(`${mark}, which was on its way`)
      })
    }
  }

  look(view.state.get())
  return view.state.subscribe(look)
}
