// What the AI agent says in its own words, besides answers: when it hands over, greets, asks back or is thanked.

import type { HandoffReason } from '../../sdk/protocol/conversation.ts'
import { wordsIn } from '../platform/mail/mail-language.ts'
import { ASSISTANT_TEXTS, type AssistantTexts } from './assistant-texts.ts'

/** Of the visitor's language, else English. */
export const wordsFor = (locale: string | null): AssistantTexts => wordsIn(ASSISTANT_TEXTS, locale).words

/** Whether a message is one of ours, in whatever language it was said. */
export function saysAnywhere(key: 'clarify' | 'sorry', body: string | undefined): boolean {
  return body !== undefined && Object.values(ASSISTANT_TEXTS).some((texts) => texts[key] === body.trim())
}

const TEXT: Partial<Record<HandoffReason, keyof AssistantTexts['handoff']>> = {
  asked_for_person: 'asked',
  low_confidence: 'unsure',
  assistant_unavailable: 'unavailable',
  budget_spent: 'unavailable',
  repeated_question: 'repeated',
  frustration: 'frustrated',
  action_failed: 'failed',
}

export interface HandoffFacts {
  reason: HandoffReason
  staffed: boolean
  reference: string
  /** Somebody may be in danger: other words than for a matter of law. */
  care?: boolean
}

export function handoffWords(
  locale: string | null,
  { reason, staffed, reference, care = false }: HandoffFacts,
): string {
  const { handoff, ticket } = wordsFor(locale)
  const why = care ? handoff.care : handoff[TEXT[reason] ?? 'other']
  return staffed ? why : `${why} ${ticket.replace('{reference}', reference)}`
}

/** An answer is drafted, and an agent decides about it: who asked is told so, and what becomes of the chat meanwhile. */
export function reviewWords(
  locale: string | null,
  { staffed, reference }: { staffed: boolean; reference: string },
): string {
  const { review, ticket } = wordsFor(locale)
  return staffed ? review : `${review} ${ticket.replace('{reference}', reference)}`
}
