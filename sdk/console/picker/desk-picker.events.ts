// What somebody does in a picker.

/** Chose one; with several to choose, `checked` says what it is now. */
export class PickEvent extends Event {
  readonly id: string
  readonly checked: boolean
  /** The box below the list was ticked. */
  readonly ticked: boolean

  constructor(id: string, checked = true, ticked = false) {
    super('deskbell-pick')
    this.id = id
    this.checked = checked
    this.ticked = ticked
  }
}

/** Wants one that is not there yet. */
export class PickNewEvent extends Event {
  readonly name: string

  constructor(name: string) {
    super('deskbell-pick-new')
    this.name = name
  }
}

/** The picker has closed, whatever was chosen. */
export class PickDoneEvent extends Event {
  constructor() {
    super('deskbell-pick-done')
  }
}
