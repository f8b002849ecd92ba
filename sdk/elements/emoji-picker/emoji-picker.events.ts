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
  /** Something else was turned to, so that nothing else may take the focus. */
  readonly away: boolean

  constructor(away = false) {
    super('deskbell-emoji-close')
    this.away = away
  }
}
