// One entry of the outbox, and what tabs tell each other about it.

import type { Attachment } from '../protocol/attachment.ts'
import type { ProblemBody } from '../protocol/problem-body.ts'
import { OUTBOX_PREFIX } from './storage-keys.ts'

export type OutboxCommand =
  | 'conversation.start'
  | 'message.send'
  | 'note.add'
  | 'person.request'
  | 'person.cancel'
  | 'conversation.end'
  | 'conversation.rate'
  | 'contact.update'

export interface OutboxRecord {
  /** Sorts by time, and so does the outbox. */
  cid: string
  conversationId: string
  command: OutboxCommand
  input: Record<string, unknown>
  /** When it was written, or last told to go; ms of this device's clock. */
  at: number
  state: 'waiting' | 'failed'
  problem: ProblemBody | null
  /** Failed because it has waited too long to be sent without asking. */
  expired?: boolean
  attempts: number
  /** It may have left this device, so it may be in the log: stored before the first try. */
  tried?: boolean
}

/** What tabs tell each other. */
export type OutboxNews =
  | { put: OutboxRecord }
  | { sent: OutboxRecord; result: unknown }
  /** Taken back, or refused for good: then `problem` says why. */
  | { gone: OutboxRecord }

const DAY = 24 * 3_600_000
/** After a week nobody expects it to be sent any more: its writer decides. */
export const isStale = ({ at }: OutboxRecord, now: number): boolean => now - at > 7 * DAY
export const isForgotten = ({ at }: OutboxRecord, now: number): boolean => now - at > 30 * DAY

export const recordKey = ({ cid }: Pick<OutboxRecord, 'cid'>): string => OUTBOX_PREFIX + cid
export const isText = ({ command }: OutboxRecord): boolean =>
  command === 'conversation.start' || command === 'message.send' || command === 'note.add'
export const textOf = ({ input }: OutboxRecord): string => String(input.body ?? input.message ?? '')

/** What is sent of it: of files the server knows all but the id, which only who draws them here does not. */
export function inputOf({ input }: OutboxRecord): Record<string, unknown> {
  const files = input.attachments as readonly Attachment[] | undefined
  return files ? { ...input, attachments: files.map(({ id }) => id) } : input
}
