// Which columns there is room for: the list, the thread, the customer's facts or an article beside it, or a page.

import type { Layout } from './layout.controller.ts'

interface OnScreen {
  layout: Layout
  page: boolean
  /** A conversation is open. */
  open: boolean
  /** The customer's facts were asked for. */
  details: boolean
  /** An article is edited beside the conversation. */
  article: boolean
}

export function shownColumns({ layout, page, open, details: asked, article }: OnScreen) {
  const phone = layout === 'phone'
  const beside = article && !page && !asked
  const details = open && ((layout === 'wide' && !beside) || asked)
  return {
    beside,
    details,
    list: !page && !beside && (phone ? !open : layout === 'wide' || !details),
    thread: !page && (phone ? open && !details && !beside : true),
  }
}
