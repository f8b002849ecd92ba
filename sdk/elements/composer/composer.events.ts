// What somebody writing does.

import type { Attachment } from '../../protocol/attachment.ts'

/** Wants this sent. Cancel it to keep the text in the composer. */
export class SendEvent extends Event {
  readonly body: string
  readonly attachments: readonly Attachment[]

  constructor(body: string, attachments: readonly Attachment[] = []) {
    super('deskbell-send', { bubbles: true, composed: true, cancelable: true })
    this.body = body
    this.attachments = attachments
  }
}

/** Has changed the text; it is the draft from now on. */
export class TypingEvent extends Event {
  readonly text: string

  constructor(text: string) {
    super('deskbell-typing')
    this.text = text
  }
}

/** Wants the running answer stopped. */
export class StopEvent extends Event {
  constructor() {
    super('deskbell-stop')
  }
}

/** Wants to leave a message as it was. */
export class CancelEditEvent extends Event {
  constructor() {
    super('deskbell-cancel-edit')
  }
}
