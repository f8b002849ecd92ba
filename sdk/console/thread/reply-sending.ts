// What a submitted reply, note or planned message comes to, and what is said when something was refused.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { ApiError } from '../../client/api-error.ts'
import type { SubmitReplyEvent } from '../composer/reply.events.ts'
import type { ThreadNotice } from './thread-strip.ts'

/** Without files and without what comes with it the calls are as they always were. */
export function sendReply(
  view: AgentConversationView,
  { body, attachments, and }: SubmitReplyEvent,
): Promise<void> {
  if (and) return view.send(body, attachments, { and })
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
