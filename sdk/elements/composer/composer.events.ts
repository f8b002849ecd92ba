// What somebody writing does.

/** Wants this sent. Cancel it to keep the text in the composer. */
export class SendEvent extends Event {
  readonly body: string

  constructor(body: string) {
    super('deskbell-send', { bubbles: true, composed: true, cancelable: true })
    this.body = body
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
