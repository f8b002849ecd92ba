// What somebody does in the emoji picker.

/** Has picked one. */
export class EmojiEvent extends Event {
  readonly emoji: string

  constructor(emoji: string) {
    super('deskbell-emoji')
    this.emoji = emoji
  }
}

/** Has had enough of them. */
export class EmojiCloseEvent extends Event {
  constructor() {
    super('deskbell-emoji-close')
  }
}
