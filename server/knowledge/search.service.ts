// Search over a workspace's help articles: hits for people, passages for the AI agent.

import type { ArticleHit, ArticleSearchResult } from '../../sdk/protocol/help-article.ts'
import type { SearchStatus } from '../../sdk/protocol/knowledge-memory.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { createOneATurn } from '../platform/one-a-turn.ts'
import { languageOf } from './article-row.ts'
import { confidenceOf, type Evidence, evidenceOf } from './confidence.ts'
import { fuse, type RankedArticle } from './fusion.ts'
import { excerpt, highlight } from './highlight.ts'
import { createKnowledgeIndexes, type KnowledgeIndex } from './knowledge-index.ts'
import { queryLanguage } from './languages/query-language.ts'
import type { Meaning } from './meaning/meaning.service.ts'
import { openEnd, withWhatFollows } from './open-passages.ts'
import { readQuery } from './query.ts'
import { bestPassage, scoreArticles } from './ranking.ts'

export interface SearchOptions {
  /** The visitor's, BCP 47: articles in that language come first. */
  locale?: string | null
  limit?: number
  /** Only what this site shows; left out or null: all of the workspace. */
  siteId?: string | null
  /** Who has gone before their turn is not searched for. */
  signal?: AbortSignal
}

/** Ids of the articles that may be found; null: all. */
type Visible = ReadonlySet<string> | null
/** How near articles are to the query in meaning, by id; left out: words alone. */
type Near = ReadonlyMap<string, number> | undefined

export interface RankedPassage {
  articleId: string
  slug: string
  title: string
  /** Id of the block within its article. */
  passage: string
  /** Its place among the article's passages. */
  position: number
  heading: string
  text: string
  /** The sentence before it that it goes on: of a list, what its items are. */
  intro: string
  /** Its last sentence is such a one, and the next passage goes on with it. */
  isOpen: boolean
  /** The article's own answer in short. */
  summary: string | null
  language: string
  /** Relative to the best passage of this search, which is near 1. */
  score: number
  articleScore: number
}

export interface RankedPassages {
  passages: RankedPassage[]
  /** 0 to 1: how likely they hold the answer. */
  confidence: number
  /** What that was told from; left out where nothing was found. */
  evidence?: Evidence & {
    /** How far the best article is ahead of the next. */
    margin: number
  }
}

/** Popular questions are asked again and again, and everybody who types begins alike. */
const ANSWERS_KEPT = 1000
/** A hit this far behind the best one is noise. */
const RELATIVE_FLOOR = 0.15
/** And so is one with less of the query's telling words than this. */
const SHARE_FLOOR = 0.15
/** Without any word in common an article must be this near in meaning, beside the nearest. */
const MEANT = 0.5
/** Shorter than this nothing is meant yet: somebody is typing. */
const LEAST_MEANT = 6
/** A synonym this near is marked as a match. */
const MARKED = 0.6
/** Articles whose passages are looked at. */
const ARTICLES_READ = 5
/** How much of an article's standing its passages share, whatever they say themselves. */
const INHERITED = 0.35
/** Articles say the main thing first. */
const INTRODUCTION = 0.1

function rank(
  knowledge: KnowledgeIndex,
  text: string,
  locale: string | null | undefined,
  visible: Visible,
  typing: boolean,
  near: Near,
): RankedArticle[] {
  const scores = knowledge.languages.flatMap((index) =>
    scoreArticles(
      index,
      readQuery(index, text, typing),
      ({ article }) => visible?.has(article.id) ?? true,
      near,
    ),
  )
  const languages = knowledge.languages.map(({ language }) => language)
  return fuse(scores, queryLanguage(text, languages, locale ? languageOf(locale) : null))
}

/** The terms to mark: what a word was surely meant as. */
const wantedOf = ({ query }: RankedArticle): Set<string> =>
  new Set(
    query.terms
      .flatMap(({ readings }) => readings.filter(({ weight }) => weight >= MARKED))
      .map(({ term }) => term),
  )

function hitOf(ranked: RankedArticle): ArticleHit {
  const { doc, index } = ranked
  const { article, passages } = doc
  const wanted = wantedOf(ranked)
  const found = bestPassage(ranked)
  const text = excerpt(found?.text ?? article.summary ?? passages[0]?.text ?? '', wanted, index.analyser)
  return {
    slug: article.slug,
    title: article.title,
    locale: article.locale,
    category: article.category,
    excerpt: text,
    title_parts: highlight(article.title, wanted, index.analyser),
    excerpt_parts: highlight(text, wanted, index.analyser),
    passage: found?.passage ?? null,
  }
}

/** Hits worth showing, best first. */
export function searchIndex(
  knowledge: KnowledgeIndex,
  q: string,
  { locale, limit = 10 }: SearchOptions = {},
  visible: Visible = null,
  near?: Near,
): RankedArticle[] {
  const ranked = rank(knowledge, q, locale, visible, true, near)
  const floor = (ranked[0]?.score ?? 0) * RELATIVE_FLOOR
  const hits: RankedArticle[] = []
  for (const one of ranked) {
    if (one.score < floor || hits.length >= limit) break
    if (Math.max(one.coverage, one.chars) >= SHARE_FLOOR || one.meaning >= MEANT) hits.push(one)
  }
  return hits
}

