// Cases: conversations the AI agent has to handle in a known way. A correction makes one; they are replayed to see
// that quality holds. Also how sure the agent's answers are, and what its floor does.

import * as z from 'zod'
import { RunKind } from './assistant-run.ts'
import { HandoffReason } from './conversation.ts'
import { plainText } from './plain-text.ts'

export const CASE_LIMITS = {
  /** Turns of a conversation. */
  turns: 40,
  /** Texts an answer must hold, or must not. */
  texts: 20,
  text: 200,
  title: 200,
  /** Characters of a corrected answer. */
  answer: 4000,
  /** Of one workspace. */
  cases: 1000,
  page: 100,
} as const

const text = plainText().trim().min(1).max(CASE_LIMITS.text)
const texts = z.array(text).max(CASE_LIMITS.texts).default([])

export const CaseTurn = z.strictObject({
  by: z.enum(['customer', 'assistant', 'agent']),
  body: plainText().trim().max(8000),
  /** Names of files sent with it. */
  files: z.array(z.string().min(1).max(255)).max(5).optional(),
  /** Slugs of the articles an answer of the assistant rested on. */
  cited: z.array(z.string().min(1).max(120)).max(10).optional(),
})
export type CaseTurn = z.infer<typeof CaseTurn>

/** What has to come of it. */
export const CaseExpectation = z.strictObject({
  /** Any of these is right. */
  outcome: z.array(RunKind).min(1).max(5),
  /** Of a handoff: any of these; none named, any at all. */
  reasons: z.array(HandoffReason).max(12).default([]),
  /** Slugs: an answer rests on one of them at least. */
  cites: z.array(z.string().min(1).max(120)).max(10).default([]),
  /** An answer holds each of these; `60 days|two months` holds one of both. Upper and lower case are the same. */
  contains: texts,
})
export type CaseExpectation = z.infer<typeof CaseExpectation>

/** Nobody may be told these, whatever else comes of it. */
const mustNot = texts

const content = {
  title: plainText().trim().min(1).max(CASE_LIMITS.title),
  turns: z.array(CaseTurn).min(1).max(CASE_LIMITS.turns),
  locale: z.string().max(35).nullable(),
  expected: CaseExpectation,
  must_not: mustNot,
}

/** How a case ended: `declined` where an answer was wanted and a person was called, which is safe but not right. */
export const CaseVerdict = z.enum(['passed', 'declined', 'failed'])
export type CaseVerdict = z.infer<typeof CaseVerdict>

export const CaseResult = z.object({
  verdict: CaseVerdict,
  /** Why it did not pass; one line each. */
  faults: z.array(z.string()),
  kind: RunKind,
  /** What the customer would have been told. */
  said: z.string(),
  cited: z.array(z.string()),
  reason: HandoffReason.nullable(),
  confidence: z.number().min(0).max(1),
})
export type CaseResult = z.infer<typeof CaseResult>

export const AssistantCase = z.object({
  id: z.uuid(),
  site_id: z.uuid(),
  ...content,
  source: z.enum(['correction', 'typed']),
  /** The message that was corrected. */
  conversation_id: z.uuid().nullable(),
  message_id: z.uuid().nullable(),
  /** The article the correction went into; `published` says whether customers have it. */
  article: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), published: z.boolean() }).nullable(),
  /** Of the last replay; null before the first, and after a change. */
  result: CaseResult.nullable(),
  ran_at: z.string().nullable(),
  created_by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  created_at: z.string(),
  updated_at: z.string(),
})
export type AssistantCase = z.infer<typeof AssistantCase>
export const AssistantCaseAnswer = z.object({ case: AssistantCase })

/** `GET /api/v1/assistant/cases`, the newest first. */
export const ListCases = z.object({
  site: z.uuid().optional(),
  verdict: CaseVerdict.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(CASE_LIMITS.page).default(50),
})
export const AssistantCasePage = z.object({
  cases: z.array(AssistantCase),
  next_cursor: z.string().nullable(),
  /** In the whole workspace, by their last verdict; `waiting` have none yet. */
  counts: z.object({ passed: z.int(), declined: z.int(), failed: z.int(), waiting: z.int() }),
})
export type AssistantCasePage = z.infer<typeof AssistantCasePage>

