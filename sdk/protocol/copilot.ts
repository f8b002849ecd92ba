// The copilot: what the AI agent does for an agent of the team, in one conversation. Nothing of it reaches a customer
// before the agent sends it. Every path is under `/api/v1/conversations/:id/copilot`.

import * as z from 'zod'
import { Citation } from './citation.ts'
import { HandoffReason } from './conversation.ts'
import { plainText } from './plain-text.ts'
import { ProblemBody } from './problem-body.ts'
import { Block } from './rich-text-tree.ts'

export const COPILOT_LIMITS = {
  question: 1000,
  instruction: 500,
  /** Characters to rewrite or to translate, as long as a message may be. */
  text: 8000,
  /** Questions and answers before, which a question may refer to. */
  previous: 6,
  hits: 10,
} as const

/** `GET`: what can be asked for here. Without a model, articles and messages are quoted. */
export const CopilotAbilities = z.object({ model: z.boolean() })
export type CopilotAbilities = z.infer<typeof CopilotAbilities>

/** `POST /ask` */
export const CopilotAsk = z.strictObject({
  question: plainText().trim().min(1).max(COPILOT_LIMITS.question),
  previous: z
    .array(z.strictObject({ question: z.string().max(1000), answer: z.string().max(4000) }))
    .max(COPILOT_LIMITS.previous)
    .default([]),
})
export type CopilotAsk = z.input<typeof CopilotAsk>

/** What an answer rests on: a passage of an article, or something that was said in this conversation. */
export const CopilotSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), ...Citation.shape }),
  z.object({
    kind: z.literal('message'),
    event_id: z.uuid(),
    by: z.string(),
    at: z.string(),
    quote: z.string(),
  }),
])
export type CopilotSource = z.infer<typeof CopilotSource>

export const CopilotAnswer = z.object({
  /** Markdown with `[n]` marks into `sources`; empty where nothing was found. */
  body: z.string(),
  content: z.array(Block),
  sources: z.array(CopilotSource),
  answer: z.enum(['model', 'quoted']),
})
export type CopilotAnswer = z.infer<typeof CopilotAnswer>

/** Lines of JSON, as they come: text to add, a new start, and the whole answer or a problem at the end. */
export const CopilotLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('restart') }),
  z.object({ type: z.literal('answer'), answer: CopilotAnswer }),
  z.object({ type: z.literal('problem'), problem: ProblemBody }),
])
export type CopilotLine = z.infer<typeof CopilotLine>

/** `POST /suggest`: a reply to what the customer has written. */
export const CopilotSuggest = z.strictObject({
  instruction: plainText().trim().max(COPILOT_LIMITS.instruction).default(''),
})
export type CopilotSuggest = z.input<typeof CopilotSuggest>

export const CopilotSuggestion = z.object({
  /** Empty where nothing can be suggested; `reason` then says why. */
  body: z.string(),
  content: z.array(Block),
  citations: z.array(Citation),
  answer: z.enum(['model', 'quoted']).nullable(),
  confidence: z.number().min(0).max(1),
  reason: HandoffReason.nullable(),
})
export type CopilotSuggestion = z.infer<typeof CopilotSuggestion>

/** `POST /summary` */
export const CopilotSummary = z.object({
  /** Plain sentences, the most important first. */
  points: z.array(z.string()),
  answer: z.enum(['model', 'quoted']),
})
export type CopilotSummary = z.infer<typeof CopilotSummary>

export const RewriteTone = z.enum(['shorter', 'friendlier', 'formal', 'grammar'])
export type RewriteTone = z.infer<typeof RewriteTone>

/** `POST /rewrite`: the same in other words. Numbers, addresses and names survive, or it is refused. */
export const CopilotRewrite = z.strictObject({
  text: plainText().trim().min(1).max(COPILOT_LIMITS.text),
  tone: RewriteTone,
})
export type CopilotRewrite = z.input<typeof CopilotRewrite>

/** `POST /translate`: into the customer's language where none is named. */
export const CopilotTranslate = z.strictObject({
  text: plainText().trim().min(1).max(COPILOT_LIMITS.text),
  to: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'must be a language tag such as en or pt-BR')
    .max(35)
    .nullable()
    .default(null),
})
export type CopilotTranslate = z.input<typeof CopilotTranslate>

export const CopilotText = z.object({ text: z.string(), language: z.string().nullable() })
export type CopilotText = z.infer<typeof CopilotText>

export const TriagePriority = z.enum(['low', 'normal', 'high', 'urgent'])
export type TriagePriority = z.infer<typeof TriagePriority>

/** `POST /triage`: suggestions with reasons; null where there is nothing to change. */
export const CopilotTriage = z.object({
  department: z.object({ id: z.uuid(), name: z.string(), reason: z.string() }).nullable(),
  priority: z.object({ level: TriagePriority, reason: z.string() }),
  topic: z.object({ key: z.string(), name: z.string(), reason: z.string() }).nullable(),
  answer: z.enum(['model', 'rules']),
})
export type CopilotTriage = z.infer<typeof CopilotTriage>

/** `GET /articles?q=`: without words, what fits the conversation. */
export const CopilotArticleQuery = z.object({ q: z.string().trim().max(200).default('') })
export const CopilotArticles = z.object({
  articles: z
    .array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        title: z.string(),
        /** The passage that fits best, cut. */
        snippet: z.string(),
        passage: z.string().nullable(),
        url: z.string(),
      }),
    )
    .max(COPILOT_LIMITS.hits),
})
export type CopilotArticles = z.infer<typeof CopilotArticles>

/** `POST /article`: an article drafted from the conversation, without what belongs to the customer alone. */
export const CopilotArticle = z.object({
  article: z.object({ id: z.uuid(), slug: z.string(), title: z.string() }),
})
export type CopilotArticle = z.infer<typeof CopilotArticle>
