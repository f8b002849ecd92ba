// What happens to files before they are sent.

/** Files were added, uploaded or taken away, or could not be. */
export class AttachmentsChangeEvent extends Event {
  constructor() {
    super('deskbell-attachments-change')
  }
}
