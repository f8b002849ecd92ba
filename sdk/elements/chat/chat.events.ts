// What the chat tells whoever holds it.

/** A new conversation has begun here: show it, not the way it began, when the customer comes back to this view. */
export class ConversationStartedEvent extends Event {
  /** Null: a new one is about to begin, nothing is sent yet. */
  readonly conversationId: string | null

  constructor(conversationId: string | null) {
    super('deskbell-conversation-started', { bubbles: true, composed: true })
    this.conversationId = conversationId
  }
}
