// The server's part of the knowledge page: articles, topics, imports, and what search remembers. Asked by the agent's
// client, so it is the same in a page of another origin.

import type { AgentClient } from '../../client/agent-client.api.ts'
import type {
  AdminArticle,
  ArticleDiff,
  ArticlePage,
  ArticlePreview,
  ArticleState,
  ChangeArticle,
  FeedbackPage,
  NewArticle,
  VersionPage,
} from '../../protocol/article-admin.ts'
import type {
  AdminCategory,
  ChangeCategory,
  NewCategory,
  OrderCategories,
} from '../../protocol/article-category.ts'
import type { ArticleImport, ImportOutcome, NewImport } from '../../protocol/knowledge-import.ts'
import type {
  DecideRemembered,
  MemorySource,
  MemoryState,
  RememberedPage,
  SynonymLanguage,
} from '../../protocol/knowledge-memory.ts'
import type { DismissMissed, MissedSearches } from '../../protocol/missed-search.ts'

export interface ArticleFilter {
  state?: ArticleState
  has_draft?: boolean
  deleted?: boolean
  category?: string
  locale?: string
  q?: string
  cursor?: string
}

export interface ImportItem {
  position: number
  source: string
  outcome: ImportOutcome
  reason: string | null
  article_id: string | null
}

/** A step an article can go, and how it is undone. */
export type ArticleMove = 'publish' | 'unpublish' | 'archive' | 'unarchive' | 'undelete'

export interface NamedSite {
  id: string
  key: string
  name: string
  locale: string
}

export interface KnowledgeApi {
  /** Of no use to who may not see them: then none. */
  sites(): Promise<NamedSite[]>
  articles(filter: ArticleFilter): Promise<ArticlePage>
  article(id: string): Promise<AdminArticle>
  create(article: NewArticle): Promise<AdminArticle>
  change(id: string, change: ChangeArticle): Promise<AdminArticle>
  move(id: string, move: ArticleMove, body?: { revision?: number; version?: number }): Promise<AdminArticle>
  remove(id: string): Promise<void>
  versions(id: string, cursor?: string): Promise<VersionPage>
  diff(id: string, from: number, to: number): Promise<ArticleDiff>
  restore(id: string, version: number, revision: number): Promise<AdminArticle>
  feedback(id: string): Promise<FeedbackPage>
  preview(body: string, signal: AbortSignal): Promise<ArticlePreview>
  categories(): Promise<AdminCategory[]>
  addCategory(category: NewCategory): Promise<AdminCategory>
  changeCategory(id: string, change: ChangeCategory): Promise<AdminCategory>
  removeCategory(id: string): Promise<void>
  orderCategories(order: OrderCategories): Promise<AdminCategory[]>
  imports(): Promise<ArticleImport[]>
  beginImport(wanted: NewImport): Promise<ArticleImport>
  import(id: string): Promise<ArticleImport>
  importItems(id: string, outcome?: ImportOutcome): Promise<ImportItem[]>
  uploadFile(id: string, name: string, file: Blob): Promise<void>
  startImport(id: string): Promise<ArticleImport>
  cancelImport(id: string): Promise<ArticleImport>
  remembered(filter: { state?: MemoryState; source?: MemorySource; cursor?: string }): Promise<RememberedPage>
  decide(decision: DecideRemembered): Promise<{ changed: number; undo: DecideRemembered | null }>
  synonyms(): Promise<SynonymLanguage[]>
  setSynonyms(language: string, lines: string[]): Promise<SynonymLanguage>
  missing(): Promise<MissedSearches>
  dismiss(wanted: DismissMissed): Promise<void>
  /** All articles as one file. */
  export(): Promise<Blob>
  /** A page of the help centre. */
  helpUrl(path: string): string
  /** A place among the articles of the hosted console, for another tab. */
  placeUrl(path: string): string
}

/** An article as the part of its answer that is one. */
type Answered = { article: AdminArticle }

