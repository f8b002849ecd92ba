// What a reader of the message list does. The list changes nothing itself: its owner decides what follows.

/** Wants to read an article, at a cited passage if there is one. Public: it leaves the shadow roots. */
export class OpenArticleEvent extends Event {
  readonly slug: string
  readonly passage: string | null

  constructor(slug: string, passage: string | null = null) {
    super('deskbell-open-article', { bubbles: true, composed: true, cancelable: true })
    this.slug = slug
    this.passage = passage
  }
}

/** Answers with one of the choices of the last message. */
export class ChooseEvent extends Event {
  /** What is to be sent. */
  readonly body: string

  constructor(body: string) {
    super('deskbell-choose')
    this.body = body
  }
}

/** Wants a failed message sent again. */
export class RetryEvent extends Event {
  readonly cid: string

  constructor(cid: string) {
    super('deskbell-retry')
    this.cid = cid
  }
}

/** Takes a message back that was not sent. */
export class DiscardEvent extends Event {
  readonly cid: string

  constructor(cid: string) {
    super('deskbell-discard')
    this.cid = cid
  }
}

/** Wants to change a message of their own. */
export class EditEvent extends Event {
  readonly id: string
  /** What it says now, as written. */
  readonly body: string

  constructor(id: string, body: string) {
    super('deskbell-edit')
    this.id = id
    this.body = body
  }
}

/** Wants a message of their own deleted, and has been asked whether they do. */
export class DeleteEvent extends Event {
  readonly id: string

  constructor(id: string) {
    super('deskbell-delete')
    this.id = id
  }
}

/** Has scrolled to the oldest message held. */
export class LoadEarlierEvent extends Event {
  constructor() {
    super('deskbell-load-earlier')
  }
}

/** Has the newest message before their eyes: on screen, scrolled to the end, in a visible tab. */
export class SeenEvent extends Event {
  constructor() {
    super('deskbell-seen')
  }
}
