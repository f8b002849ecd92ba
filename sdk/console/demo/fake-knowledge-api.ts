// The server's part of the knowledge page without a server, for tests: it holds a few articles, changes them as asked,
// and remembers what it was asked.

import { ApiError, fromProblem } from '../../client/api-error.ts'
import type { Role } from '../../protocol/agent.ts'
import type { AdminArticle } from '../../protocol/article-admin.ts'
import type { AdminCategory } from '../../protocol/article-category.ts'
import type { ArticleImport } from '../../protocol/knowledge-import.ts'
import type { RememberedQuestion } from '../../protocol/knowledge-memory.ts'
import type { MissedSearch } from '../../protocol/missed-search.ts'
import type { ImportItem, KnowledgeApi } from '../knowledge/knowledge-api.ts'

const id = (n: number): string => `0192f0c0-0000-7000-8000-${String(n).padStart(12, '0')}`
const AT = '2026-11-20T10:00:00.000Z'

export const sampleTopics = [
  ['Returns', null],
  ['Labels', id(1)],
  ['Payments', null],
].map(
  ([name, parent], n): AdminCategory => ({
    id: id(n + 1),
    parent_id: parent as string | null,
    position: n === 2 ? 1 : 0,
    slug: String(name).toLowerCase(),
    name: String(name),
    description: null,
    translations: n === 0 ? { de: { name: 'Rückgabe' } } : {},
    articles: 2,
    published: 1,
  }),
)

export const sampleArticle = (n: number, more: Partial<AdminArticle> = {}): AdminArticle => ({
  id: id(100 + n),
  group_id: id(200 + n),
  slug: `article-${n}`,
  locale: 'en',
  state: 'published',
  title: `Article ${n}`,
  summary: 'In short.',
  category_id: id(1),
  featured: false,
  sites: null,
  version: 2,
  published_version: 2,
  has_draft: false,
  revision: 5,
  author: { id: id(9), name: 'Mika' },
  created_at: AT,
  changed_at: AT,
  updated_at: AT,
  published_at: AT,
  deleted_at: null,
  source: null,
  views_30_days: 12,
  helpful: 3,
  unhelpful: 1,
  body: '## Parts\n\nSend them back.',
  questions: ['Can I send it back?'],
  related: [],
  views: 40,
  translations: [],
  ...more,
})

export const sampleQuestions: RememberedQuestion[] = [1, 2, 3].map((n) => ({
  id: id(300 + n),
  article: { id: id(101), slug: 'article-1', title: 'Article 1', published: n !== 3 },
  question: `How do I send part ${n} back?`,
  locale: 'en',
  source: (['accepted_answer', 'vote', 'insert'] as const)[n - 1]!,
  state: 'pending',
  seen: n,
  weight: 0.5,
  first_seen_at: AT,
  last_seen_at: AT,
}))

export const sampleMissed: MissedSearch[] = [
  { id: id(401), query: 'tandem rental', locale: 'en', count: 7, first_at: AT, last_at: AT },
]

export const sampleImport: ArticleImport = {
  id: id(501),
  kind: 'website',
  state: 'running',
  url: 'https://help.example.com',
  publish: false,
  found: 9,
  done: 3,
  total: 9,
  created: 2,
  updated: 0,
  unchanged: 0,
  failed: 1,
  skipped: 0,
  noted: 0,
  problem: null,
  created_at: AT,
  finished_at: null,
}

const sampleItems: ImportItem[] = [
  {
    position: 0,
    source: 'https://help.example.com/a',
    outcome: 'created',
    reason: null,
    article_id: id(101),
  },
  {
    position: 1,
    source: 'https://help.example.com/b',
    outcome: 'failed',
    reason: 'The page answered 500.',
    article_id: null,
  },
]

interface FakeOptions {
  role?: Role
  articles?: AdminArticle[]
  imports?: ArticleImport[]
  sites?: number
}

