// What a submitted reply, note or planned message comes to, and what is said when something was refused.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { ApiError } from '../../client/api-error.ts'
import type { PendingMessage } from '../../client/conversation-state.ts'
import { crossedBy } from '../../client/held-reply.ts'
import type { SubmitReplyEvent } from '../composer/reply.events.ts'
import type { ThreadNotice } from './thread-strip.ts'

/** So long a client does not count what has just come as seen, ms; then it does so by itself. */
const SOON = 5_000

/** Whose answer somebody has been told of and has decided about: it holds no other reply. */
export function createDecidedCrossing(now: () => number) {
  let decided = { seq: 0, until: 0 }
  return {
    decide(pending: readonly PendingMessage[], cid: string): void {
      const held = pending.find((message) => message.cid === cid)
      const crossing = held && crossedBy(held)
      if (crossing) decided = { seq: crossing.seq, until: now() + SOON }
    },
    reset(): void {
      decided = { seq: 0, until: 0 }
    },
    options: (): { afterSeq?: number } => (now() < decided.until ? { afterSeq: decided.seq } : {}),
  }
}

/** Without files and without what comes with it the call is as it always was. */
export function sendReply(
  view: AgentConversationView,
  { body, attachments, and }: SubmitReplyEvent,
  crossing: { afterSeq?: number } = {},
): Promise<void> {
  const options = { ...(and && { and }), ...crossing }
  if (Object.keys(options).length > 0) return view.send(body, attachments, options)
  return attachments.length > 0 ? view.send(body, attachments) : view.send(body)
}

export function addNote(
  view: AgentConversationView,
  { body, attachments, mentionIds }: SubmitReplyEvent,
): Promise<void> {
  if (mentionIds.length > 0) return view.addNote(body, attachments, mentionIds)
  return attachments.length > 0 ? view.addNote(body, attachments) : view.addNote(body)
}

/** What is said of a wish that was refused. */
export function noticeOf(error: unknown): ThreadNotice {
  if (error instanceof ApiError && error.code === 'conversation-taken') {
    const by = error.problem?.context?.by
    const name = typeof by === 'string' ? by : (by as { name?: unknown } | undefined)?.name
    return { kind: 'taken', by: typeof name === 'string' ? name : null }
  }
  const reason = error instanceof ApiError ? (error.problem?.detail ?? error.message) : String(error)
  return { kind: 'failed', reason }
}

/** It goes by itself at that time. */
export function scheduleReply(
  view: AgentConversationView,
  { body, attachments }: SubmitReplyEvent,
  send_at: string,
) {
  const ids = attachments.map(({ id }) => id)
  return view.act('message.schedule', { body, send_at, ...(ids.length > 0 && { attachments: ids }) })
}