export function createKnowledgeApi({
  rest,
  raw,
  server,
}: Pick<AgentClient, 'rest' | 'raw' | 'server'>): KnowledgeApi {
  const article = async (method: string, path: string, body?: unknown): Promise<AdminArticle> =>
    (await rest<Answered>(method, `/articles${path}`, { body })).article

  return {
    sites: () =>
      rest<{ sites: NamedSite[] }>('GET', '/sites').then(
        ({ sites }) => sites,
        () => [],
      ),
    articles: (query) => rest('GET', '/articles', { query: { ...query } }),
    article: (id) => article('GET', `/${id}`),
    create: (body) => article('POST', '', body),
    change: (id, body) => article('PATCH', `/${id}`, body),
    move: (id, move, body = {}) => article('POST', `/${id}/${move}`, body),
    remove: (id) => rest('DELETE', `/articles/${id}`),
    versions: (id, cursor) => rest('GET', `/articles/${id}/versions`, { query: { cursor } }),
    diff: (id, from, to) => rest('GET', `/articles/${id}/diff`, { query: { from, to } }),
    restore: (id, version, revision) => article('POST', `/${id}/versions/${version}/restore`, { revision }),
    feedback: (id) => rest('GET', `/articles/${id}/feedback`),
    preview: (body, signal) => rest('POST', '/articles/preview', { body: { body }, signal }),
    categories: async () =>
      (await rest<{ categories: AdminCategory[] }>('GET', '/knowledge/categories')).categories,
    addCategory: async (body) =>
      (await rest<{ category: AdminCategory }>('POST', '/knowledge/categories', { body })).category,
    changeCategory: async (id, body) =>
      (await rest<{ category: AdminCategory }>('PATCH', `/knowledge/categories/${id}`, { body })).category,
    removeCategory: (id) => rest('DELETE', `/knowledge/categories/${id}`),
    orderCategories: async (body) =>
      (await rest<{ categories: AdminCategory[] }>('PUT', '/knowledge/categories/order', { body }))
        .categories,
    imports: async () => (await rest<{ imports: ArticleImport[] }>('GET', '/knowledge/imports')).imports,
    beginImport: async (body) =>
      (await rest<{ import: ArticleImport }>('POST', '/knowledge/imports', { body })).import,
    import: async (id) => (await rest<{ import: ArticleImport }>('GET', `/knowledge/imports/${id}`)).import,
    importItems: async (id, outcome) =>
      (await rest<{ items: ImportItem[] }>('GET', `/knowledge/imports/${id}/items`, { query: { outcome } }))
        .items,
    async uploadFile(id, name, file) {
      await raw('PUT', `/knowledge/imports/${id}/files/${encodeURIComponent(name)}`, file)
    },
    startImport: async (id) =>
      (await rest<{ import: ArticleImport }>('POST', `/knowledge/imports/${id}/start`, { body: {} })).import,
    cancelImport: async (id) =>
      (await rest<{ import: ArticleImport }>('POST', `/knowledge/imports/${id}/cancel`, { body: {} })).import,
    remembered: (query) => rest('GET', '/knowledge/remembered', { query }),
    decide: (body) => rest('POST', '/knowledge/remembered/decide', { body }),
    synonyms: async () =>
      (await rest<{ languages: SynonymLanguage[] }>('GET', '/knowledge/synonyms')).languages,
    setSynonyms: (language, lines) => rest('PUT', `/knowledge/synonyms/${language}`, { body: { lines } }),
    missing: () => rest('GET', '/knowledge/missing'),
    dismiss: (body) => rest('POST', '/knowledge/missing/dismiss', { body }),
    export: async () => (await raw('GET', '/knowledge/export')).blob(),
    helpUrl: (path) => `${server}/help${path}`,
    placeUrl: (path) => `${server}/console#/articles${path && `/${path}`}`,
  }
}
