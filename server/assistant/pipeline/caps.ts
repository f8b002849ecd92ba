// How much it may do: replies a minute, turns an hour and an engagement, replies a day. Beyond that a person answers.
// Tokens are counted where a model is asked: quoting articles costs none.

import type { RunReason } from '../../../sdk/protocol/assistant-run.ts'
import type { HandoffReason } from '../../../sdk/protocol/conversation.ts'
import type { Asked } from './asked.ts'

export interface Capped {
  reason: HandoffReason
  detail: RunReason
}

export function capOf({ settings, spent, turns, since }: Asked): Capped | null {
  const { limits, max_turns } = settings
  const capped = (reason: HandoffReason, code: string, detail: string): Capped => ({
    reason,
    detail: { code, detail },
  })
  const replies = turns.slice(since).filter(({ by }) => by === 'assistant').length
  if (replies >= max_turns)
    return capped(
      'turn_limit',
      'max_turns',
      `It has replied ${replies} times since it took the conversation.`,
    )
  if (!spent) return null
  if (spent.turnsThisHour > limits.turns_per_visitor_hour)
    return capped(
      'turn_limit',
      'visitor_hour',
      `The customer has had ${spent.turnsThisHour - 1} turns within an hour.`,
    )
  if (spent.repliesThisMinute >= limits.replies_per_minute)
    return capped('turn_limit', 'replies_per_minute', `${spent.repliesThisMinute} replies within a minute.`)
  if (spent.repliesToday >= limits.replies_per_day)
    return capped(
      'budget_spent',
      'replies_per_day',
      `The site’s ${limits.replies_per_day} replies of today are spent.`,
    )
  return null
}
