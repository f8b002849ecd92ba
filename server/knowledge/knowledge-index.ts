// A workspace's articles in memory, ready to be searched; made anew when their version in the database moves, from what
// has changed. While a big one is made, the old one answers.

import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { atOnce, inSlices } from '../platform/slices.ts'
import { type ArticleAnalysis, createArticleAnalysis } from './article-analysis.ts'
import { languageOf } from './article-row.ts'
import { type IndexedArticle, type LanguageIndex, languageIndexSteps } from './index-builder.ts'
import type { MeaningLayer } from './meaning/meaning-layer.ts'
import { createSearchSources, type SearchSource, type SourceVersion } from './search-source.ts'

export interface KnowledgeIndex {
  languages: LanguageIndex[]
  /** Articles in it. */
  size: number
  /** Vectors of its texts; null where search goes by words alone. */
  meaning: MeaningLayer | null
  /** Remembered questions that count. */
  remembered: number
}

interface Loaded {
  index: KnowledgeIndex
  source: SearchSource
  version: SourceVersion
  at: number
  analyses: Analyses
  /** Which articles a site shows, by its id; read when first asked for. */
  visible: Map<string, Promise<ReadonlySet<string> | null>>
}

interface Held {
  loaded: Loaded | undefined
  /** What is being made, and the one after it when things have moved since. */
  loading: { version: SourceVersion; done: Promise<Loaded> } | undefined
  checkedAt: number
  /** Grows with news of a change: what was read before it counts for nothing. */
  news: number
}

/** How old news of other nodes' changes may be. */
const CHECK_MS = 1000
/** Questions are heard all the time; an index takes them up this often. */
const MEMORY_MS = 15_000
/** What is remembered fades by the day. */
const LONGEST_MS = 24 * 60 * 60 * 1000
/** Workspaces kept in memory; beyond it the one loaded first goes. */
const MAX_HELD = 200
/** Up to so many articles a new index is waited for: whoever has just written finds it. */
const WAITED_FOR = 500

/** Words are never forgotten by an analysis; one with so many times those in use is begun anew. */
const MOST_STALE = 2
const FEW_WORDS = 10_000

const NO_SYNONYMS: SearchSource['synonyms'] = new Map()
const NO_LINES: readonly string[] = []

/** What was read of the articles of each language, and the owner's lines it was read by. */
type Analyses = Map<string, { lines: readonly string[]; analysis: ArticleAnalysis }>

/** @param analyses of the index before: what has not changed is not read again */
function* knowledgeSteps(
  articles: readonly IndexedArticle[],
  synonyms: SearchSource['synonyms'],
  analyses: Analyses,
): Generator<void, KnowledgeIndex, void> {
  const byLanguage = Map.groupBy(articles, ({ locale }) => languageOf(locale))
  const languages: LanguageIndex[] = []
  for (const [language, group] of byLanguage) {
    const lines = synonyms.get(language) ?? NO_LINES
    const held = analyses.get(language)
    const isSame = held?.lines.join('\n') === lines.join('\n')
    const analysis = held && isSame ? held.analysis : createArticleAnalysis(language, lines)
    const index = yield* languageIndexSteps(language, group, analysis)
    languages.push(index)
    const inUse = index.postings.idf.length - unused(index)
    if (index.numbers.size > FEW_WORDS + MOST_STALE * inUse) analyses.delete(language)
    else analyses.set(language, { lines, analysis })
  }
  for (const language of analyses.keys()) if (!byLanguage.has(language)) analyses.delete(language)
  return { languages, size: articles.length, meaning: null, remembered: 0 }
}

function unused({ postings: { starts } }: LanguageIndex): number {
  let count = 0
  for (let term = 1; term < starts.length; term++) if (starts[term] === starts[term - 1]) count += 1
  return count
}

/** At once: for tests, and for a corpus without a database. */
export const buildKnowledgeIndex = (
  articles: readonly IndexedArticle[],
  synonyms: SearchSource['synonyms'] = NO_SYNONYMS,
): KnowledgeIndex => atOnce(knowledgeSteps(articles, synonyms, new Map()))

