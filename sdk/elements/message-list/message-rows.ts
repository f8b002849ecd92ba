// From a conversation's state to the rows of the list: groups by author, events, dates, the mark of the unread.
// No DOM: what stands where is decided here, how it looks in the element.

import type { ConversationState, PendingMessage } from '../../client/conversation-state.ts'
import { type FoldedMessage, foldMessages } from '../../client/folded-messages.ts'
import type { Translator } from '../../locales/translator.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import { type EventLine, eventLine } from './event-line.ts'

export type SendState = 'sending' | 'waiting' | 'sent' | 'read' | 'failed'

export type MessageItem = {
  /** Shown under the latest own message, and under every one that can be taken back. */
  state: SendState | null
} & ({ message: FoldedMessage } | { pending: PendingMessage })

export type Row =
  | { kind: 'day'; text: string }
  | { kind: 'new' }
  | { kind: 'event'; line: EventLine }
  | { kind: 'group'; actor: Actor; own: boolean; items: MessageItem[] }

export type State = ConversationState<VisitorConversation>

/** The beginnings of a moment's day and of the next, ms: thousands of messages are held against few days. */
function dayAround(at: number): [number, number] {
  const day = new Date(at)
  const from = day.setHours(0, 0, 0, 0)
  return [from, day.setDate(day.getDate() + 1)]
}

/** @param newAfter the divider "New" goes before the first event of others after this number; null for none. */
export function messageRows(
  state: State,
  words: Pick<Translator, 't' | 'time' | 'dayName'>,
  newAfter: number | null,
): Row[] {
  const rows: Row[] = []
  let [from, to] = [0, 0]
  let divided = newAfter === null
  const add = (actor: Actor, own: boolean, item: MessageItem): void => {
    const last = rows.at(-1)
    if (last?.kind === 'group' && last.own === own && (own || last.actor.id === actor.id))
      last.items.push(item)
    else rows.push({ kind: 'group', actor, own, items: [item] })
  }
  for (const event of foldMessages(state.events)) {
    // A visitor's log holds no notes.
    if (event.type === 'note.created') continue
    const line = event.type === 'message.created' ? null : eventLine(event, words)
    if (event.type !== 'message.created' && !line) continue
    const own = event.actor.kind === 'contact'
    const at = Date.parse(event.at)
    if (at < from || at >= to) {
      // The first day is worth a line only when it is not today's.
      const text = words.dayName(event.at)
      if (to || text !== words.t('common.today')) rows.push({ kind: 'day', text })
      ;[from, to] = dayAround(at)
    }
    if (!divided && !own && event.type === 'message.created' && event.seq > newAfter!) {
      rows.push({ kind: 'new' })
      divided = true
    }
    if (line) rows.push({ kind: 'event', line })
    else if (event.type === 'message.created') add(event.actor, own, { message: event, state: null })
  }
  const me: Actor = { kind: 'contact', id: null, name: '' }
  for (const pending of state.pending) {
    add(me, true, { pending, state: pending.state === 'sending' ? null : pending.state })
  }
  markLatest(rows, state.conversation?.other_read_seq ?? 0)
  return rows
}

function markLatest(rows: readonly Row[], readByOther: number): void {
  const own = rows.flatMap((row) => (row.kind === 'group' && row.own ? row.items : []))
  const latest = own
    .filter((item) => item.state !== 'failed' && !('message' in item && item.message.deleted))
    .at(-1)
  if (!latest) return
  if ('message' in latest) latest.state = latest.message.seq <= readByOther ? 'read' : 'sent'
  else latest.state = latest.pending.state
}
