// What the AI agent decides on what it was asked, with its reasons. A plain value: whoever asked carries it out.

import type { RunReason } from '../../../sdk/protocol/assistant-run.ts'
import type { AssistantMode } from '../../../sdk/protocol/assistant-settings.ts'
import type { HandoffReason } from '../../../sdk/protocol/conversation.ts'
import type { Draft } from './draft.ts'
import type { Passage } from './retrieval.ts'
import type { Trace } from './trace.ts'

interface Decided {
  /** Of the customer's message: `en`, `pt`, … What is said is said in it. */
  language: string
  /** The owner's topic it is about. */
  topic: string | null
  /** Where a handoff about it goes; null: where the conversation is. */
  departmentId: string | null
  /** `draft`: nothing of this is sent before an agent approves it. Handing over is announced in every mode. */
  mode: AssistantMode
  /** Probability of being right, 0 to 1. */
  confidence: number
  reasons: RunReason[]
  /** What was found, best first. */
  passages: Passage[]
  trace: Trace
}

export type Outcome = Decided &
  (
    | { kind: 'answer'; draft: Draft }
    /** One question back, its answers as choices. */
    | { kind: 'clarify'; draft: Draft }
    /** A greeting, a thank-you, or a word of understanding with a person offered. */
    | { kind: 'small_talk'; draft: Draft }
    | { kind: 'hand_over'; reason: HandoffReason }
    /** Nothing is asked. */
    | { kind: 'silent' }
  )
