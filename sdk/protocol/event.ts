// The conversation's log: everything durable is one of these, in one gap-free order per side.

import * as z from 'zod'
import { Actor } from './actor.ts'
import { Department } from './agent.ts'
import {
  ActionCompleted,
  ActionDecided,
  ActionRequested,
  DraftData,
  DraftDecision,
  DraftFailed,
  DraftRequested,
} from './assistant-event.ts'
import { Attachment } from './attachment.ts'
import { Citation } from './citation.ts'
import { Channel, HandoffReason, Status } from './conversation.ts'
import { Block } from './rich-text-tree.ts'
import { Choice } from './site-settings.ts'
import {
  ContactBlocked,
  FactsChanged,
  Linked,
  Merged,
  Scheduled,
  Snoozed,
  SpamChanged,
  SplitOff,
  Unscheduled,
} from './triage-event.ts'

export const MessageData = z.object({
  /** Markdown as written. */
  body: z.string(),
  content: z.array(Block),
  citations: z.array(Citation),
  /** How an AI agent came to it: by a model, or by quoting the articles. Null for people. */
  answer: z.enum(['model', 'quoted']).nullable(),
  /** Absent where there are none. */
  attachments: z.array(Attachment).optional(),
  /** What the customer may answer with one tap, while this is the last message. Absent where there are none. */
  choices: z.array(Choice).optional(),
  /** `review`: no answer, but the word that a person checks it first. Absent otherwise. */
  notice: z.literal('review').optional(),
  /** Of a note: who was called for. Absent where nobody was. */
  mentions: z.array(z.object({ id: z.uuid(), name: z.string() })).optional(),
  /** Where it was written first; absent unless it was taken from another conversation. */
  copied_from: z.object({ conversation_id: z.uuid(), message_id: z.uuid(), at: z.string() }).optional(),
})
export type MessageData = z.infer<typeof MessageData>

const base = {
  id: z.uuid(),
  conversation_id: z.uuid(),
  /** Place in the log as this side sees it: gap-free, counted from 1. */
  seq: z.int().positive(),
  at: z.string(),
  actor: Actor,
  /** The sender's client id, by which an echo finds its optimistic copy. */
  cid: z.uuid().nullable(),
}

export const LogEvent = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('conversation.created'),
    data: z.object({
      channel: Channel,
      subject: z.string(),
      page: z.object({ url: z.string(), title: z.string() }).nullable(),
    }),
  }),
  z.object({ ...base, type: z.literal('message.created'), data: MessageData }),
  /** Private to the team: never has a number in the customer's log. */
  z.object({ ...base, type: z.literal('note.created'), data: MessageData }),
  /** Another text for a message or note. Of a note it is as private as the note. */
  z.object({
    ...base,
    type: z.literal('message.edited'),
    data: z.object({ message_id: z.uuid(), ...MessageData.shape }),
  }),
  /** From here on the message and its edits are blank wherever the log is read. */
  z.object({ ...base, type: z.literal('message.deleted'), data: z.object({ message_id: z.uuid() }) }),
  z.object({
    ...base,
    type: z.literal('conversation.handed_over'),
    data: z.object({
      reason: HandoffReason,
      department: Department.nullable(),
      /** Whether anybody was in; if not, the customer was given the reference. */
      staffed: z.boolean(),
      reference: z.string(),
    }),
  }),
  z.object({
    ...base,
    type: z.literal('conversation.assigned'),
    data: z.object({
      assignee: Actor.nullable(),
      previous: Actor.nullable(),
      epoch: z.int(),
      /** Seconds the customer had waited, when this was an accept. */
      waited_seconds: z.number().nullable(),
    }),
  }),
  z.object({
    ...base,
    type: z.literal('conversation.status_changed'),
    data: z.object({ from: Status, to: Status }),
  }),
  z.object({
    ...base,
    type: z.literal('conversation.department_changed'),
    data: z.object({ department: Department.nullable(), previous: Department.nullable() }),
  }),
  z.object({
    ...base,
    type: z.literal('conversation.rated'),
    data: z.object({ score: z.int().min(1).max(5), comment: z.string() }),
  }),
  z.object({
    ...base,
    type: z.literal('contact.updated'),
    data: z.object({ name: z.string(), email: z.string().nullable() }),
  }),
  z.object({ ...base, type: z.literal('draft.created'), data: DraftData }),
  z.object({ ...base, type: z.literal('draft.requested'), data: DraftRequested }),
  z.object({ ...base, type: z.literal('draft.failed'), data: DraftFailed }),
  z.object({ ...base, type: z.literal('draft.decided'), data: DraftDecision }),
  z.object({ ...base, type: z.literal('action.requested'), data: ActionRequested }),
  z.object({ ...base, type: z.literal('action.decided'), data: ActionDecided }),
  z.object({ ...base, type: z.literal('action.completed'), data: ActionCompleted }),
  z.object({ ...base, type: z.literal('conversation.facts_changed'), data: FactsChanged }),
  z.object({ ...base, type: z.literal('conversation.snoozed'), data: Snoozed }),
  z.object({ ...base, type: z.literal('conversation.spam_changed'), data: SpamChanged }),
  z.object({ ...base, type: z.literal('contact.blocked'), data: ContactBlocked }),
  z.object({ ...base, type: z.literal('conversation.linked'), data: Linked }),
  z.object({ ...base, type: z.literal('conversation.merged'), data: Merged }),
  z.object({ ...base, type: z.literal('conversation.split'), data: SplitOff }),
  z.object({ ...base, type: z.literal('message.scheduled'), data: Scheduled }),
  z.object({ ...base, type: z.literal('message.unscheduled'), data: Unscheduled }),
])
export type LogEvent = z.infer<typeof LogEvent>
export type LogEventType = LogEvent['type']
export type LogEventOf<T extends LogEventType> = Extract<LogEvent, { type: T }>

/** A stretch of one conversation's log, with the head at the time of reading. */
export const LogStretch = z.object({
  conversation_id: z.uuid(),
  events: z.array(LogEvent),
  head: z.int(),
})
export type LogStretch = z.infer<typeof LogStretch>
