// What the copilot and the palette say when something is to be written to the customer.

/** A text goes into the composer. */
export class InsertTextEvent extends Event {
  readonly text: string

  constructor(text: string) {
    super('deskbell-insert-text', { bubbles: true, composed: true })
    this.text = text
  }
}
