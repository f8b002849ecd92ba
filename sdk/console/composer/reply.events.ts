// What somebody does in the console's composer.

import type { PendingMessage } from '../../client/conversation-state.ts'
import type { Attachment } from '../../protocol/attachment.ts'

export type ReplyKind = PendingMessage['kind']

/** What comes with a reply, in one step. */
export type SendAnd = { do: 'resolve' } | { do: 'snooze'; until: string }

interface Sent {
  kind: ReplyKind
  body: string
  /** The message that gets this text, when it is no new one. */
  editedId?: string | null
  attachments?: readonly Attachment[]
  /** The AI agent's draft this is sent for. */
  draftId?: string | null
  and?: SendAnd | null
  /** It is to be sent by itself at that time. */
  sendAt?: string | null
  /** But not where the customer writes first. */
  unlessReply?: boolean
  /** Agents a note calls for. */
  mentionIds?: readonly string[]
}

/** Somebody wants this sent. The text is gone from the composer afterwards, unless a promise given here rejects. */
export class SubmitReplyEvent extends Event implements Required<Sent> {
  readonly kind: ReplyKind
  readonly body: string
  readonly editedId: string | null
  readonly attachments: readonly Attachment[]
  readonly draftId: string | null
  readonly and: SendAnd | null
  readonly sendAt: string | null
  readonly unlessReply: boolean
  readonly mentionIds: readonly string[]
  /** What to wait for before the text may go. */
  until: Promise<unknown> | null = null

  constructor(sent: Sent) {
    super('deskbell-submit-reply', { bubbles: true })
    this.kind = sent.kind
    this.body = sent.body
    this.editedId = sent.editedId ?? null
    this.attachments = sent.attachments ?? []
    this.draftId = sent.draftId ?? null
    this.and = sent.and ?? null
    this.sendAt = sent.sendAt ?? null
    this.unlessReply = sent.unlessReply ?? false
    this.mentionIds = sent.mentionIds ?? []
  }

  keepUntil(done: Promise<unknown>): void {
    this.until = done
  }
}

/** Somebody wants to change the last thing they wrote; cancel it where there is such a thing. */
export class EditLastEvent extends Event {
  readonly kind: ReplyKind

  constructor(kind: ReplyKind) {
    super('deskbell-edit-last', { cancelable: true })
    this.kind = kind
  }
}
