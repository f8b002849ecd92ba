// What search remembers and what an owner teaches it, over the agents' REST: questions an article answered, synonyms,
// and how search by meaning is doing.

import * as z from 'zod'
import { plainText } from './plain-text.ts'

/** Bounds of what is remembered. */
export const MEMORY_LIMITS = {
  /** Characters of a remembered question. */
  question: 200,
  /** Kept for one article, and of them such as wait for a decision. */
  perArticle: 40,
  pendingPerArticle: 20,
  /** Decided in one request. */
  decided: 200,
  /** Synonym lines of one language, and characters of one line. */
  synonymLines: 500,
  synonymLine: 300,
} as const

/**
 * How search came to know that an article answers a question: a customer said that the AI's answer helped, an agent
 * put the article into a reply, a customer found it helpful after a search, a person corrected an answer, or an owner
 * typed it.
 */
export const MemorySource = z.enum(['accepted_answer', 'insert', 'vote', 'correction', 'owner'])
export type MemorySource = z.infer<typeof MemorySource>

export const MemoryState = z.enum(['pending', 'accepted', 'rejected'])
export type MemoryState = z.infer<typeof MemoryState>

const Locale = z
  .string()
  .regex(/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i, 'must be a language tag such as en or pt-BR')
  .max(35)

export const RememberedQuestion = z.object({
  id: z.uuid(),
  /** `slug` and `title` are the article's; one that is not published counts for nothing until it is. */
  article: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), published: z.boolean() }),
  question: z.string(),
  locale: z.string(),
  source: MemorySource,
  state: MemoryState,
  /** How often it was asked so. */
  seen: z.int().positive(),
  /** How much it counts in search today, beside an article's own title with 1. */
  weight: z.number().min(0).max(1),
  /** ISO 8601. */
  first_seen_at: z.string(),
  last_seen_at: z.string(),
})
export type RememberedQuestion = z.infer<typeof RememberedQuestion>

/** `GET /api/v1/knowledge/remembered`, the latest first. */
export const RememberedQuery = z.object({
  state: MemoryState.optional(),
  source: MemorySource.optional(),
  /** Id of an article. */
  article: z.uuid().optional(),
  /** The `next` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export const RememberedPage = z.object({
  questions: z.array(RememberedQuestion),
  next: z.string().nullable(),
  /** In the whole workspace. */
  counts: z.object({ pending: z.int(), accepted: z.int(), rejected: z.int() }),
})
export type RememberedPage = z.infer<typeof RememberedPage>

const Question = plainText().trim().min(2).max(MEMORY_LIMITS.question)

/** `POST /api/v1/knowledge/remembered`: typed by hand, accepted at once. */
export const NewRemembered = z.strictObject({
  article_id: z.uuid(),
  question: Question,
  /** The article's own when left out. */
  locale: Locale.optional(),
})

/** `POST /api/v1/knowledge/remembered/:id`: decide, or put it in better words. */
export const ChangeRemembered = z
  .strictObject({ state: MemoryState.optional(), question: Question.optional() })
  .refine(({ state, question }) => state !== undefined || question !== undefined, 'must change something')

/** `POST /api/v1/knowledge/remembered/decide`: many at once. */
export const DecideRemembered = z.strictObject({
  decisions: z
    .array(z.strictObject({ ids: z.array(z.uuid()).min(1).max(MEMORY_LIMITS.decided), state: MemoryState }))
    .min(1)
    .max(3)
    .refine(
      (decisions) => decisions.reduce((sum, { ids }) => sum + ids.length, 0) <= MEMORY_LIMITS.decided,
      `must decide at most ${MEMORY_LIMITS.decided} at once`,
    ),
})
export type DecideRemembered = z.infer<typeof DecideRemembered>

/** `undo` is a body that, sent to the same path, makes all as it was. */
export const RememberedDecided = z.object({ changed: z.int(), undo: DecideRemembered.nullable() })
export type RememberedDecided = z.infer<typeof RememberedDecided>

/** `GET` and `PUT /api/v1/knowledge/remembered/settings`. */
export const MemorySettings = z.strictObject({
  /** Whether what nobody has decided on counts already, by half, where a person vouched for it. */
  count_pending: z.boolean(),
})
export type MemorySettings = z.infer<typeof MemorySettings>

/**
 * `GET /api/v1/knowledge/synonyms`, `PUT /api/v1/knowledge/synonyms/:language`. A line is a group of words that stand
 * for one another, `rotor, disc, brake disc`, or a direction: `gone > lost, missing` finds articles about what is lost
 * when somebody writes gone, and not the other way round.
 */
export const ReplaceSynonyms = z.strictObject({
  lines: z.array(plainText().trim().min(1).max(MEMORY_LIMITS.synonymLine)).max(MEMORY_LIMITS.synonymLines),
})

export const SynonymLanguage = z.object({
  /** The language alone: `pt`, not `pt-BR`. */
  language: z.string(),
  lines: z.array(z.string()),
  updated_at: z.string().nullable(),
})
export type SynonymLanguage = z.infer<typeof SynonymLanguage>

export const SynonymLists = z.object({ languages: z.array(SynonymLanguage) })
export type SynonymLists = z.infer<typeof SynonymLists>

/** `GET /api/v1/knowledge/search-status`. */
export const SearchStatus = z.object({
  /** Published articles and their passages. */
  articles: z.int(),
  passages: z.int(),
  /** Remembered questions that count. */
  remembered: z.int(),
  meaning: z.object({
    /** `off`: no embedding endpoint is set. `building`: some passages are not embedded yet. */
    state: z.enum(['off', 'building', 'ready', 'failing']),
    model: z.string().nullable(),
    /** Where the vectors are compared. */
    store: z.enum(['pgvector', 'process']).nullable(),
    dimensions: z.int().nullable(),
    /** Texts, passages and questions, and those of them that have a vector. */
    texts: z.int(),
    embedded: z.int(),
    last_failure: z.object({ at: z.string(), detail: z.string() }).nullable(),
  }),
})
export type SearchStatus = z.infer<typeof SearchStatus>
