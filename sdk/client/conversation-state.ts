// The state of one open conversation, as a UI draws it: the log, what is on its way, what is happening now.

import type { Actor } from '../protocol/actor.ts'
import type { Attachment } from '../protocol/attachment.ts'
import type { LogEvent } from '../protocol/event.ts'
import type { ProblemBody } from '../protocol/problem-body.ts'

/** A message that is not in the log yet. It is stored before it is drawn. */
export interface PendingMessage {
  cid: string
  kind: 'message' | 'note'
  body: string
  attachments?: readonly Attachment[]
  /** When it was written, ms of this device's clock. */
  at: number
  /** `waiting`: for the network. `failed`: refused for good; retry or discard. */
  state: 'waiting' | 'sending' | 'failed'
  problem: ProblemBody | null
  /** Failed because it had waited for a week: its writer decides whether it shall still go. */
  expired?: boolean
  /** It may have left the device already, so it cannot be taken back while it waits. */
  tried?: boolean
}

export interface TypingActor {
  actor: Actor
  /** What they have typed so far; only agents see a customer's. */
  text: string
}

/** An answer the AI agent is writing. Plain text with `[1]` marks; the logged message replaces it. */
export interface RunningAnswer {
  gen: string
  actor: Actor
  text: string
}

export interface ConversationState<Conversation> {
  id: string
  /** `loading` until the first answer of the server; what is known is shown meanwhile. */
  phase: 'loading' | 'ready' | 'failed'
  problem: ProblemBody | null
  conversation: Conversation | null
  /** In order of `seq`, without gaps from the first held one on. */
  events: readonly LogEvent[]
  /** True while older events are on the server. */
  hasEarlier: boolean
  pending: readonly PendingMessage[]
  typing: readonly TypingActor[]
  answer: RunningAnswer | null
}

/** What is known of a conversation before anything is. */
export const blankConversation = <Conversation>(id: string): ConversationState<Conversation> => ({
  id,
  phase: 'loading',
  problem: null,
  conversation: null,
  events: [],
  hasEarlier: false,
  pending: [],
  typing: [],
  answer: null,
})
