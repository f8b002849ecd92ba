// The rows of a list that stays in order while many of them change at once. Pure: what a frame's changes make of it.

import type { AgentConversation } from '../protocol/conversation.ts'

type Rows = readonly AgentConversation[]

export interface RowRules {
  isIn(conversation: AgentConversation): boolean
  order(a: AgentConversation, b: AgentConversation): number
  /** The last row of what is loaded, where more lies beyond; what belongs behind it comes with a later page. */
  edge: AgentConversation | null
}

/** Two lists that are in order become one that is. */
function merged(a: Rows, b: Rows, order: RowRules['order']): AgentConversation[] {
  const all: AgentConversation[] = []
  let at = 0
  for (const row of a) {
    while (at < b.length && order(b[at]!, row) < 0) all.push(b[at++]!)
    all.push(row)
  }
  while (at < b.length) all.push(b[at++]!)
  return all
}

/** The list after the changes: one walk over it, however many there are. */
export function placed(
  rows: Rows,
  changed: ReadonlyMap<string, AgentConversation>,
  { isIn, order, edge }: RowRules,
): AgentConversation[] {
  const others = rows.filter(({ id }) => !changed.has(id))
  const coming = [...changed.values()].filter((next) => isIn(next) && !(edge && order(next, edge) > 0))
  return merged(others, coming.sort(order), order)
}
