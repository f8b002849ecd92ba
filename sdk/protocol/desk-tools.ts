// What agents work with: canned replies, macros, operations on many conversations at once.

import * as z from 'zod'
import { InboxView } from './conversation.ts'
import { LIMITS } from './limits.ts'
import { plainText } from './plain-text.ts'
import { CustomValue, InboxFilter, Priority, TRIAGE_LIMITS } from './triage.ts'

/**
 * `{{contact.name}}`, `{{contact.first_name}}`, `{{contact.email}}`, `{{agent.name}}`, `{{agent.first_name}}`,
 * `{{conversation.reference}}`, `{{conversation.subject}}`, `{{site.name}}`, `{{custom.KEY}}`, each with an optional
 * `|what stands there instead`.
 */
export const CannedReply = z.object({
  id: z.uuid(),
  /** Typed after `/`. */
  shortcut: z.string(),
  title: z.string(),
  body: z.string(),
  shared: z.boolean(),
  owner_id: z.uuid(),
  used: z.int(),
  updated_at: z.string(),
})
export type CannedReply = z.infer<typeof CannedReply>
export const WriteCannedReply = z.strictObject({
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u),
  title: plainText().trim().min(1).max(100),
  body: plainText().trim().min(1).max(LIMITS.message),
  shared: z.boolean().default(true),
})
export type WriteCannedReply = z.input<typeof WriteCannedReply>

/** One thing a macro or a bulk operation does, in the order they stand. */
export const DeskAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assign'), assignee_id: z.union([z.uuid(), z.literal('me')]).nullable() }),
  z.strictObject({ type: z.literal('move'), department_id: z.uuid().nullable() }),
  z.strictObject({
    type: z.literal('facts'),
    priority: Priority.optional(),
    topic_id: z.uuid().nullable().optional(),
    add_tag_ids: z.array(z.uuid()).max(TRIAGE_LIMITS.tagsEach).optional(),
    remove_tag_ids: z.array(z.uuid()).max(TRIAGE_LIMITS.tagsEach).optional(),
    custom: z.record(z.string().max(40), CustomValue.nullable()).optional(),
  }),
  z.strictObject({ type: z.literal('snooze'), minutes: z.int().min(1).max(527_040) }),
  z.strictObject({ type: z.literal('snooze_until'), until: z.iso.datetime().nullable() }),
  z.strictObject({ type: z.literal('reply'), body: plainText().trim().min(1).max(LIMITS.message) }),
  z.strictObject({ type: z.literal('note'), body: plainText().trim().min(1).max(LIMITS.note) }),
  z.strictObject({ type: z.literal('resolve') }),
  z.strictObject({ type: z.literal('reopen') }),
  z.strictObject({ type: z.literal('spam'), spam: z.boolean() }),
  z.strictObject({ type: z.literal('follow'), follow: z.boolean() }),
])
export type DeskAction = z.input<typeof DeskAction>

export const Macro = z.object({
  id: z.uuid(),
  name: z.string(),
  shared: z.boolean(),
  owner_id: z.uuid(),
  actions: z.array(DeskAction),
  used: z.int(),
})
export type Macro = z.infer<typeof Macro>
export const WriteMacro = z.strictObject({
  name: plainText().trim().min(1).max(60),
  shared: z.boolean().default(false),
  actions: z.array(DeskAction).min(1).max(20),
})
export type WriteMacro = z.input<typeof WriteMacro>

/** `POST /macros/:id/run`. The client's id makes a repeat safe. */
export const RunMacro = z.strictObject({ conversation_id: z.uuid(), cid: z.uuid() })

/** In the order of the actions. Behind one that failed, nothing was done; before it, all was. */
export const MacroRun = z.object({
  results: z.array(
    z.object({
      type: z.string(),
      state: z.enum(['done', 'failed', 'skipped']),
      /** Of a failed one: its problem. */
      code: z.string().optional(),
      detail: z.string().optional(),
    }),
  ),
})
export type MacroRun = z.infer<typeof MacroRun>

/** `POST /bulk`. By ids, or all that a filter finds at this moment. The client's id makes a repeat safe. */
export const StartBulk = z
  .strictObject({
    id: z.uuid(),
    conversation_ids: z.array(z.uuid()).min(1).max(TRIAGE_LIMITS.bulk).optional(),
    view: InboxView.optional(),
    filter: InboxFilter.optional(),
    /** Of a macro, or these. */
    macro_id: z.uuid().optional(),
    actions: z.array(DeskAction).min(1).max(20).optional(),
  })
  .refine((bulk) => Boolean(bulk.conversation_ids) !== Boolean(bulk.view || bulk.filter), {
    error: 'Name conversations, or a view or filter.',
  })
  .refine((bulk) => Boolean(bulk.macro_id) !== Boolean(bulk.actions), { error: 'Name a macro, or actions.' })
export type StartBulk = z.input<typeof StartBulk>

export const BulkOperation = z.object({
  id: z.uuid(),
  state: z.enum(['running', 'done', 'cancelled', 'undoing', 'undone']),
  total: z.int(),
  done: z.int(),
  /** With the reasons, at most the first twenty. */
  failed: z.int(),
  failures: z.array(z.object({ conversation_id: z.uuid(), reference: z.string(), reason: z.string() })),
  /** Whether `POST /bulk/:id/undo` would do anything: not for messages that were sent. */
  undoable: z.boolean(),
})
export type BulkOperation = z.infer<typeof BulkOperation>