/** `POST /api/v1/assistant/cases` */
export const NewCase = z.strictObject({ ...content, site_id: z.uuid(), locale: content.locale.default(null) })
export type NewCase = z.input<typeof NewCase>

/** `PATCH /api/v1/assistant/cases/:id` */
export const ChangeCase = z
  .strictObject(content)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'must change something')
export type ChangeCase = z.input<typeof ChangeCase>

/** `POST /api/v1/assistant/cases/run` replays them all; `GET …/cases/run` says how far that is. */
export const CaseRun = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  total: z.int(),
  done: z.int(),
  passed: z.int(),
  declined: z.int(),
  failed: z.int(),
  /** Titles of cases that passed the time before and no longer do. */
  lost: z.array(z.string()),
  started_at: z.string(),
  ended_at: z.string().nullable(),
  /** What went wrong with the run itself. */
  failure: z.string().nullable(),
})
export type CaseRun = z.infer<typeof CaseRun>
export const CaseRunAnswer = z.object({ run: CaseRun.nullable() })

/**
 * `POST /api/v1/assistant/corrections`: what the AI agent should have answered. The article gets a draft with it, a
 * case is made of the conversation up to there, and search remembers the question once the article is published.
 */
export const NewCorrection = z.strictObject({
  conversation_id: z.uuid(),
  /** The AI agent's message. */
  message_id: z.uuid(),
  /** What of it must not be said again; empty where it was only incomplete. */
  wrong: plainText().trim().max(CASE_LIMITS.text).default(''),
  /** Markdown. */
  right_answer: plainText().trim().min(1).max(CASE_LIMITS.answer),
  /** The article to put it into; null for a new one. */
  article_slug: z.string().min(1).max(120).nullable(),
})
export type NewCorrection = z.input<typeof NewCorrection>

export const Correction = z.object({
  case: AssistantCase,
  /** Its latest version is the draft; an owner publishes it. */
  article: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), version: z.int() }),
})
export type Correction = z.infer<typeof Correction>

/** `GET /api/v1/sites/:id/assistant/usage`: what the AI agent has used up today (UTC), and may. */
export const SiteUsage = z.object({
  replies: z.int(),
  tokens: z.int(),
  replies_per_day: z.int(),
  tokens_per_day: z.int(),
})
export type SiteUsage = z.infer<typeof SiteUsage>

/** One setting of the floor, and what comes of it. */
export const FloorPoint = z.object({
  floor: z.number().min(0).max(1),
  /** Share of questions with an answer in the articles that are answered. */
  answered: z.number().min(0).max(1),
  /** Share of answers given that are right; null where none is given. */
  right: z.number().min(0).max(1).nullable(),
})
export type FloorPoint = z.infer<typeof FloorPoint>

export const FloorCurve = z.object({
  points: z.array(FloorPoint),
  /** What it was measured on: questions in all, and such as have an answer. */
  questions: z.int(),
  answerable: z.int(),
})
export type FloorCurve = z.infer<typeof FloorCurve>

/** `GET /api/v1/sites/:id/assistant/floor`: what the floor does. */
export const FloorEffect = z.object({
  /** In force on the site, and the one the measurements speak for. */
  floor: z.number(),
  suggested: z.number(),
  /** Measured on the questions that come with Deskbell. */
  shipped: FloorCurve,
  /** Measured on the site's own answers and what became of them; null while they are too few. */
  own: FloorCurve.nullable(),
  /** Answers with a known outcome that the site has, and how many it takes. */
  outcomes: z.int(),
  outcomes_needed: z.int(),
  /** How well probabilities hold: expected calibration error and Brier score, 0 is perfect. */
  calibration: z.object({
    ece: z.number(),
    brier: z.number(),
    questions: z.int(),
    bins: z.array(
      z.object({ from: z.number(), to: z.number(), said: z.number(), right: z.number(), count: z.int() }),
    ),
  }),
})
export type FloorEffect = z.infer<typeof FloorEffect>
