// Where in the console somebody is, as its address says it: `#/mine/<conversation>/<event>`, `#/saved/<id>`, `#/board`.

import { VIEWS } from '../inbox/inbox-view.ts'
import type { ListPlace } from '../inbox/list-place.ts'

/** Pages beside the inbox; each comes in a chunk of its own. */
export const PAGES = ['board', 'search', 'settings', 'articles'] as const
export type ConsolePage = (typeof PAGES)[number]

export interface InboxRoute {
  place: ListPlace
  conversationId: string | null
  /** The row of its log to jump to. */
  eventId: string | null
}

export interface PageRoute {
  page: ConsolePage
  /** What follows its name: `/team`, `?q=…`. */
  rest: string
}

export type ConsoleRoute = InboxRoute | PageRoute

export const isPage = (route: ConsoleRoute): route is PageRoute => 'page' in route

/** Null where the address names nothing of the console. */
export function readRoute(path: string): ConsoleRoute | null {
  const page = PAGES.find((each) => path === `/${each}` || new RegExp(`^/${each}[/?]`).test(path))
  if (page) return { page, rest: path.slice(page.length + 1) }
  const [, first, ...ids] = path.split('/')
  const view = VIEWS.find((each) => each === first)
  if (view) return { place: { kind: 'view', view }, ...opened(ids) }
  const [id, ...others] = ids
  if ((first === 'saved' || first === 'team') && id) return { place: { kind: first, id }, ...opened(others) }
  return null
}

const opened = ([conversationId, eventId]: readonly string[]) => ({
  conversationId: conversationId || null,
  eventId: eventId || null,
})

export function writeRoute(route: ConsoleRoute): string {
  if (isPage(route)) return `/${route.page}${route.rest}`
  const { place, conversationId, eventId } = route
  const list = place.kind === 'view' ? `/${place.view}` : `/${place.kind}/${place.id}`
  return [list, conversationId, conversationId && eventId].filter(Boolean).join('/')
}
