// What the parts of the knowledge page tell the page.

/** Something was done, and can be taken back while the page says so. */
export class DoneEvent extends Event {
  readonly text: string
  readonly undo: (() => Promise<unknown>) | undefined

  constructor(text: string, undo?: () => Promise<unknown>) {
    super('deskbell-done', { bubbles: true, composed: true })
    this.text = text
    this.undo = undo
  }
}

/** Something could not be done. */
export class FailedEvent extends Event {
  readonly error: unknown

  constructor(error: unknown) {
    super('deskbell-failed', { bubbles: true, composed: true })
    this.error = error
  }
}

/** Topics were made, named, moved or taken away. */
export class TopicsChangedEvent extends Event {
  constructor() {
    super('deskbell-topics-changed', { bubbles: true, composed: true })
  }
}
