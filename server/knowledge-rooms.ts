// Knowledge, put together: articles and their administration, imports, search and its memory, the help centre.

import { redact } from './assistant/pipeline/redact.ts'
import type { Config } from './config.ts'
import { createHelpCentre } from './help-centre/help-centre.service.ts'
import { createArticles } from './knowledge/article.service.ts'
import { createArticleAdmin } from './knowledge/articles/article-admin.service.ts'
import { createArticleExport } from './knowledge/articles/article-export.ts'
import { createArticleReading } from './knowledge/articles/article-reading.service.ts'
import { createCategoryAdmin } from './knowledge/articles/category-admin.service.ts'
import { createCategories } from './knowledge/category.service.ts'
import { createImports } from './knowledge/imports/import.service.ts'
import { handleImports } from './knowledge/imports/import-job.ts'
import { createEmbeddings } from './knowledge/meaning/embedding-client.ts'
import { createMeaning } from './knowledge/meaning/meaning.service.ts'
import { createMemory } from './knowledge/memory/memory.service.ts'
import { createMemorySources } from './knowledge/memory/memory-sources.ts'
import { createMissedSearches } from './knowledge/missed/missed.service.ts'
import { createSearch } from './knowledge/search.service.ts'
import { createOwnSynonyms } from './knowledge/synonym.service.ts'
import type { Bus } from './platform/bus/bus.ts'
import type { Database } from './platform/database/database.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import type { Log } from './platform/log.ts'
import type { Metrics } from './platform/metrics.ts'
import type { Outbound } from './platform/outbound/outbound-fetch.ts'
import type { Sites } from './sites/site.service.ts'

export interface KnowledgeRoomsDeps {
  config: Config
  db: Database
  bus: Bus
  log: Log
  jobs: Jobs
  metrics: Pick<Metrics, 'embedding'>
  clock: () => Date
  sites: Sites
  outbound: Outbound
}

/** Registers the jobs, too: call before they start. */
export function createKnowledgeRooms({
  config,
  db,
  bus,
  log,
  jobs,
  metrics,
  clock,
  sites,
  outbound,
}: KnowledgeRoomsDeps) {
  const articles = createArticles({ db, bus, clock })
  const categories = createCategories({ db, bus, clock })
  const articleReading = createArticleReading({ db, clock })
  const articleAdmin = createArticleAdmin({ db, bus, jobs, reading: articleReading, clock })
  const categoryAdmin = createCategoryAdmin({ db, bus })
  const articleExport = createArticleExport({ db, categoryAdmin })
  const meaning =
    config.embeddings &&
    createMeaning({ db, bus, jobs, log, metrics, clock, embeddings: createEmbeddings(config.embeddings) })
  const search = createSearch({ db, bus, meaning })
  // What names a person is the AI agent's knowledge, which ranks higher.
  const memory = createMemory({ db, bus, clock, redact: (text) => redact(text) })
  const missed = createMissedSearches({
    db,
    log,
    clock,
    redact: (text) => redact(text),
    confidence: async ({ workspaceId, query, locale, siteId }) =>
      (await search.passages(workspaceId, query, { locale, limit: 1, siteId })).confidence,
  })
  const memorySources = createMemorySources({
    db,
    bus,
    log,
    memory,
    found: async (workspaceId, query, locale) =>
      (await search.search(workspaceId, query, { locale, limit: 3 })).articles.map(({ slug }) => slug),
  })
  const ownSynonyms = createOwnSynonyms({ db, bus, clock })
  const helpCentre = createHelpCentre({
    db,
    bus,
    log,
    sites,
    articles,
    search,
    publicUrl: config.publicUrl,
    clock,
  })
  const imports = createImports({ db, jobs, clock })
  handleImports({ db, jobs, imports, articles, categoryAdmin, outbound, clock })

  return {
    articles,
    articleReading,
    articleAdmin,
    categoryAdmin,
    articleExport,
    imports,
    categories,
    search,
    memory,
    missed,
    ownSynonyms,
    helpCentre,
    async close(): Promise<void> {
      helpCentre.close()
      missed.close()
      memorySources.close()
      meaning?.close()
      search.close()
      await articles.close()
    },
  }
}

export type KnowledgeRooms = ReturnType<typeof createKnowledgeRooms>
