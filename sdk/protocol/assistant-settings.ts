// What an owner decides of the AI agent on a site. Everything has a default, so that an empty object is a whole agent.

import * as z from 'zod'
import { plainText } from './plain-text.ts'
import { SettingKey } from './site-settings.ts'

/** `auto` sends, `draft` waits for an agent's approval, `off` leaves it to people. */
export const AssistantMode = z.enum(['auto', 'draft', 'off'])
export type AssistantMode = z.infer<typeof AssistantMode>

/** Subjects people should answer, with phrases of ours in many languages. Owners add their own as topics. */
export const SensitiveSubject = z.enum([
  'self_harm',
  'legal',
  'refund',
  'privacy',
  'security',
  'press',
  'abuse',
])
export type SensitiveSubject = z.infer<typeof SensitiveSubject>

/** What conversations may be about, as the owner names it; recognised by likeness to its examples. */
export const AssistantTopic = z.strictObject({
  key: SettingKey,
  name: plainText().trim().min(1).max(80),
  /** What customers write when they mean it. */
  examples: z.array(plainText().trim().min(2).max(200)).max(40).default([]),
  /** Overrides the department's and the site's. */
  mode: AssistantMode.optional(),
  /** A person answers at once, whatever the articles say. */
  hand_over: z.boolean().default(false),
  /** Where a handoff about it goes. */
  department_id: z.uuid().nullable().default(null),
})
export type AssistantTopic = z.infer<typeof AssistantTopic>

const share = z.number().min(0).max(1)

export const AssistantSettings = z.strictObject({
  mode: AssistantMode.default('auto'),
  /** By department; what is not named follows `mode`. */
  departments: z.record(z.uuid(), AssistantMode).default({}),
  topics: z.array(AssistantTopic).max(50).default([]),
  sensitive: z.array(SensitiveSubject).default(['self_harm', 'legal', 'abuse']),
  /** Least probability of being right, 0 to 1, at which an answer is given. */
  floor: share.default(0.77),
  /** Whether it may ask back, once, where two subjects are about as likely. */
  clarify: z.boolean().default(true),
  /** Replies to one customer before a person takes over, counted since the conversation began or came back to it. */
  max_turns: z.int().min(1).max(100).default(12),
  /** How it should write, in the owner's words. Never overrides the rules on sources. */
  instructions: plainText().trim().max(2000).default(''),
  /** What a model never sees; agents do. */
  redact: z
    .strictObject({
      cards: z.boolean().default(true),
      ibans: z.boolean().default(true),
      national_ids: z.boolean().default(true),
      phones: z.boolean().default(true),
      emails: z.boolean().default(true),
    })
    .prefault({}),
  /** Hosts its answers may link to, besides the site's own help centre. */
  link_hosts: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .max(253)
        .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/),
    )
    .max(50)
    .default([]),
  /** Words it must not write, besides ours. */
  profanity: z.array(plainText().trim().min(2).max(60)).max(200).default([]),
  limits: z
    .strictObject({
      replies_per_minute: z.int().min(1).max(60).default(6),
      turns_per_visitor_hour: z.int().min(1).max(1000).default(20),
      replies_per_day: z.int().min(0).max(1_000_000).default(5000),
      /** Of the model, prompt and answer together. */
      tokens_per_day: z.int().min(0).max(1_000_000_000).default(2_000_000),
      tokens_per_conversation: z.int().min(0).max(10_000_000).default(60_000),
    })
    .prefault({}),
  /** Days a run's trace is kept. */
  trace_days: z.int().min(1).max(365).default(30),
})
export type AssistantSettings = z.infer<typeof AssistantSettings>
