// Puts a corpus into a scratch workspace and asks search its questions, as customers would. Prints nothing.

import type { Database } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Articles } from './article.service.ts'
import type { Search } from './search.service.ts'
import type { SearchCorpus } from './search-corpus.ts'
import { createRandom, type Placed, shuffled } from './search-figures.ts'

type Article = SearchCorpus['articles'][number]
type Question = SearchCorpus['questions'][number]

export interface Asked extends Placed {
  question: string
  /** Ids of the articles that answer it. */
  answers: string[]
  /** Id of the article that came first, if any did. */
  first: string | null
  ms: number
}

/** Which questions search is told beforehand, and which it is asked. */
export interface Split {
  remembered: ReadonlyMap<string, string[]>
  asked: Question[]
}

export interface TrialDeps {
  articles: Articles
  search: Search
  /** Between writing and asking: gives texts their vectors where there is a model. */
  prepare?: ((workspaceId: string) => Promise<unknown>) | undefined
  onProgress?: (doing: string, done: number, total: number) => void
}

const HITS = 10

/** Ids may be of any kind, slugs not. */
const slugAt = (at: number): string => `article-${at + 1}`
/** The corpus's ids by slug. */
export const idsBySlug = ({ articles }: SearchCorpus): Map<string, string> =>
  new Map(articles.map(({ id }, at) => [slugAt(at), id]))

/** `remember` questions of each article by chance; one of them at least is always left to ask. */
export function splitQuestions(questions: readonly Question[], remember: number, seed: number): Split {
  if (remember === 0) return { remembered: new Map(), asked: [...questions] }
  const random = createRandom(seed)
  const remembered = new Map<string, string[]>()
  const asked: Question[] = []
  for (const [article, group] of Map.groupBy(questions, ({ article }) => article[0]!)) {
    const mixed = shuffled(group, random)
    const given = Math.min(remember, mixed.length - 1)
    remembered.set(
      article,
      mixed.slice(0, given).map(({ question }) => question),
    )
    asked.push(...mixed.slice(given))
  }
  return { remembered, asked }
}

/** A workspace for one trial. Whoever makes it removes it. */
export async function createScratchWorkspace(db: Database): Promise<string> {
  const id = uuidv7()
  await db.query(`insert into workspaces (id, name) values ($1, 'Search evaluation')`, [id])
  return id
}

/** With all that hangs on it, whichever tables there are: what refers to a row goes before the row. */
export async function removeScratchWorkspace(db: Database, workspaceId: string): Promise<void> {
  const tables = await db.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'`,
  )
  let left = tables.map(({ name }) => name)
  while (left.length > 0) {
    const kept: string[] = []
    let fault: unknown
    for (const name of left)
      await db.query(`delete from "${name}" where workspace_id = $1`, [workspaceId]).catch((error) => {
        kept.push(name)
        fault = error
      })
    if (kept.length === left.length) throw fault
    left = kept
  }
  await db.query('delete from workspaces where id = $1', [workspaceId])
}

export function createSearchTrial({ articles, search, prepare, onProgress = () => {} }: TrialDeps) {
  async function write(
    workspaceId: string,
    list: readonly Article[],
    remembered: Split['remembered'],
  ): Promise<void> {
    for (const [at, { id, title, body, locale, questions }] of list.entries()) {
      await articles.upsert(workspaceId, {
        slug: slugAt(at),
        title,
        body,
        category: null,
        summary: null,
        locale: locale ?? 'en',
        updated: null,
        featured: false,
        questions: [...questions, ...(remembered.get(id) ?? [])],
        related: [],
      })
      onProgress('articles', at + 1, list.length)
    }
  }

  return {
    /** Writes the articles with what is remembered, and asks the rest. */
    async run(workspaceId: string, corpus: SearchCorpus, { remembered, asked }: Split): Promise<Asked[]> {
      await write(workspaceId, corpus.articles, remembered)
      await prepare?.(workspaceId)
      const ids = idsBySlug(corpus)
      // The first search loads the index; a running server has it.
      await search.search(workspaceId, 'index')
      const answers: Asked[] = []
      for (const { question, article, locale } of asked) {
        const began = performance.now()
        const result = await search.search(workspaceId, question, { locale: locale ?? null, limit: HITS })
        const ms = performance.now() - began
        const found = result.articles.map(({ slug }) => ids.get(slug)!)
        const place = found.findIndex((id) => article.includes(id))
        answers.push({ question, article: article[0]!, answers: article, ms, place, first: found[0] ?? null })
        onProgress('questions', answers.length, asked.length)
      }
      return answers
    },
  }
}
