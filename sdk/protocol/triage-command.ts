// The commands by which a team sorts, shelves, joins and parts conversations; part of the table in command.ts.

import * as z from 'zod'
import { Appended } from './appended.ts'
import { AttachmentIds, hasContent, NO_CONTENT } from './attachment.ts'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { CustomValue, Priority, TRIAGE_LIMITS } from './triage.ts'
import { Whisper } from './whisper.ts'

const conversation_id = z.uuid()
const agent = ['agent'] as const
const post = <T extends string>(path: T) =>
  ({ agent: ['POST', `/conversations/:conversation_id/${path}`] }) as const
const Done = z.object({ ok: z.literal(true) })

export const TRIAGE_COMMANDS = {
  /** What is named is set; one event tells of all that changed. Nothing changed is `transition-refused`. */
  'facts.set': {
    side: agent,
    durable: true,
    rest: post('facts'),
    input: z.strictObject({
      conversation_id,
      priority: Priority.optional(),
      topic_id: z.uuid().nullable().optional(),
      add_tag_ids: z.array(z.uuid()).max(TRIAGE_LIMITS.tagsEach).optional(),
      remove_tag_ids: z.array(z.uuid()).max(TRIAGE_LIMITS.tagsEach).optional(),
      /** By key of a field; null takes it away. */
      custom: z.record(z.string().max(40), CustomValue.nullable()).optional(),
      subject: plainText().trim().min(1).max(LIMITS.subject).optional(),
    }),
    result: Appended,
  },
  /** Null wakes it at once. It wakes by itself when it is due, or when the customer writes. */
  'conversation.snooze': {
    side: agent,
    durable: true,
    rest: post('snooze'),
    input: z.strictObject({ conversation_id, until: z.iso.datetime().nullable() }),
    result: Appended,
  },
  'conversation.spam': {
    side: agent,
    durable: true,
    rest: post('spam'),
    input: z.strictObject({ conversation_id, spam: z.boolean() }),
    result: Appended,
  },
  /** Refuses whatever this customer writes from now on, here and elsewhere: `contact-blocked`. */
  'contact.block': {
    side: agent,
    durable: true,
    rest: post('block'),
    input: z.strictObject({ conversation_id, blocked: z.boolean() }),
    result: Appended,
  },
  'conversation.follow': {
    side: agent,
    durable: false,
    rest: post('follow'),
    input: z.strictObject({ conversation_id, follow: z.boolean() }),
    result: Done,
  },
  /**
   * The conversation goes on in `into_id`: it is resolved, says where it went, and is read there. No row moves, so
   * undoing it loses nothing. Both must be of one customer, or `merge-refused`.
   */
  'conversation.merge': {
    side: agent,
    durable: true,
    rest: post('merge'),
    input: z.strictObject({ conversation_id, into_id: z.uuid() }),
    result: Appended,
  },
  'conversation.unmerge': {
    side: agent,
    durable: true,
    rest: post('unmerge'),
    input: z.strictObject({ conversation_id }),
    result: Appended,
  },
  /** Begins another conversation of the same customer with copies of these messages. */
  'conversation.split': {
    side: agent,
    durable: true,
    rest: post('split'),
    input: z.strictObject({
      conversation_id,
      message_ids: z.array(z.uuid()).min(1).max(50),
      /** The new one's id, chosen by the caller. */
      new_id: z.uuid(),
      subject: plainText().trim().max(LIMITS.subject).default(''),
    }),
    result: Appended,
  },
  'conversation.link': {
    side: agent,
    durable: true,
    rest: post('link'),
    input: z.strictObject({ conversation_id, other_id: z.uuid(), linked: z.boolean() }),
    result: Appended,
  },
  /** Sends it by itself at that time, unless somebody takes it back or, with `unless_reply`, the customer writes first. */
  'message.schedule': {
    side: agent,
    durable: true,
    rest: post('scheduled'),
    input: z
      .strictObject({
        conversation_id,
        body: plainText().trim().max(LIMITS.message),
        attachments: AttachmentIds.optional(),
        send_at: z.iso.datetime(),
        unless_reply: z.boolean().default(false),
        resolve: z.boolean().default(false),
      })
      .refine(hasContent, NO_CONTENT),
    result: Appended,
  },
  'message.unschedule': {
    side: agent,
    durable: true,
    rest: post('scheduled/cancel'),
    input: z.strictObject({ conversation_id, scheduled_id: z.uuid() }),
    result: Appended,
  },
  /** The caller has it on screen; said again every 20 s, forgotten after 45. `shown` false: no more. */
  'conversation.view': {
    side: agent,
    durable: false,
    rest: post('view'),
    input: z.strictObject({ conversation_id, shown: z.boolean() }),
    result: Done,
  },
  /** What the caller has written and not sent, for their other devices. Empty: nothing. */
  'reply.keep': {
    side: agent,
    durable: false,
    rest: post('reply'),
    input: z.strictObject({
      conversation_id,
      kind: z.enum(['message', 'note']),
      body: z.string().max(LIMITS.message),
      /** When it was typed, by the server's clock: of two devices the later wins. */
      at: z.iso.datetime(),
    }),
    result: Done,
  },
  /** What only the agent's side of one conversation asks for when it opens it. */
  'conversation.aside': {
    side: agent,
    durable: false,
    rest: { agent: ['GET', '/conversations/:conversation_id/aside'] },
    input: z.strictObject({ conversation_id }),
    result: z.object({
      /** The caller's own, kept by another device. */
      replies: z.array(z.object({ kind: z.enum(['message', 'note']), body: z.string(), at: z.string() })),
      scheduled: z.array(
        z.object({
          id: z.uuid(),
          body: z.string(),
          send_at: z.string(),
          unless_reply: z.boolean(),
          resolve: z.boolean(),
          by: z.object({ id: z.uuid(), name: z.string() }),
        }),
      ),
      links: z.array(z.object({ id: z.uuid(), reference: z.string(), subject: z.string() })),
      /** Conversations that went into this one, newest first. */
      merged: z.array(
        z.object({
          id: z.uuid(),
          reference: z.string(),
          subject: z.string(),
          messages: z.int(),
          at: z.string(),
        }),
      ),
      /** Those the caller wrote or was told, in the order they were written. */
      whispers: z.array(Whisper),
    }),
  },
} as const
