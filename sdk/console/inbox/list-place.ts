// What a list shows, and what the server is asked for to show it.

import type { InboxQuery } from '../../client/agent-client.api.ts'
import type { Department } from '../../protocol/agent.ts'
import type { InboxView } from '../../protocol/conversation.ts'
import type { InboxFilter, InboxSort, SavedView } from '../../protocol/triage.ts'
import type { ConsoleTranslate } from '../desk.context.ts'

export type ListPlace =
  | { kind: 'view'; view: InboxView }
  | { kind: 'saved'; id: string }
  | { kind: 'team'; id: string }

/** What the reader narrows the place by for now. */
export interface Narrowing {
  filter: InboxFilter | undefined
  sort: InboxSort | undefined
}

export function queryOf(place: ListPlace, { filter, sort }: Narrowing): InboxQuery {
  const order = sort ? { sort } : {}
  const own = filter ? { filter } : {}
  if (place.kind === 'view') return { view: place.view, ...own, ...order }
  if (place.kind === 'team')
    return { view: 'open', filter: { ...filter, department_ids: [place.id] }, ...order }
  // A status among the filters stands for "is open", so such a list reaches what is over, too.
  return { view: 'open', saved: place.id, ...own, ...order }
}

/** What the list is headed with. */
export function placeName(
  place: ListPlace,
  {
    saved,
    departments,
    t,
  }: { saved: readonly SavedView[]; departments: readonly Department[]; t: ConsoleTranslate },
): string {
  if (place.kind === 'view') return t(`view.${place.view}`)
  const named = place.kind === 'saved' ? saved : departments
  return named.find(({ id }) => id === place.id)?.name ?? ''
}
