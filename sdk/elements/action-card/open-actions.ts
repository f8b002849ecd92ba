// Which calls of the AI agent wait for the customer, and which has just been approved. Read off the log alone.

import type { LogEvent } from '../../protocol/event.ts'

export type RequestedAction = Extract<LogEvent, { type: 'action.requested' }>

export interface CustomerActions {
  /** To be decided, oldest first. */
  open: RequestedAction[]
  /** Somebody said yes, and nothing has been said since. */
  isUnderWay: boolean
}

/** Whoever takes over, or ends the chat, ends what was asked. */
const ends = ({ type, actor }: LogEvent): boolean =>
  type === 'conversation.handed_over' ||
  type === 'conversation.assigned' ||
  (type === 'conversation.status_changed' && actor.kind !== 'system')

/** @param now milliseconds of the server's clock */
export function customerActions(events: readonly LogEvent[], now: number): CustomerActions {
  let open: RequestedAction[] = []
  let isUnderWay = false
  for (const event of events) {
    if (event.type === 'action.requested' && event.data.approval === 'customer') open.push(event)
    else if (event.type === 'action.decided') {
      open = open.filter(({ id }) => id !== event.data.action_id)
      isUnderWay = event.data.approved
    } else if (ends(event)) {
      open = []
      isUnderWay = false
    } else if (event.type === 'message.created' && event.actor.kind !== 'contact') isUnderWay = false
  }
  return { open: open.filter(({ data }) => Date.parse(data.expires_at) > now), isUnderWay }
}

/** What a field is called: as the owner says, else its name in plain letters. */
export function inputRows({ data }: RequestedAction): [label: string, value: string][] {
  return Object.entries(data.input).map(([name, value]) => [
    data.labels[name] ?? name.replaceAll('_', ' '),
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
}
