// What the AI agent says in its own words, besides answers: only when it hands over, greets, or is thanked.

import type { HandoffReason } from '../../sdk/protocol/conversation.ts'
import { wordsIn } from '../platform/mail/mail-language.ts'
import { ASSISTANT_TEXTS, type AssistantTexts } from './assistant-texts.ts'

/** Of the visitor's language, else English. */
export const wordsFor = (locale: string | null): AssistantTexts => wordsIn(ASSISTANT_TEXTS, locale).words

export function handoffWords(
  locale: string | null,
  { reason, staffed, reference }: { reason: HandoffReason; staffed: boolean; reference: string },
): string {
  const { handoff, ticket } = wordsFor(locale)
  const why =
    reason === 'asked_for_person'
      ? handoff.asked
      : reason === 'low_confidence'
        ? handoff.unsure
        : reason === 'assistant_unavailable'
          ? handoff.unavailable
          : handoff.other
  return staffed ? why : `${why} ${ticket.replace('{reference}', reference)}`
}
