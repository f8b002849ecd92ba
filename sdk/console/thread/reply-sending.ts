// What a submitted reply, note or planned message comes to, and what is said when something was refused.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { ApiError } from '../../client/api-error.ts'
import type { SubmitReplyEvent } from '../composer/reply.events.ts'
import { clockTime, dayAndMonth } from '../console-time.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import type { ConsoleTranslate, Desk } from '../desk.context.ts'
import type { ThreadNotice } from './thread-strip.ts'

/** So long after a reply what came with it may still be on its way, ms. */
const SOON = 5_000

/** Without files and without what comes with it the call is as it always was. */
export async function sendReply(
  view: AgentConversationView,
  { body, attachments, and }: SubmitReplyEvent,
  desk: Pick<Desk, 'undo' | 't' | 'locale'>,
): Promise<void> {
  if (and) await view.send(body, attachments, { and })
  else if (attachments.length > 0) await view.send(body, attachments)
  else await view.send(body)
  if (and) offerBack(view, and, desk)
}

/**
 * What came with a reply can be taken back once it has been done; not before: it may wait for the network or be held.
 * The reply itself stays, for the customer has read it.
 */
function offerBack(
  view: AgentConversationView,
  and: NonNullable<SubmitReplyEvent['and']>,
  { undo, t, locale }: Pick<Desk, 'undo' | 't' | 'locale'>,
): void {
  const isDone = (): boolean => {
    const { conversation } = view.state.get()
    return and.do === 'resolve'
      ? conversation?.status === 'resolved'
      : conversation?.snoozed_until === and.until
  }
  const snooze = (until: string | null) => view.act('conversation.snooze', { until })
  const offer = (): void =>
    and.do === 'resolve'
      ? undo.offer({ label: t('did.resolved'), undo: () => view.reopen(), redo: () => view.resolve() })
      : undo.offer({
          label: t('did.snoozed', {
            time: `${dayAndMonth(and.until, locale)}, ${clockTime(and.until, locale)}`,
          }),
          undo: () => snooze(null),
          redo: () => snooze(and.until),
        })
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (): void => {
    const { pending } = view.state.get()
    if (isDone()) {
      stop()
      clearTimeout(timer)
      offer()
    } else if (pending.length === 0) {
      // Sent or taken back: what the server made of it may come a moment later.
      timer ??= setTimeout(stop, SOON)
    }
  }
  const stop = view.state.subscribe(look)
  look()
}

export function addNote(
  view: AgentConversationView,
  { body, attachments, mentionIds }: SubmitReplyEvent,
): Promise<void> {
  if (mentionIds.length > 0) return view.addNote(body, attachments, mentionIds)
  return attachments.length > 0 ? view.addNote(body, attachments) : view.addNote(body)
}

/** Who was sooner; null for any other refusal. */
export function takenBy(error: unknown): { id: string; name: string } | null {
  if (!(error instanceof ApiError) || error.code !== 'conversation-taken') return null
  return (error.problem?.context?.by as { id: string; name: string } | undefined) ?? null
}

/** What is said of a wish that was refused. */
export function noticeOf(error: unknown, t: ConsoleTranslate): ThreadNotice {
  if (error instanceof ApiError && error.code === 'conversation-taken')
    return { kind: 'taken', by: takenBy(error)?.name ?? null }
  return { kind: 'failed', reason: reasonOf(error, t) }
}

/** It goes by itself at that time. */
export function scheduleReply(
  view: AgentConversationView,
  { body, attachments, unlessReply }: SubmitReplyEvent,
  send_at: string,
) {
  const ids = attachments.map(({ id }) => id)
  return view.act('message.schedule', {
    body,
    send_at,
    ...(ids.length > 0 && { attachments: ids }),
    ...(unlessReply && { unless_reply: true }),
  })
}
