// A conversation's log as the AI agent's core takes it: turns, what of them is asked, and since when it has them.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { EventRow } from '../conversations/conversation-row.ts'
import { spokenMessages, turnOf } from './conversation-turns.ts'
import type { Turn } from './pipeline/asked.ts'

export interface ReadConversation {
  turns: Turn[]
  since: number
  question: Turn[]
  /** Of the newest message asked, or of a call's end nobody was told of; null when nothing is. */
  seenSeq: number | null
  /** Of the newest message asked; 0 when none is. */
  askedSeq: number
  /** Up to where the customer has been answered. */
  answered: number
  /** Id of that message. */
  messageId: string | null
  /** A person had resolved it, and has not given it back since. */
  resolvedByPerson: boolean
}

/**
 * @param events  newest stretch of the log, oldest first
 * @param done  the last number of it that a run has dealt with
 */
export function readConversation(events: readonly EventRow[], agent: Actor, done: number): ReadConversation {
  // As it reads now: an edit of what is unanswered is part of the question, what was deleted is not.
  const messages = spokenMessages(events)
  const turns = messages.map(turnOf)
  const taken = events.findLast(
    ({ type, data }) =>
      type === 'conversation.assigned' && (data as { assignee: Actor | null }).assignee?.id === agent.id,
  )
  const resolved = events.findLast(
    ({ type, actor_kind, data }) =>
      type === 'conversation.status_changed' &&
      actor_kind === 'human' &&
      (data as { to: string }).to === 'resolved',
  )
  let since = taken ? messages.findIndex(({ seq }) => Number(seq) > Number(taken.seq)) : 0
  if (since < 0) since = messages.length
  // What it was called for was written just before.
  while (since > 0 && messages[since - 1]!.actor_kind === 'contact') since -= 1
  // What a person has replied to is answered, when they give the conversation back.
  const person = messages.findLast(({ actor_kind }) => actor_kind === 'human' || actor_kind === 'bot')
  const answered = Math.max(done, Number(person?.seq ?? 0))
  const asked = messages.filter(({ actor_kind, seq }) => actor_kind === 'contact' && Number(seq) > answered)
  const newest = asked.at(-1)
  const ended = events.findLast(({ type, seq }) => type === 'action.completed' && Number(seq) > answered)
  const seen = Math.max(Number(newest?.seq ?? 0), Number(ended?.seq ?? 0))
  // A call's end is told to who asked for it last.
  const last = messages.findLast(({ actor_kind }) => actor_kind === 'contact')
  const question = asked.length > 0 ? asked : ended && last ? [last] : []
  return {
    turns,
    since,
    question: question.map((event) => turns[messages.indexOf(event)]!),
    seenSeq: seen > 0 && question.length > 0 ? seen : null,
    askedSeq: Number(newest?.seq ?? 0),
    answered,
    resolvedByPerson: resolved !== undefined && Number(resolved.seq) > Number(taken?.seq ?? 0),
    messageId: newest?.id ?? null,
  }
}
