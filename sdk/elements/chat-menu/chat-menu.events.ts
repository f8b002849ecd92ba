// What a customer wants of a chat's menu.

/** What the chat asks or fetches above its composer. */
export type ChatTaskKind = 'end' | 'mail' | 'download'
export type ChatWish = 'new' | ChatTaskKind

/** Has chosen; the menu is to go. */
export class ChatWishEvent extends Event {
  readonly wish: ChatWish

  constructor(wish: ChatWish) {
    super('deskbell-wish')
    this.wish = wish
  }
}

/** The menu is to go. */
export class MenuCloseEvent extends Event {
  /** It was left by the keyboard, from which the focus goes back to where it came from. */
  readonly refocus: boolean

  constructor(refocus: boolean) {
    super('deskbell-menu-close')
    this.refocus = refocus
  }
}

/** What was asked is answered; it is to go. */
export class TaskDoneEvent extends Event {
  constructor() {
    super('deskbell-task-done')
  }
}
