// The one table of which state follows which, and by whose hand. Whatever is not in it is refused.

import type { Status } from '../../sdk/protocol/conversation.ts'
import { Problem } from '../platform/problem.ts'

export type Mover = 'contact' | 'agent' | 'system'

const TRANSITIONS: Record<Status, Partial<Record<Status, readonly Mover[]>>> = {
  new: {
    triaging: ['system'],
    assigned: ['agent', 'system'],
    escalated: ['contact', 'agent', 'system'],
    resolved: ['contact', 'agent'],
  },
  triaging: {
    assigned: ['agent', 'system'],
    escalated: ['contact', 'agent', 'system'],
    resolved: ['contact', 'agent'],
  },
  assigned: {
    waiting_on_customer: ['agent'],
    escalated: ['contact', 'agent', 'system'],
    resolved: ['contact', 'agent'],
  },
  waiting_on_customer: {
    assigned: ['contact', 'agent'],
    escalated: ['contact', 'agent', 'system'],
    resolved: ['contact', 'agent', 'system'],
  },
  escalated: {
    // A customer leaves the queue: the AI agent has them again.
    assigned: ['agent', 'contact'],
    resolved: ['contact', 'agent'],
  },
  resolved: {
    // Reopened, by a reply of the customer or by an agent.
    assigned: ['contact', 'agent'],
    escalated: ['contact', 'agent'],
    closed: ['system'],
  },
  closed: {},
}

/** A resolved conversation is reopened by the customer for so long; after that a new one begins. */
export const REOPEN_DAYS = 14

/** @throws Problem `conversation-closed` once the customer comes too late to reopen what was resolved. */
export function checkReopening(
  row: { status: Status; resolved_at: Date | null; updated_at: Date },
  now: Date,
): void {
  if (row.status !== 'resolved') return
  const age = now.getTime() - (row.resolved_at ?? row.updated_at).getTime()
  if (age > REOPEN_DAYS * 86_400_000)
    throw new Problem('conversation-closed', 'Start a new conversation to write again.')
}

export const isOpen = (status: Status): boolean => status !== 'resolved' && status !== 'closed'

/** @throws Problem `transition-refused`, naming both states; `conversation-closed` when nothing can follow. */
export function checkTransition(from: Status, to: Status, by: Mover): void {
  if (from === to || TRANSITIONS[from][to]?.includes(by)) return
  if (from === 'closed') throw new Problem('conversation-closed', 'Start a new conversation to write again.')
  throw new Problem('transition-refused', `A conversation that is ${from} cannot become ${to} by ${by}.`, {
    context: { from, to, by },
  })
}
