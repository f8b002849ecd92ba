// What somebody does in the list that others act on.

import type { InboxFilter, InboxSort } from '../../protocol/triage.ts'

/** Somebody opened a conversation from the list. */
export class OpenConversationEvent extends Event {
  readonly conversationId: string
  /** The focus stays in the list: whoever goes from one to the next by keys does not write yet. */
  readonly quietly: boolean

  constructor(conversationId: string, quietly = false) {
    super('deskbell-open-conversation', { bubbles: true, composed: true })
    this.conversationId = conversationId
    this.quietly = quietly
  }
}

/** Somebody may open a conversation next: what it needs can be fetched. */
export class PrefetchEvent extends Event {
  readonly conversationId: string

  constructor(conversationId: string) {
    super('deskbell-prefetch', { bubbles: true, composed: true })
    this.conversationId = conversationId
  }
}

/** The list is to be narrowed, or put into another order. */
export class NarrowEvent extends Event {
  readonly filter: InboxFilter
  readonly sort: InboxSort | undefined

  constructor(filter: InboxFilter, sort: InboxSort | undefined) {
    super('deskbell-narrow', { bubbles: true, composed: true })
    this.filter = filter
    this.sort = sort
  }
}
