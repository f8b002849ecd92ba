// Which calls of the AI agent wait for the customer, and which has just been approved. Read off the log alone.

import type { LogEvent } from '../../protocol/event.ts'

export type RequestedAction = Extract<LogEvent, { type: 'action.requested' }>

/** Whoever takes over, or ends the chat, ends what was asked. */
const ends = ({ type, actor }: LogEvent): boolean =>
  type === 'conversation.handed_over' ||
  type === 'conversation.assigned' ||
  (type === 'conversation.status_changed' && actor.kind !== 'system')

/**
 * To be decided by this side, oldest first.
 * @param now milliseconds of the server's clock
 */
export function openActions(
  events: readonly LogEvent[],
  now: number,
  by: 'customer' | 'agent',
): RequestedAction[] {
  let open: RequestedAction[] = []
  for (const event of events) {
    if (event.type === 'action.requested' && event.data.approval === by) open.push(event)
    else if (event.type === 'action.decided') open = open.filter(({ id }) => id !== event.data.action_id)
    else if (ends(event)) open = []
  }
  return open.filter(({ data }) => Date.parse(data.expires_at) > now)
}

/** Somebody said yes, and nothing has been said since. */
export function isUnderWay(events: readonly LogEvent[]): boolean {
  const yes = events.findLastIndex(({ type }) => type === 'action.decided')
  const decision = events[yes]
  if (decision?.type !== 'action.decided' || !decision.data.approved) return false
  return !events
    .slice(yes)
    .some((event) => ends(event) || (event.type === 'message.created' && event.actor.kind !== 'contact'))
}

/** What a field is called: as the owner says, else its name in plain letters. */
export function inputRows({ data }: RequestedAction): [label: string, value: string][] {
  return Object.entries(data.input).map(([name, value]) => [
    data.labels[name] ?? name.replaceAll('_', ' '),
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
}
