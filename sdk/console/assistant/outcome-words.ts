// What the AI agent decided, in words for the people who run it.

import { intlLocale } from '../../locales/messages.ts'
import type { RunKind } from '../../protocol/assistant-run.ts'
import type { HandoffReason } from '../../protocol/conversation.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { ConsoleKey } from '../locales/console-texts.ts'

const KINDS: Record<RunKind, ConsoleKey> = {
  answer: 'ai.kind.answer',
  clarify: 'ai.kind.clarify',
  small_talk: 'ai.kind.small_talk',
  hand_over: 'ai.kind.hand_over',
  silent: 'ai.kind.silent',
  copilot: 'ai.kind.copilot',
}

const REASONS: Record<HandoffReason, ConsoleKey> = {
  asked_for_person: 'ai.why.asked_for_person',
  low_confidence: 'ai.why.low_confidence',
  assistant_unavailable: 'ai.why.assistant_unavailable',
  turn_limit: 'ai.why.turn_limit',
  files_only: 'ai.why.files_only',
  assistant_off: 'ai.why.assistant_off',
  agent_left: 'ai.why.agent_left',
  sensitive_topic: 'ai.why.sensitive_topic',
  repeated_question: 'ai.why.repeated_question',
  frustration: 'ai.why.frustration',
  budget_spent: 'ai.why.budget_spent',
  action_failed: 'ai.why.action_failed',
  draft_discarded: 'ai.why.draft_discarded',
  reopened: 'ai.why.reopened',
}

export function kindWords(kind: string | null, reason: string | null, t: ConsoleTranslate): string {
  const what = t(KINDS[kind as RunKind] ?? 'ai.kind.began')
  const why = reason ? REASONS[reason as HandoffReason] : undefined
  return why ? t('ai.because', { what, why: t(why) }) : what
}

/** Such as "91 %", as the reader's language writes it. */
export const percent = (share: number, locale: string): string =>
  new Intl.NumberFormat(intlLocale(locale), { style: 'percent', maximumFractionDigits: 0 }).format(share)

/** Markdown of an answer as plain words: bold and escapes are of no use here. */
export const plainWords = (markdown: string): string => markdown.replace(/\*\*|\\(?=[\\`*_[\]<>~])/g, '')
