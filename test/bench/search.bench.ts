// Search over ten thousand articles, one question after the other, beside PostgreSQL's own ranking by a GIN index on the
// same articles and questions in the same run; and what the index costs: time, memory, and how long it holds anybody up.

import { randomUUID } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createSearch } from '../../server/knowledge/search.service.ts'
import { createInProcessBus } from '../../server/platform/bus/in-process-bus.ts'
import { connectDatabase, type Database } from '../../server/platform/database/database.ts'
import { migrate } from '../../server/platform/database/migrate.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { makeSearchCorpus, type SearchCorpus } from './made-up-help-centre.ts'
import { percentile } from './percentile.ts'

export interface SearchBenchFigures {
  articles: number
  passages: number
  questions: number
  /** Milliseconds of one question, by what answered it. */
  cells: { name: string; p50: number; p95: number; p99: number }[]
  /** Making the index: reading included, and the longest anything else had to wait meanwhile. */
  buildMs: number
  longestMs: number
  /** The same after one article has changed. */
  changeMs: number
  changeLongestMs: number
  bytes: number
}

const BULK = 500

/** Memory in use once nothing unused is left. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return heapUsed + external + arrayBuffers
}

async function fill(db: Database, workspaceId: string, { articles }: SearchCorpus): Promise<void> {
  await db.query(`insert into workspaces (id, name) values ($1, 'Bench') returning id`, [workspaceId])
  for (let from = 0; from < articles.length; from += BULK) {
    const part = articles.slice(from, from + BULK).map((article) => ({ ...article, id: randomUUID() }))
    await db.query(
      `insert into articles (id, workspace_id, slug, title, summary, locale, body, content, state)
       select v.*, '[]'::jsonb, 'published' from (select id, $1::uuid, slug, title, summary, locale, body
         from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
           as t (id, slug, title, summary, locale, body)) v`,
      [
        workspaceId,
        part.map(({ id }) => id),
        part.map(({ slug }) => slug),
        part.map(({ title }) => title),
        part.map(({ summary }) => summary),
        part.map(({ locale }) => locale),
        part.map(({ passages }) => passages.map(({ heading, text }) => `${heading}\n${text}`).join('\n\n')),
      ],
    )
    const rows = part.flatMap(({ id, passages }) => passages.map((passage, at) => ({ id, at, ...passage })))
    await db.query(
      `insert into article_passages (workspace_id, article_id, passage, position, heading, text)
       select $1, * from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[])`,
      [
        workspaceId,
        rows.map(({ id }) => id),
        rows.map(({ at }) => `p${at + 1}`),
        rows.map(({ at }) => at),
        rows.map(({ heading }) => heading),
        rows.map(({ text }) => text),
      ],
    )
  }
}

/** What one would add to the table to search it by PostgreSQL alone. */
async function addTextSearch(postgres: BenchPostgres, url: string): Promise<void> {
  await postgres.query(
    url,
    `alter table articles add column bench_words tsvector generated always as
       (setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body)) stored`,
  )
  await postgres.query(url, 'create index bench_words_idx on articles using gin (bench_words)')
  await postgres.query(url, 'vacuum analyze articles')
}

/** How long `work` took, and the longest that the event loop stood still meanwhile. */
async function timed(work: () => Promise<unknown>): Promise<{ ms: number; longestMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 2 })
  delay.enable()
  const began = performance.now()
  await work()
  const ms = performance.now() - began
  delay.disable()
  return { ms, longestMs: delay.max / 1e6 }
}

async function askAll(
  name: string,
  questions: SearchCorpus['questions'],
  ask: (q: string, locale: string) => Promise<unknown>,
): Promise<SearchBenchFigures['cells'][number]> {
  // The first hundred warm up what is compiled and cached by anybody.
  for (const { q, locale } of questions.slice(0, 100)) await ask(`${q} `, locale)
  const times: number[] = []
  for (const { q, locale } of questions) {
    const began = performance.now()
    await ask(q, locale)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { name, p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) }
}

export async function benchSearch(
  postgres: BenchPostgres,
  { articles, questions: asked }: { articles: number; questions: number },
  say: (line: string) => void,
): Promise<SearchBenchFigures> {
  const url = await postgres.database()
  await migrate({ url })
  const db = connectDatabase({ url, pool: 4 })
  const bus = createInProcessBus({ onError: console.error })
  const workspaceId = randomUUID()
  say(`search: writing ${articles} articles`)
  const corpus = makeSearchCorpus({ articles, questions: asked })
  const { questions } = corpus
  const passages = corpus.articles.reduce((sum, article) => sum + article.passages.length, 0)
  await fill(db, workspaceId, corpus)
  corpus.articles.length = 0
  const before = heldBytes()
  const search = createSearch({ db, bus })
  try {
    say('search: making the index')
    const built = await timed(() => search.search(workspaceId, 'warm up', { locale: 'en' }))
    const bytes = heldBytes() - before
    say('search: asking')
    const cells = [
      await askAll('Deskbell, what a customer searches', questions, (q, locale) =>
        search.search(workspaceId, q, { locale }),
      ),
      await askAll('Deskbell, passages for the AI agent', questions, (q, locale) =>
        search.passages(workspaceId, q, { locale }),
      ),
    ]
    say('search: changing one article')
    const changed = await timed(async () => {
      await db.query(
        `update articles set title = title || ' zyzzyva' where workspace_id = $1 and slug = 'article-1' returning id`,
        [workspaceId],
      )
      await db.query(
        `insert into knowledge_versions (workspace_id, version) values ($1, 1)
         on conflict (workspace_id) do update set version = knowledge_versions.version + 1`,
        [workspaceId],
      )
      bus.emit('knowledge.changed', { workspaceId })
      for (;;) {
        const { articles: found } = await search.search(workspaceId, 'zyzzyva', { locale: 'en' })
        if (found[0]?.slug === 'article-1') return
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })
    say('search: asking PostgreSQL')
    await addTextSearch(postgres, url)
    cells.push(
      await askAll('PostgreSQL, words by OR, ts_rank, GIN', questions, (q) =>
        db.query(
          `select slug from articles,
             (select replace(plainto_tsquery('english', $2)::text, '&', '|')::tsquery as query) as asked
            where workspace_id = $1 and bench_words @@ query order by ts_rank(bench_words, query) desc limit 10`,
          [workspaceId, q],
        ),
      ),
    )
    return {
      articles,
      passages,
      questions: questions.length,
      cells,
      buildMs: built.ms,
      longestMs: built.longestMs,
      changeMs: changed.ms,
      changeLongestMs: changed.longestMs,
      bytes,
    }
  } finally {
    search.close()
    await db.close()
  }
}
