// What an event of a log means for agents: who is called, and why. Pure; what it needs of the conversation is given.

import type { MessageData } from '../../../sdk/protocol/event.ts'
import type { NotificationKind } from '../../../sdk/protocol/notification.ts'
import type { EventRow } from '../conversation-row.ts'
import { messagePreview } from '../message.service.ts'

/** A conversation as the bell needs it. */
export interface Called {
  /** The person who has it. */
  assignee_id: string | null
  follower_ids: readonly string[]
  /** People of its department, else of the whole team. */
  team_ids: readonly string[]
  preview: string
  spam: boolean
}

export interface Call {
  agentId: string
  kind: NotificationKind
  preview: string
}

interface EventData {
  body?: string
  mentions?: { id: string }[]
  assignee?: { id: string | null; kind: string } | null
  until?: string | null
  why?: string
  approval?: string
  title?: string
  to?: string
}

const isWritten = ({ type }: EventRow): boolean => type === 'message.created' || type === 'note.created'

/** Whom the event is for besides those who follow, in the order of what counts more. */
function direct(
  event: EventRow,
  about: Called,
  scheduledBy: string | null,
): [NotificationKind, readonly string[]][] {
  const data = event.data as EventData
  const holder = about.assignee_id ? [about.assignee_id] : []
  switch (event.type) {
    case 'note.created':
      return [['mention', (data.mentions ?? []).map(({ id }) => id)]]
    case 'message.created':
      return event.actor_kind === 'contact' ? [['reply', holder]] : []
    case 'conversation.assigned':
      return data.assignee?.kind === 'human' && data.assignee.id ? [['assigned', [data.assignee.id]]] : []
    case 'conversation.handed_over':
      return [['waiting', holder.length > 0 ? holder : about.team_ids]]
    case 'conversation.snoozed':
      return data.until === null && data.why === 'due' ? [['woken', holder]] : []
    case 'action.requested':
      return data.approval === 'agent' ? [['action', holder.length > 0 ? holder : about.team_ids]] : []
    case 'message.unscheduled':
      return scheduledBy && (data.why === 'failed' || data.why === 'customer_wrote')
        ? [['not_sent', [scheduledBy]]]
        : []
    default:
      return []
  }
}

/** What followers hear of: words, and who has it or whether it is over. */
const isFollowed = (event: EventRow): boolean =>
  isWritten(event) ||
  event.type === 'conversation.assigned' ||
  (event.type === 'conversation.status_changed' &&
    ['resolved', 'closed'].includes((event.data as EventData).to ?? ''))

/** One call a person at most, and never of what they did themselves. */
export function callsOf(event: EventRow, about: Called, scheduledBy: string | null = null): Call[] {
  if (about.spam) return []
  const data = event.data as EventData
  const preview = isWritten(event)
    ? messagePreview(event.data as MessageData)
    : event.type === 'action.requested'
      ? (data.title ?? '')
      : about.preview
  const wishes: [NotificationKind, readonly string[]][] = [
    ...direct(event, about, scheduledBy),
    ...(isFollowed(event) ? [['followed', about.follower_ids] as [NotificationKind, readonly string[]]] : []),
  ]
  const called = new Map<string, NotificationKind>()
  for (const [kind, ids] of wishes)
    for (const id of ids) if (id !== event.actor_id && !called.has(id)) called.set(id, kind)
  return [...called].map(([agentId, kind]) => ({ agentId, kind, preview }))
}