/** The passages that may answer, best first, and how sure that is. */
export function rankPassages(
  knowledge: KnowledgeIndex,
  q: string,
  { locale, limit = 8 }: SearchOptions = {},
  visible: Visible = null,
  near?: Near,
): RankedPassages {
  const ranked = rank(knowledge, q, locale, visible, false, near).slice(0, ARTICLES_READ)
  const [best] = ranked
  if (!best) return { passages: [], confidence: 0 }
  const most = Math.max(...ranked.map(({ passage }) => passage)) || 1
  const all = ranked
    .flatMap((one) => one.passages.map((score, at) => ({ one, at, score })))
    .map(({ one, at, score }): RankedPassage => {
      // Half against all passages, half against its own article's: the best place of the best article leads.
      const fit = score / most / 2 + score / (one.passage || 1) / 2 + (at === 0 ? INTRODUCTION : 0)
      const { article, passages } = one.doc
      const { passage, heading, text } = passages[at]!
      return {
        articleId: article.id,
        slug: article.slug,
        title: article.title,
        passage,
        position: at,
        heading,
        text,
        intro: openEnd(passages, at - 1),
        isOpen: openEnd(passages, at) !== '',
        summary: article.summary,
        language: one.index.language,
        score: one.score ** 1.5 * (INHERITED + (1 - INHERITED) * fit),
        articleScore: one.score,
      }
    })
    .sort((a, b) => b.score - a.score)
  const passages = withWhatFollows(all.slice(0, limit), all)
  const evidence = { ...evidenceOf(best), margin: best.score - (ranked[1]?.score ?? 0) }
  return { passages, confidence: confidenceOf(evidence), evidence }
}

export interface SearchDeps {
  db: Database
  bus: Pick<Bus, 'on'>
  now?: () => number
  /** Null or left out: words alone. */
  meaning?: Meaning | null
}

export function createSearch({ db, bus, now, meaning = null }: SearchDeps) {
  const indexes = createKnowledgeIndexes({
    db,
    bus,
    ...(now && { now }),
    ...(meaning && { layerOf: meaning.layer }),
  })
  /** Answers of late, the last asked for at the end. One of an index that was loaded anew is found no more. */
  const answers = new Map<string, ArticleSearchResult>()
  /** Numbers instead of the indexes themselves: an old one must not be kept by what it once answered. */
  const numbers = new WeakMap<KnowledgeIndex, number>()
  let loaded = 0
  // Each takes milliseconds in which nothing else happens: many at once must not keep chats waiting.
  const inTurn = createOneATurn()

  function numberOf(knowledge: KnowledgeIndex): number {
    const number = numbers.get(knowledge) ?? ++loaded
    numbers.set(knowledge, number)
    return number
  }

  /** Undefined where meanings are not known, or not in time: words alone. */
  async function nearTo(workspaceId: string, { meaning: layer }: KnowledgeIndex, q: string): Promise<Near> {
    const text = q.trim()
    if (!meaning || !layer || layer.embedded === 0 || text.length < LEAST_MEANT) return undefined
    const vector = await meaning.query(text)
    if (!vector) return undefined
    if (layer.dimensions !== null && vector.length !== layer.dimensions) {
      meaning.lengthChanged(workspaceId, vector.length)
      return undefined
    }
    return layer.near(vector).catch((error: unknown) => {
      meaning.nearFailed(error)
      return undefined
    })
  }

  return {
    async search(workspaceId: string, q: string, options: SearchOptions = {}): Promise<ArticleSearchResult> {
      const { index, visible } = await indexes.forSite(workspaceId, options.siteId)
      // Sites that show the same have the same answers.
      const shown = visible && options.siteId
      const key = JSON.stringify([numberOf(index), q, options.locale, options.limit, shown])
      const near = answers.has(key) ? undefined : await nearTo(workspaceId, index, q)
      const look = (): ArticleSearchResult =>
        // Asked for by somebody else in a turn before this one, it is there already.
        answers.get(key) ?? {
          articles: searchIndex(index, q, options, visible, near).map(hitOf),
          searched: visible?.size ?? index.size,
        }
      const kept = answers.get(key)
      const result = kept ?? (await inTurn(look, options.signal))
      // One that was to have its meaning and came without is asked for again.
      if (!kept && index.meaning && !near) return result
      answers.delete(key)
      answers.set(key, result)
      if (answers.size > ANSWERS_KEPT) answers.delete(answers.keys().next().value!)
      return result
    },
    async passages(workspaceId: string, q: string, options: SearchOptions = {}): Promise<RankedPassages> {
      const { index, visible } = await indexes.forSite(workspaceId, options.siteId)
      const near = await nearTo(workspaceId, index, q)
      return inTurn(() => rankPassages(index, q, options, visible, near), options.signal)
    },
    async status(workspaceId: string): Promise<SearchStatus> {
      const index = await indexes.of(workspaceId)
      const { texts = 0, embedded = 0, dimensions = null, kind = null } = index.meaning ?? {}
      const docs = index.languages.flatMap((language) => language.docs)
      const words = {
        articles: index.size,
        passages: docs.reduce((sum, { passages }) => sum + passages.length, 0),
        remembered: index.remembered,
      }
      if (!meaning) {
        const none = { model: null, store: null, dimensions: null, texts: 0, embedded: 0, last_failure: null }
        return { ...words, meaning: { state: 'off', ...none } }
      }
      const isFailing = meaning.isFailing() || index.meaning === null
      const state = isFailing ? 'failing' : embedded < texts ? 'building' : 'ready'
      const { model } = meaning
      const last_failure = meaning.lastFailure()
      return { ...words, meaning: { state, model, store: kind, dimensions, texts, embedded, last_failure } }
    },
    close: indexes.close,
  }
}

export type Search = ReturnType<typeof createSearch>
