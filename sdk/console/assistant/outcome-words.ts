// What the AI agent decided, in words for the people who run it.

import type { RunKind } from '../../protocol/assistant-run.ts'
import type { HandoffReason } from '../../protocol/conversation.ts'

const KINDS: Record<RunKind, string> = {
  answer: 'Answers',
  clarify: 'Asks back',
  small_talk: 'Small talk',
  hand_over: 'Hands over',
  silent: 'Says nothing',
  copilot: 'Helped an agent',
}

const REASONS: Record<HandoffReason, string> = {
  asked_for_person: 'asked for a person',
  low_confidence: 'below the floor',
  assistant_unavailable: 'the model is down',
  turn_limit: 'too many replies',
  files_only: 'only files were sent',
  assistant_off: 'switched off',
  agent_left: 'the agent left',
  sensitive_topic: 'a sensitive subject',
  repeated_question: 'asked the same again',
  frustration: 'the customer is annoyed',
  budget_spent: 'the allowance is spent',
  action_failed: 'a tool failed',
  draft_discarded: 'its draft was discarded',
  reopened: 'opened again',
}

export const kindWords = (kind: string | null, reason: string | null): string => {
  const said = KINDS[kind as RunKind] ?? 'Began'
  const why = reason ? REASONS[reason as HandoffReason] : undefined
  return why ? `${said}: ${why}` : said
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Markdown of an answer as plain words: bold and escapes are of no use here. */
export const plainWords = (markdown: string): string => markdown.replace(/\*\*|\\(?=[\\`*_[\]<>~])/g, '')