export interface KnowledgeIndexesDeps {
  db: Database
  bus: Pick<Bus, 'on'>
  now?: () => number
  /** Reads what an index knows of meanings; left out: words alone. */
  layerOf?: (
    workspaceId: string,
    source: SearchSource,
    before: MeaningLayer | undefined,
  ) => Promise<MeaningLayer | null>
  waitedFor?: number
}

export function createKnowledgeIndexes({
  db,
  bus,
  now = Date.now,
  layerOf,
  waitedFor = WAITED_FOR,
}: KnowledgeIndexesDeps) {
  const sources = createSearchSources({ db, now })
  const held = new Map<string, Held>()
  const stop = bus.on('knowledge.changed', ({ workspaceId }) => {
    const entry = held.get(workspaceId)
    if (!entry) return
    entry.news += 1
    entry.checkedAt = Number.NEGATIVE_INFINITY
  })

  function holdOf(workspaceId: string): Held {
    const known = held.get(workspaceId)
    if (known) return known
    const entry = { loaded: undefined, loading: undefined, checkedAt: Number.NEGATIVE_INFINITY, news: 0 }
    held.set(workspaceId, entry)
    if (held.size > MAX_HELD) held.delete(held.keys().next().value!)
    return entry
  }

  async function load(workspaceId: string, version: SourceVersion, before?: Loaded): Promise<Loaded> {
    const source = await sources.load(workspaceId, before?.source)
    const articles = [...source.articles.values()].map(({ article }) => article)
    const analyses: Analyses = new Map(before?.analyses)
    const words = await inSlices(knowledgeSteps(articles, source.synonyms, analyses))
    const meaning = (await layerOf?.(workspaceId, source, before?.index.meaning ?? undefined)) ?? null
    const index = { ...words, meaning, remembered: source.remembered }
    return { index, source, analyses, version, at: now(), visible: new Map() }
  }

  function isCurrent({ version, at }: Loaded, latest: SourceVersion): boolean {
    const age = now() - at
    if (version.articles !== latest.articles || age >= LONGEST_MS) return false
    return version.memory === latest.memory || age < MEMORY_MS
  }

  /** One is made at a time; what changes meanwhile is in the next. */
  function renew(workspaceId: string, entry: Held, version: SourceVersion): void {
    const before = entry.loading?.done
    const done = (async () => {
      await before?.catch(() => {})
      return load(workspaceId, version, entry.loaded)
    })()
    const loading = { version, done }
    entry.loading = loading
    done.then(
      (loaded) => {
        entry.loaded = loaded
        if (entry.loading === loading) entry.loading = undefined
      },
      () => {
        if (entry.loading !== loading) return
        entry.loading = undefined
        // Tried again by whoever asks next.
        entry.checkedAt = Number.NEGATIVE_INFINITY
      },
    )
  }

  async function check(workspaceId: string, entry: Held): Promise<void> {
    if (now() - entry.checkedAt < CHECK_MS) return
    // Read before the articles: a change in between makes the next look load once too often, never too seldom.
    const [checkedAt, { news }] = [now(), entry]
    const latest = await sources.version(workspaceId)
    if (entry.news === news) entry.checkedAt = checkedAt
    const { loaded, loading } = entry
    if (loading ? loading.version.articles === latest.articles : loaded && isCurrent(loaded, latest)) return
    renew(workspaceId, entry, latest)
  }

  async function loadedOf(workspaceId: string): Promise<Loaded> {
    const entry = holdOf(workspaceId)
    await check(workspaceId, entry)
    if (entry.loading && !(entry.loaded && entry.loaded.index.size > waitedFor)) return entry.loading.done
    return entry.loaded!
  }

  return {
    of: async (workspaceId: string): Promise<KnowledgeIndex> => (await loadedOf(workspaceId)).index,
    /** The index, and which of its articles the site shows: null for all of them. */
    async forSite(
      workspaceId: string,
      siteId: string | null | undefined,
    ): Promise<{ index: KnowledgeIndex; visible: ReadonlySet<string> | null }> {
      const { index, visible } = await loadedOf(workspaceId)
      if (!siteId) return { index, visible: null }
      let shown = visible.get(siteId)
      if (!shown) {
        shown = sources.visible(workspaceId, siteId)
        visible.set(siteId, shown)
        shown.catch(() => visible.delete(siteId))
      }
      return { index, visible: await shown }
    },
    close: stop,
  }
}
