// What the customer is told of an event that is no message: one small line, or nothing.

import type { Translator } from '../../locales/translator.ts'
import type { LogEvent } from '../../protocol/event.ts'

export interface EventLine {
  /** Who did it, shown in bold before the text; empty where nobody is named. */
  actor: string
  text: string
}

type Words = Pick<Translator, 't' | 'time'>

const line = (text: string, actor = ''): EventLine => ({ actor, text })

function assigned(
  event: Extract<LogEvent, { type: 'conversation.assigned' }>,
  { t, time }: Words,
): EventLine | null {
  const { assignee, previous } = event.data
  const at = { time: time(event.at) }
  if (assignee?.kind === 'human') return line(t('chat.joined', at), assignee.name)
  return previous?.kind === 'human' ? line(t('chat.left', at), previous.name) : null
}

function statusChanged(
  event: Extract<LogEvent, { type: 'conversation.status_changed' }>,
  { t, time }: Words,
): EventLine | null {
  const { from, to } = event.data
  const at = { time: time(event.at) }
  const { kind, name } = event.actor
  if (to === 'resolved' || to === 'closed') {
    if (kind === 'contact') return line(t('chat.ended', at))
    if (to === 'closed') return line(t('chat.closed', at))
    return kind === 'human' && name ? line(t('chat.solved_by', at), name) : line(t('chat.solved', at))
  }
  return from === 'resolved' || from === 'closed' ? line(t('chat.reopened', at)) : null
}

export function eventLine(event: LogEvent, words: Words): EventLine | null {
  const { t, time } = words
  switch (event.type) {
    case 'conversation.handed_over':
      return event.data.staffed
        ? line(t('chat.waiting_since', { time: time(event.at) }))
        : line(t('chat.ticket_since', { time: time(event.at), reference: event.data.reference }))
    case 'conversation.assigned':
      return assigned(event, words)
    case 'conversation.status_changed':
      return statusChanged(event, words)
    case 'conversation.department_changed':
      return event.data.department
        ? line(t('chat.moved', { time: time(event.at), team: event.data.department.name }))
        : null
    default:
      return null
  }
}
