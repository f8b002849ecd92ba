// What the console tells the page around it of where its agent is.

import type { InboxView } from '../../protocol/conversation.ts'

/** The console shows another view or conversation; a page may keep that in its address. */
export class ConsoleMovedEvent extends Event {
  readonly view: InboxView
  readonly conversationId: string | null
  /** Where that is, as `go` takes it: `/mine/<conversation>`, `/team/<id>`, `/board`. */
  readonly path: string

  constructor(view: InboxView, conversationId: string | null, path: string) {
    super('deskbell-console-moved', { bubbles: true, composed: true })
    this.view = view
    this.conversationId = conversationId
    this.path = path
  }
}
