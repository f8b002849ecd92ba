// A conversation's log as the AI agent's core takes it: turns, what of them is asked, and since when it has them.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { EventRow } from '../conversations/conversation-row.ts'
import { spokenMessages, turnOf } from './conversation-turns.ts'
import type { Turn } from './pipeline/asked.ts'

export interface ReadConversation {
  turns: Turn[]
  since: number
  question: Turn[]
  /** Of the newest message asked; null when nothing is. */
  seenSeq: number | null
  /** Id of that message. */
  messageId: string | null
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
  const since = taken ? messages.findIndex(({ seq }) => Number(seq) > Number(taken.seq)) : 0
  // What a person has replied to is answered, when they give the conversation back.
  const person = messages.findLast(({ actor_kind }) => actor_kind === 'human' || actor_kind === 'bot')
  const answered = Math.max(done, Number(person?.seq ?? 0))
  const asked = messages.filter(({ actor_kind, seq }) => actor_kind === 'contact' && Number(seq) > answered)
  const newest = asked.at(-1)
  return {
    turns,
    since: since < 0 ? turns.length : since,
    question: asked.map((event) => turns[messages.indexOf(event)]!),
    seenSeq: newest ? Number(newest.seq) : null,
    messageId: newest?.id ?? null,
  }
}
