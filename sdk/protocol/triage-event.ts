// What a team does to a conversation besides writing, as rows of its log. All private: customers see none of it.

import * as z from 'zod'
import { CustomValue, Priority, Tag, Topic } from './triage.ts'

/** Another conversation, named so that a line can lead to it. */
export const ConversationRef = z.object({ id: z.uuid(), reference: z.string(), subject: z.string() })
export type ConversationRef = z.infer<typeof ConversationRef>

const change = <T extends z.ZodType>(value: T) => z.object({ from: value, to: value })

/** Only what changed is there. */
export const FactsChanged = z.object({
  priority: change(Priority).optional(),
  topic: change(Topic.nullable()).optional(),
  tags: z.object({ added: z.array(Tag), removed: z.array(Tag) }).optional(),
  custom: z
    .array(
      z.object({
        key: z.string(),
        label: z.string(),
        from: CustomValue.nullable(),
        to: CustomValue.nullable(),
      }),
    )
    .optional(),
  subject: change(z.string()).optional(),
})
export type FactsChanged = z.infer<typeof FactsChanged>

/** `until` null: it is back; `why` says by what. */
export const Snoozed = z.object({
  until: z.string().nullable(),
  previous: z.string().nullable(),
  why: z.enum(['agent', 'due', 'reply']),
})
export const SpamChanged = z.object({ spam: z.boolean() })
export const ContactBlocked = z.object({ blocked: z.boolean() })
export const Linked = z.object({ other: ConversationRef, linked: z.boolean() })

/** On the one that went into another (`into`), and on the other (`from`). `merged` false: taken back. */
export const Merged = z.object({
  direction: z.enum(['into', 'from']),
  other: ConversationRef,
  merged: z.boolean(),
  /** `reply`: the customer wrote in it, so it is on its own again. */
  why: z.enum(['agent', 'reply']).default('agent'),
})
export type Merged = z.infer<typeof Merged>

/** On the one that messages were taken from (`to`), and on the new one (`from`). */
export const SplitOff = z.object({
  direction: z.enum(['to', 'from']),
  other: ConversationRef,
  message_ids: z.array(z.uuid()),
})

/** A message that is to be sent by itself later. */
export const Scheduled = z.object({
  scheduled_id: z.uuid(),
  send_at: z.string(),
  preview: z.string(),
})
/** `sent`: its message is the row that follows. */
export const Unscheduled = z.object({
  scheduled_id: z.uuid(),
  why: z.enum(['sent', 'cancelled', 'customer_wrote', 'failed']),
})
