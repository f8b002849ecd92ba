// What a command costs its sender, whichever way it came. What only reads, types or marks is bounded by the socket itself.

import type { Principal } from './conversations/access.ts'
import type { RateLimits } from './platform/http/rate-limit.ts'
import type { RatePolicyName } from './platform/http/rate-policies.ts'

const VISITOR: Readonly<Record<string, RatePolicyName>> = {
  'conversation.start': 'conversation',
  'message.send': 'message',
  'person.request': 'message',
  'contact.update': 'message',
  'attributes.set': 'page',
  'event.track': 'page',
  'tools.register': 'page',
  'visit.tell': 'page',
  // Each appends to the log.
  'message.edit': 'message',
  'action.decide': 'message',
  'action.result': 'message',
  'message.delete': 'message',
  'person.cancel': 'message',
  'conversation.end': 'message',
  'conversation.rate': 'message',
}

/** The policy a command is counted under; undefined: not counted. */
export const policyOf = (command: string, side: Principal['side']): RatePolicyName | undefined =>
  side === 'agent' ? 'api' : VISITOR[command]

/** `origin`: the address and the site it came from. @throws Problem `quota-exceeded` */
export async function spendFor(
  limits: Pick<RateLimits, 'consume'>,
  command: string,
  { side, id }: Pick<Principal, 'side' | 'id'>,
  origin: string,
): Promise<void> {
  const policy = policyOf(command, side)
  if (policy) await limits.consume(policy, id)
  // Sessions are free: who opens many still has one address.
  if (command === 'conversation.start') await limits.consume('conversationSite', origin)
}
