// The orders a list can have, as the menu shows them. The protocol's own, without its schema.

import type { InboxSort } from '../../protocol/triage.ts'

export const SORTS = ['newest', 'oldest', 'waiting', 'priority', 'deadline'] as const satisfies InboxSort[]
