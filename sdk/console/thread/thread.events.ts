// What somebody wants of the screen a thread stands on.

/** Somebody on a narrow screen wants to see the customer's facts. */
export class ShowDetailsEvent extends Event {
  constructor() {
    super('deskbell-show-details', { bubbles: true, composed: true })
  }
}

/** Somebody on a phone wants to go back to the list. */
export class CloseThreadEvent extends Event {
  constructor() {
    super('deskbell-close-thread', { bubbles: true, composed: true })
  }
}
