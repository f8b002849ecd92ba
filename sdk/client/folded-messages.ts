// A conversation's log as it reads now: messages with their latest text, edits and deletions taken in. Pure. The log
// itself stays as it came: a change may be held long before the page of history that brings its message.

import type { LogEvent, LogEventOf } from '../protocol/event.ts'

type Changed = 'message.edited' | 'message.deleted'

/** A message or note as it is to be shown; its number and time are still those of when it was written. */
type Readable<T extends 'message.created' | 'note.created'> = LogEventOf<T> & {
  /** Its latest edit, whose text it shows. */
  edited?: LogEventOf<'message.edited'>
  /** Its text is gone; a place is left where it stood. */
  deleted?: LogEventOf<'message.deleted'>
}

export type FoldedMessage = Readable<'message.created'>
export type FoldedNote = Readable<'note.created'>
export type FoldedEvent =
  | FoldedMessage
  | FoldedNote
  | Exclude<LogEvent, { type: 'message.created' | 'note.created' | Changed }>

const isChange = (event: LogEvent): event is LogEventOf<Changed> =>
  event.type === 'message.edited' || event.type === 'message.deleted'

/** The server has blanked it; what was held from before must not be shown either. */
const BLANK = { body: '', content: [], citations: [], choices: [] }

/** In the log's order, without the changes themselves. */
export function foldMessages(events: readonly LogEvent[]): readonly FoldedEvent[] {
  const changes = new Map<string, LogEventOf<Changed>>()
  for (const event of events) if (isChange(event)) changes.set(event.data.message_id, event)
  // As most are: each stays the object it was, which tells who draws it that nothing has changed.
  if (changes.size === 0) return events as readonly FoldedEvent[]
  return events.flatMap((event): FoldedEvent[] => {
    if (isChange(event)) return []
    if (event.type !== 'message.created' && event.type !== 'note.created') return [event]
    const change = changes.get(event.id)
    if (change?.type === 'message.deleted')
      return [{ ...event, data: { ...event.data, ...BLANK }, deleted: change }]
    return [change ? { ...event, data: { ...event.data, ...change.data }, edited: change } : event]
  })
}
