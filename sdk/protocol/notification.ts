// What calls for an agent, kept until they have seen it, and how they want to be called. `GET /notifications`

import * as z from 'zod'
import { Actor } from './actor.ts'

export const NotificationKind = z.enum([
  /** Somebody begins to wait for a person. */
  'waiting',
  /** A customer answered in a conversation of mine. */
  'reply',
  'assigned',
  'mention',
  /** Something happened in a conversation I follow. */
  'followed',
  /** A snooze of mine is over. */
  'woken',
  /** A conversation of mine is past its deadline. */
  'overdue',
  /** The AI agent asks the team to approve a call. */
  'action',
  /** A message of mine that was to be sent later could not be. */
  'not_sent',
])
export type NotificationKind = z.infer<typeof NotificationKind>

export const AgentNotification = z.object({
  id: z.uuid(),
  kind: NotificationKind,
  conversation: z.object({ id: z.uuid(), reference: z.string(), subject: z.string() }),
  /** The row of the log it is about, to jump to. */
  event_id: z.uuid().nullable(),
  actor: Actor,
  preview: z.string(),
  at: z.string(),
  read: z.boolean(),
})
export type AgentNotification = z.infer<typeof AgentNotification>

export const NotificationPage = z.object({
  notifications: z.array(AgentNotification),
  next_cursor: z.string().nullable(),
  unread: z.int(),
})
export type NotificationPage = z.infer<typeof NotificationPage>

/** `POST /notifications/read` */
export const MarkNotifications = z
  .strictObject({
    ids: z.array(z.uuid()).max(200),
    conversation_id: z.uuid(),
    all: z.literal(true),
    read: z.boolean(),
  })
  .partial()

const Way = z.strictObject({
  sound: z.enum(['none', 'bell', 'knock', 'chime', 'drop']),
  desktop: z.boolean(),
  /** Stands in the bell's list. */
  list: z.boolean(),
})
const way = (sound: z.infer<typeof Way>['sound'], desktop = true) =>
  Way.prefault({ sound, desktop, list: true })

/** `GET` and `PUT /me/preferences`: an agent's own, on every device. */
export const AgentPreferences = z.strictObject({
  notify: z
    .strictObject({
      waiting: way('bell'),
      reply: way('drop'),
      assigned: way('chime'),
      mention: way('knock'),
      followed: way('none', false),
      woken: way('none', false),
      overdue: way('knock'),
      action: way('knock'),
      not_sent: way('none'),
    })
    .prefault({}),
  /** No sound and no desktop notification between these times, by the agent's own zone. */
  quiet: z
    .strictObject({
      from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      /** 0 is Sunday. */
      days: z.array(z.int().min(0).max(6)).max(7),
      time_zone: z.string().max(60),
    })
    .nullable()
    .default(null),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  density: z.enum(['comfortable', 'dense']).default('comfortable'),
  /** BCP 47 of the console's texts; empty: the browser's. */
  locale: z.string().max(35).default(''),
  /** Away by itself after so many minutes without a key or a move; null: never. */
  away_minutes: z.int().min(1).max(240).nullable().default(10),
  /** Single-key shortcuts. ⌘K and those with a modifier always work. */
  shortcuts: z.boolean().default(true),
  /** After a resolve: open the next of the list, or go back to it. */
  after_resolve: z.enum(['next', 'list']).default('next'),
})
export type AgentPreferences = z.infer<typeof AgentPreferences>
