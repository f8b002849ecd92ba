// The AI agent's runs as administrators and agents see them, and a rehearsal of one. Nothing in it holds what the
// owner's settings take out before a model sees it.

import * as z from 'zod'
import { AssistantMode, AssistantSettings } from './assistant-settings.ts'
import { Citation } from './citation.ts'
import { HandoffReason } from './conversation.ts'
import { plainText } from './plain-text.ts'
import { Choice } from './site-settings.ts'

/** Why it decided as it did: a code for programs, a line for people. */
export const RunReason = z.object({ code: z.string(), detail: z.string() })
export type RunReason = z.infer<typeof RunReason>

export const RunStep = z.object({
  step: z.enum([
    'person',
    'language',
    'redaction',
    'sensitive',
    'topic',
    'mode',
    'caps',
    'feelings',
    'retrieval',
    'decision',
    'answer',
    'check',
  ]),
  ms: z.number(),
  note: z.string(),
})
export type RunStep = z.infer<typeof RunStep>

export const RunPassage = z.object({
  slug: z.string(),
  title: z.string(),
  passage: z.string(),
  heading: z.string(),
  text: z.string(),
  /** Beside the best of this run, which is near 1. */
  score: z.number(),
})
export type RunPassage = z.infer<typeof RunPassage>

/** A sentence that was kept from the customer. */
export const WithheldSentence = z.object({ sentence: z.string(), why: z.string() })
export type WithheldSentence = z.infer<typeof WithheldSentence>

/** A call of one of the owner's tools. */
export const RunCall = z.object({
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
  outcome: z.string(),
  result: z.string(),
  ms: z.number(),
})
export type RunCall = z.infer<typeof RunCall>

export const RunTrace = z.object({
  /** As it was searched for. */
  question: z.string(),
  steps: z.array(RunStep),
  /** What the model was given; null where none was asked. */
  prompt: z
    .object({
      system: z.string(),
      turns: z.array(z.object({ role: z.string(), content: z.string() })),
    })
    .nullable(),
  model: z.string().nullable(),
  withheld: z.array(WithheldSentence),
  calls: z.array(RunCall),
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  first_word_ms: z.number().nullable(),
  total_ms: z.number(),
})
export type RunTrace = z.infer<typeof RunTrace>

/** `copilot`: for an agent rather than for the customer. */
export const RunKind = z.enum(['answer', 'clarify', 'small_talk', 'hand_over', 'silent', 'copilot'])
export type RunKind = z.infer<typeof RunKind>

export const RunState = z.enum([
  'running',
  'answered',
  'drafted',
  'acting',
  'handed_over',
  'silent',
  'stopped',
  'stale',
  'failed',
])
export type RunState = z.infer<typeof RunState>

/** What every agent may see of a run. */
export const ConversationRun = z.object({
  id: z.uuid(),
  state: RunState,
  kind: RunKind.nullable(),
  /** Who wrote the answer; null where none was given. */
  answer: z.enum(['model', 'quoted']).nullable(),
  reason: HandoffReason.nullable(),
  confidence: z.number().nullable(),
  topic: z.string().nullable(),
  reasons: z.array(RunReason),
  /** Titles and slugs of what was found. */
  passages: z.array(z.object({ slug: z.string(), title: z.string(), score: z.number() })),
  created_at: z.string(),
})
export type ConversationRun = z.infer<typeof ConversationRun>

/** A line of the list for administrators. */
export const AssistantRun = ConversationRun.extend({
  site_id: z.uuid(),
  conversation_id: z.uuid(),
  reference: z.string(),
  question: z.string(),
  language: z.string().nullable(),
  mode: AssistantMode.nullable(),
  model: z.string().nullable(),
  tokens: z.int(),
  /** In the currency the operator gave prices in; null without prices. */
  cost: z.number().nullable(),
  first_word_ms: z.number().nullable(),
  total_ms: z.number().nullable(),
  failure: z.string().nullable(),
})
export type AssistantRun = z.infer<typeof AssistantRun>

/** `GET /assistant/runs?site=&state=&cursor=`, newest first. */
export const AssistantRunPage = z.object({
  runs: z.array(AssistantRun),
  next_cursor: z.string().nullable(),
})
export type AssistantRunPage = z.infer<typeof AssistantRunPage>

/** `GET /assistant/runs/:id`; the trace is null once its days are over. */
export const AssistantRunDetail = z.object({
  run: AssistantRun.extend({ passages: z.array(RunPassage) }),
  body: z.string().nullable(),
  trace: RunTrace.nullable(),
})
export type AssistantRunDetail = z.infer<typeof AssistantRunDetail>

/** `POST /sites/:id/assistant/rehearse`: what it would do; nothing is sent, and no tool is called. */
export const Rehearse = z.strictObject({
  turns: z
    .array(
      z.strictObject({
        by: z.enum(['customer', 'assistant', 'agent']),
        body: plainText().trim().min(1).max(8000),
      }),
    )
    .min(1)
    .max(40),
  locale: z.string().max(35).nullable().default(null),
  page_url: z.string().max(2000).nullable().default(null),
  department_id: z.uuid().nullable().default(null),
  /** A merge patch over the site's settings, to try them before they are saved. */
  settings: z.looseObject({}).optional(),
})
export type Rehearse = z.input<typeof Rehearse>

export const Rehearsal = z.object({
  kind: RunKind,
  /** What the customer would be told; null where it says nothing. */
  body: z.string().nullable(),
  citations: z.array(Citation),
  choices: z.array(Choice),
  answer: z.enum(['model', 'quoted']).nullable(),
  reason: HandoffReason.nullable(),
  mode: AssistantMode,
  language: z.string(),
  topic: z.string().nullable(),
  confidence: z.number(),
  reasons: z.array(RunReason),
  passages: z.array(RunPassage),
  trace: RunTrace,
})
export type Rehearsal = z.infer<typeof Rehearsal>

/** `GET|PATCH /sites/:id/assistant`. */
export const SiteAssistant = z.object({
  site_id: z.uuid(),
  /** Whether it answers on the site at all; changed with the site. */
  enabled: z.boolean(),
  settings: AssistantSettings,
  /** One more with every change; also the ETag. */
  version: z.int(),
})
export type SiteAssistant = z.infer<typeof SiteAssistant>

/** A merge patch (RFC 7396): `null` brings a default back. */
export const ChangeSiteAssistant = z.strictObject({
  settings: z.looseObject({}),
  /** The version the caller has seen; If-Match says the same. */
  version: z.int().optional(),
})
export type ChangeSiteAssistant = z.input<typeof ChangeSiteAssistant>
