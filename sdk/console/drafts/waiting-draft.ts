// The draft that waits, read off a conversation's log, and the one somebody could still bring back. Pure.

import type { DraftData, DraftFailed } from '../../protocol/assistant-event.ts'
import type { LogEvent } from '../../protocol/event.ts'

export interface WaitingDraft {
  id: string
  at: string
  data: DraftData
  /** Another one is being written. */
  working: boolean
  /** Why none came. */
  failed: DraftFailed['reason'] | null
}

function after(draft: WaitingDraft | null, event: LogEvent): WaitingDraft | null {
  if (event.type === 'draft.created')
    return { id: event.id, at: event.at, data: event.data, working: false, failed: null }
  if (!draft || !('draft_id' in event.data) || event.data.draft_id !== draft.id) return draft
  if (event.type === 'draft.decided') return null
  if (event.type === 'draft.requested') return { ...draft, working: true, failed: null }
  return event.type === 'draft.failed' ? { ...draft, working: false, failed: event.data.reason } : draft
}

export function waitingDraft(events: readonly LogEvent[]): WaitingDraft | null {
  let draft: WaitingDraft | null = null
  for (const event of events) draft = after(draft, event)
  return draft
}

/** Id of the draft I have just discarded, while nothing has happened since; the server has the last word. */
export function restorableDraft(events: readonly LogEvent[], meId: string): string | null {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at]!
    if (event.type === 'note.created' || event.type === 'conversation.handed_over') continue
    if (event.type !== 'draft.decided' || event.data.outcome !== 'discarded') return null
    return event.actor.id === meId ? event.data.draft_id : null
  }
  return null
}
