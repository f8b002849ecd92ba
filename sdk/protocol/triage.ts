// How a team sorts its conversations: priority, topic, tags and fields of its own, and what a list of them is narrowed by.

import * as z from 'zod'
import { Channel, Status } from './conversation-words.ts'
import { plainText } from './plain-text.ts'
import { FormField } from './site-settings.ts'

export const TRIAGE_LIMITS = {
  tags: 500,
  tagsEach: 20,
  tagName: 40,
  topics: 200,
  fields: 30,
  /** A snooze or a delayed message lies at most so many days ahead. */
  daysAhead: 366,
  /** Ids one bulk operation may name. */
  bulk: 500,
  savedViews: 100,
  macros: 200,
  cannedReplies: 1000,
  scheduled: 20,
  merged: 50,
  /** Of these, so many for one agent who is no administrator: nobody uses up the team's. */
  each: { tags: 100, savedViews: 40, macros: 50, cannedReplies: 200 },
} as const

export const Priority = z.enum(['low', 'normal', 'high', 'urgent'])
export type Priority = z.infer<typeof Priority>

export const Tag = z.object({ id: z.uuid(), name: z.string() })
export type Tag = z.infer<typeof Tag>

export const Topic = z.object({ id: z.uuid(), name: z.string() })
export type Topic = z.infer<typeof Topic>

/** `DELETE` takes it from every conversation. Names are unique in a workspace, whatever their case. */
export const WriteTag = z.strictObject({ name: plainText().trim().min(1).max(TRIAGE_LIMITS.tagName) })
export const AdminTag = z.object({ ...Tag.shape, conversations: z.int(), created_at: z.string() })
export type AdminTag = z.infer<typeof AdminTag>

export const WriteTopic = z.strictObject({
  name: plainText().trim().min(1).max(80),
  /** A conversation that gets this topic and has no department goes there. */
  department_id: z.uuid().nullable().default(null),
})
export const AdminTopic = z.object({
  ...Topic.shape,
  department_id: z.uuid().nullable(),
  conversations: z.int(),
})
export type AdminTopic = z.infer<typeof AdminTopic>

/** A fact of the team's own about a conversation, of the kinds a form has. */
export const ConversationField = z.strictObject({ ...FormField.shape, id: z.uuid() })
export type ConversationField = z.infer<typeof ConversationField>
export const WriteConversationField = z.strictObject(FormField.shape)

export const CustomValue = z.union([plainText().trim().max(2000), z.number(), z.boolean()])
export const CustomValues = z.record(z.string().max(40), CustomValue)
export type CustomValues = z.infer<typeof CustomValues>

const ids = z.array(z.uuid()).min(1).max(50)
const day = z.union([z.iso.date(), z.iso.datetime()])
const span = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  /** Instead of dates: of the last so many days. */
  days: z.int().min(1).max(3650).optional(),
})

/** All that are given must hold; of a list one must, unless it says otherwise. */
export const InboxFilter = z
  .strictObject({
    status: z.array(Status).min(1).max(7),
    /** `null` among them: those without. */
    department_ids: z.array(z.uuid().nullable()).min(1).max(50),
    topic_ids: z.array(z.uuid().nullable()).min(1).max(50),
    /** All of these. */
    tag_ids: ids,
    /** `me` is whoever asks, so that a shared view fits everybody. */
    assignee_ids: z
      .array(z.union([z.uuid(), z.literal('me')]).nullable())
      .min(1)
      .max(50),
    site_ids: ids,
    channel: z.array(Channel).min(1).max(2),
    /** BCP 47; `de` takes in `de-AT`. */
    locale: z.array(z.string().min(2).max(35)).min(1).max(30),
    priority: z.array(Priority).min(1).max(4),
    rating: z.strictObject({ min: z.int().min(1).max(5).default(1), max: z.int().min(1).max(5).default(5) }),
    created: span,
    updated: span,
    /** The customer has waited longer than so many minutes for an answer of the team. */
    unanswered_minutes: z.int().min(1).max(525_600),
    custom: CustomValues,
    /** Subject, reference, the customer's name or address, the last message. */
    text: plainText().trim().min(1).max(200),
  })
  .partial()
export type InboxFilter = z.input<typeof InboxFilter>

/**
 * `waiting`: who has waited longest for the team's answer. `deadline`: what is due next, the overdue first. Both end
 * with those where nothing is owed.
 */
export const InboxSort = z.enum(['newest', 'oldest', 'waiting', 'priority', 'deadline'])
export type InboxSort = z.infer<typeof InboxSort>

export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Everybody sees it; else only who made it. */
  shared: z.boolean(),
  owner_id: z.uuid(),
  filter: InboxFilter,
  sort: InboxSort,
  position: z.int(),
})
export type SavedView = z.infer<typeof SavedView>
export const WriteSavedView = z.strictObject({
  name: plainText().trim().min(1).max(60),
  shared: z.boolean().default(false),
  filter: InboxFilter,
  sort: InboxSort.default('newest'),
  position: z.int().min(0).max(1000).optional(),
})
export type WriteSavedView = z.input<typeof WriteSavedView>

/** Minutes in which the team means to answer, by priority; null: no deadline. */
export const ReplyTargets = z.strictObject({
  urgent: z.int().min(1).max(100_000).nullable().default(15),
  high: z.int().min(1).max(100_000).nullable().default(60),
  normal: z.int().min(1).max(100_000).nullable().default(240),
  low: z.int().min(1).max(100_000).nullable().default(1440),
})
export type ReplyTargets = z.infer<typeof ReplyTargets>

/** Minutes from its first word in which a conversation is to be over, by priority; null: no deadline. */
const solveTarget = z.int().min(1).max(1_000_000).nullable().default(null)
export const SolveTargets = z.strictObject({
  urgent: solveTarget,
  high: solveTarget,
  normal: solveTarget,
  low: solveTarget,
})
export type SolveTargets = z.infer<typeof SolveTargets>

/** In how many conversations something still is that was deleted. */
export const TakenAway = z.object({ left: z.int() })
export type TakenAway = z.infer<typeof TakenAway>
