// What a customer asks for in the slot above the composer.

/** Wants a person. */
export class AskPersonEvent extends Event {
  constructor() {
    super('deskbell-ask-person')
  }
}

/** Leaves the queue for a person. */
export class LeaveQueueEvent extends Event {
  constructor() {
    super('deskbell-leave-queue')
  }
}

/** Says how to be reached. */
export class ContactEvent extends Event {
  readonly name: string
  readonly email: string

  constructor(name: string, email: string) {
    super('deskbell-contact')
    this.name = name
    this.email = email
  }
}