export function createFakeKnowledgeApi({
  role = 'owner',
  articles,
  imports = [sampleImport],
  sites = 2,
}: FakeOptions = {}) {
  const calls: [name: string, ...args: unknown[]][] = []
  const held = new Map(
    (articles ?? [1, 2, 3].map((n) => sampleArticle(n))).map((article) => [article.id, article]),
  )
  let questions = sampleQuestions
  let missed = sampleMissed
  let lines = ['rotor, disc']
  let refused:
    | {
        code: ApiError['code']
        name?: string
        context?: Record<string, unknown>
        errors?: { pointer: string; detail: string }[]
      }
    | undefined
  const note = (name: string, ...args: unknown[]): void => {
    calls.push([name, ...args])
    if (!refused || (refused.name && refused.name !== name)) return
    const { code, context, errors } = refused
    if (code === 'network') throw new ApiError(code)
    throw fromProblem({
      type: '',
      code: code as never,
      title: 'No',
      status: 400,
      message: 'No',
      ...(context && { context }),
      ...(errors && { errors }),
    })
  }
  const put = (article: AdminArticle): AdminArticle => {
    held.set(article.id, article)
    return article
  }
  const one = (wanted: string): AdminArticle => {
    const found = held.get(wanted)
    if (!found) throw new ApiError('article-not-found')
    return found
  }

  const api: KnowledgeApi = {
    sites: async () =>
      ['Fjordline', 'Wholesale']
        .slice(0, sites)
        .map((name, n) => ({ id: id(600 + n), key: name, name, locale: 'en' })),
    async articles(filter) {
      note('articles', filter)
      const found = [...held.values()].filter(
        ({ state, title, deleted_at }) =>
          Boolean(filter.deleted) === (deleted_at !== null) &&
          (!filter.state || state === filter.state) &&
          (!filter.q || title.toLowerCase().includes(filter.q.toLowerCase())),
      )
      return { articles: found, next: null, counts: { draft: 0, published: found.length, archived: 0 } }
    },
    async article(wanted) {
      note('article', wanted)
      return one(wanted)
    },
    async create(input) {
      note('create', input)
      return put(
        sampleArticle(50, {
          ...(input as Partial<AdminArticle>),
          state: 'draft',
          version: 1,
          published_version: null,
          revision: 1,
        }),
      )
    },
    async change(wanted, { note: _, ...change }) {
      note('change', wanted, { ...(_ && { note: _ }), ...change })
      const before = one(wanted)
      const { revision: __, ...fields } = change
      return put({
        ...before,
        ...(fields as Partial<AdminArticle>),
        revision: before.revision + 1,
        version: before.version + 1,
        has_draft: before.state === 'published',
      })
    },
    async move(wanted, move, body) {
      note('move', wanted, move, body)
      const states = {
        publish: 'published',
        unpublish: 'draft',
        archive: 'archived',
        unarchive: 'draft',
        undelete: 'draft',
      } as const
      const before = one(wanted)
      return put({
        ...before,
        state: states[move],
        has_draft: false,
        deleted_at: null,
        published_version: move === 'publish' ? before.version : null,
        revision: before.revision + 1,
      })
    },
    async remove(wanted) {
      note('remove', wanted)
      put({ ...one(wanted), deleted_at: AT })
    },
    async versions(wanted) {
      note('versions', wanted)
      const { version, published_version } = one(wanted)
      return {
        next: null,
        versions: Array.from({ length: version }, (_, n) => ({
          number: version - n,
          title: 'Article',
          author: { id: id(9), name: 'Mika' },
          origin: 'person' as const,
          note: null,
          created_at: AT,
          published: version - n === published_version,
          length: 200,
        })),
      }
    },
    async diff(wanted, from, to) {
      note('diff', wanted, from, to)
      return {
        from,
        to,
        title: [{ kind: 'same', text: 'Article' }],
        summary: [],
        body: [
          { kind: 'same', text: 'Send them ' },
          { kind: 'removed', text: 'away' },
          { kind: 'added', text: 'back' },
        ],
        questions: { added: ['New one?'], removed: [] },
        related: { added: [], removed: [] },
      }
    },
    async restore(wanted, version, revision) {
      note('restore', wanted, version, revision)
      const before = one(wanted)
      return put({ ...before, version: before.version + 1, revision: before.revision + 1, has_draft: true })
    },
    async feedback() {
      return {
        next: null,
        feedback: [{ id: id(700), helpful: false, comment: 'Where is the label?', created_at: AT }],
      }
    },
    async preview(body) {
      note('preview', body)
      return { content: [{ id: 'p1', type: 'paragraph', children: [body] }], reading_minutes: 1 }
    },
    async categories() {
      note('categories')
      return sampleTopics
    },
    async addCategory(input) {
      note('addCategory', input)
      return sampleTopics[0]!
    },
    async changeCategory(wanted, input) {
      note('changeCategory', wanted, input)
      return sampleTopics[0]!
    },
    async removeCategory(wanted) {
      note('removeCategory', wanted)
    },
    async orderCategories(order) {
      note('orderCategories', order)
      return sampleTopics
    },
    async imports() {
      note('imports')
      return imports
    },
    async beginImport(input) {
      note('beginImport', input)
      return sampleImport
    },
    import: async () => sampleImport,
    async importItems(wanted) {
      note('importItems', wanted)
      return sampleItems
    },
    async uploadFile(wanted, name) {
      note('uploadFile', wanted, name)
    },
    async startImport(wanted) {
      note('startImport', wanted)
      return sampleImport
    },
    async cancelImport(wanted) {
      note('cancelImport', wanted)
      return { ...sampleImport, state: 'cancelled' }
    },
    async remembered(filter) {
      note('remembered', filter)
      const found = questions.filter(({ state }) => state === (filter.state ?? state))
      return { questions: found, next: null, counts: { pending: found.length, accepted: 0, rejected: 0 } }
    },
    async decide(decision) {
      note('decide', decision)
      const [{ ids, state }] = decision.decisions as [(typeof decision.decisions)[number]]
      questions = questions.map((question) => (ids.includes(question.id) ? { ...question, state } : question))
      return { changed: ids.length, undo: { decisions: [{ ids, state: 'pending' }] } }
    },
    async synonyms() {
      note('synonyms')
      return [{ language: 'en', lines, updated_at: AT }]
    },
    async setSynonyms(language, wanted) {
      note('setSynonyms', language, wanted)
      lines = wanted
      return { language, lines, updated_at: AT }
    },
    async missing() {
      note('missing')
      return { searches: missed, open: missed.length }
    },
    async dismiss(wanted) {
      note('dismiss', wanted)
      missed = wanted.dismissed ? [] : sampleMissed
    },
    export: async () => new Blob(),
    helpUrl: (path) => `/help${path}`,
    placeUrl: (path) => `/console#/articles/${path}`,
  }
  return {
    ...api,
    /** Who the page is shown to. */
    role,
    calls,
    of: (name: string) => calls.filter(([called]) => called === name).map(([, ...args]) => args),
    refuse(wanted: typeof refused): void {
      refused = wanted
    },
  }
}
