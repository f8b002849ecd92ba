// The rows as they stand now: as the server has them, or as they stood when somebody began to aim at them. No DOM.

import type { InboxState } from '../../client/agent-client.api.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { type Arrangement, held, released, spokenAt } from './held-order.ts'
import { type GroupLabel, inboxGroups } from './inbox-group.ts'

export interface Aiming {
  /** Nothing may move. */
  holds: boolean
  /** With a pointer: what left keeps its place, too. */
  pointing: boolean
  focusedId: string | null
}

export function createArrangedRows() {
  let now: Arrangement<GroupLabel> = released([])
  let order: readonly string[] = []
  /** What it was arranged of, to do it again only when something changed. */
  let source: readonly AgentConversation[] | null = null
  let shown = ''
  let spoken: ReadonlyMap<string, string> | null = null

  return {
    get now(): Arrangement<GroupLabel> {
      return now
    },
    /** The ids in the order they stand. */
    get order(): readonly string[] {
      return order
    },
    /** `other`: another list; `rows`: the same with other rows; null: nothing changed. */
    take({ query, view, conversations }: InboxState, aiming: Aiming): 'other' | 'rows' | null {
      const asked = JSON.stringify(query)
      const other = asked !== shown
      shown = asked
      const holds = aiming.holds && !other && now.groups.length > 0
      if (holds) spoken ??= spokenAt(now.groups)
      else if (spoken) {
        spoken = null
        source = null
      }
      if (!other && source === conversations) return null
      source = conversations
      const live = inboxGroups(view, conversations)
      now = holds
        ? held(now.groups, live, {
            same: (a, b) => a === b,
            spoken: spoken!,
            stay: aiming.pointing,
            leaves: aiming.focusedId,
          })
        : released(live)
      order = now.groups.flatMap(({ rows }) => rows.map(({ id }) => id))
      return other ? 'other' : 'rows'
    },
    /** What waits takes its place with the next change, even under the hand. */
    letGo(): void {
      spoken = null
      source = null
      now = { ...now, groups: [] }
    },
  }
}
