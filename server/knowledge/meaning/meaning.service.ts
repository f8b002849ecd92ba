// Search by meaning, where an embedding model is set: passages and questions get vectors by a durable job, a query gets
// one under a deadline. Whatever fails here, search goes on with words alone.

import { createHash } from 'node:crypto'
import { type Breaker, createBreaker } from '../../platform/breaker.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { within } from '../../platform/deadline.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import { createSearchSources, type SearchSource, type SourceArticle } from '../search-source.ts'
import type { Embeddings } from './embedding-client.ts'
import { createMeaningLayer, type MeaningLayer, type OwnedText } from './meaning-layer.ts'
import { createVectorStore } from './vector-store.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    /** `dimensions`: vectors of any other length are of a model that is no more. */
    'search.embed': { workspaceId: string; dimensions?: number }
  }
}

export interface MeaningDeps {
  db: Database
  bus: Pick<Bus, 'on' | 'emit'>
  jobs: Pick<Jobs, 'add' | 'handle'>
  log: Pick<Log, 'info' | 'warn'>
  metrics: Pick<Metrics, 'embedding'>
  clock: () => Date
  embeddings: Embeddings
  /** How long a search waits for its query's vector. */
  deadlineMs?: number
}

export interface MeaningFailure {
  at: string
  detail: string
}

const DEADLINE_MS = 300
/** A late vector is still good for the next who asks the same. */
const QUERY_TIMEOUT_MS = 5000
const BATCH_TIMEOUT_MS = 30_000
/** Texts of one request. */
const BATCH = 64
const QUERIES_KEPT = 500
/** A burst of changes is one job. */
const SETTLE_MS = 3000
const ATTEMPTS = 25

/** As search has them: what stands above a passage is part of what it says. */
const passageText = (title: string, heading: string, text: string): string =>
  [title, heading, text].filter(Boolean).join('\n')

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Digests are costly in thousands, and articles that have not changed are the same objects again. */
function createTexts() {
  const known = new WeakMap<SourceArticle, OwnedText[]>()
  return function textsOf(one: SourceArticle): OwnedText[] {
    let texts = known.get(one)
    if (!texts) {
      const { id, title, questions, remembered = [], passages } = one.article
      const all = [
        ...[title, ...questions, ...remembered.map(({ text }) => text)],
        ...passages.map(({ heading, text }) => passageText(title, heading, text)),
      ]
      texts = all.map((text) => ({ articleId: id, text, digest: digestOf(text) }))
      known.set(one, texts)
    }
    return texts
  }
}

export function createMeaning({
  db,
  bus,
  jobs,
  log,
  metrics,
  clock,
  embeddings,
  deadlineMs = DEADLINE_MS,
}: MeaningDeps) {
  const { model } = embeddings
  const store = createVectorStore({ db, log })
  const sources = createSearchSources({ db, now: () => clock().getTime() })
  const textsOf = createTexts()
  const breaker: Breaker = createBreaker({ clock, failures: 5, withinMs: 30_000, openMs: 30_000 })
  const queries = new Map<string, Promise<Float32Array>>()
  const asked = new Map<string, number>()
  let lastFailure: MeaningFailure | null = null

  function failed(error: unknown, doing: string): void {
    const detail = (error as Error).message
    lastFailure = { at: clock().toISOString(), detail }
    log.warn({ model, detail }, `search: ${doing} failed`)
  }

  const enqueue = (workspaceId: string, payload: { dimensions?: number } = {}): Promise<void> =>
    jobs.add(
      'search.embed',
      { workspaceId, ...payload },
      {
        key: `search.embed ${workspaceId}`,
        queue: `search.embed ${workspaceId}`,
        runAt: new Date(clock().getTime() + SETTLE_MS),
        maxAttempts: ATTEMPTS,
      },
    )

  /** At most once a while: the job reads all there is when it runs. */
  function want(workspaceId: string, payload?: { dimensions: number }): void {
    const now = clock().getTime()
    if (!payload && now - (asked.get(workspaceId) ?? Number.NEGATIVE_INFINITY) < SETTLE_MS / 2) return
    asked.set(workspaceId, now)
    enqueue(workspaceId, payload).catch((error: unknown) => failed(error, 'asking for vectors'))
  }

  const stop = bus.on('knowledge.changed', ({ workspaceId }) => want(workspaceId))

  const distinct = (source: SearchSource): Map<string, string> =>
    new Map([...source.articles.values()].flatMap(textsOf).map(({ digest, text }) => [digest, text]))

  /** Gives every text its vector; what has one is not asked for again. Begun anew, it goes on where it was. */
  async function embedAll(
    workspaceId: string,
    { dimensions }: { dimensions?: number } = {},
  ): Promise<number> {
    const texts = distinct(await sources.load(workspaceId))
    await store.keepOnly(workspaceId, model, [...texts.keys()], dimensions)
    const known = await store.known(workspaceId, model, [...texts.keys()])
    const missing = [...texts].filter(([digest]) => !known.has(digest))
    let length = dimensions
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH)
      let vectors: Float32Array[]
      try {
        vectors = await embeddings.embed(
          batch.map(([, text]) => text),
          { timeoutMs: BATCH_TIMEOUT_MS },
        )
      } catch (error) {
        metrics.embedding('texts', 'failed')
        failed(error, 'giving texts their vectors')
        throw error
      }
      metrics.embedding('texts', 'ok')
      const own = vectors[0]!.length
      // Another length than before: the model behind the name is another, and its vectors compare with none of the old.
      if (length !== own && known.size > 0)
        if (await store.dropOtherLengths(workspaceId, model, own))
          return embedAll(workspaceId, { dimensions: own })
      length = own
      await store.write(workspaceId, model, new Map(batch.map(([digest], at) => [digest, vectors[at]!])))
    }
    if (missing.length > 0) {
      await db.query(
        `insert into knowledge_versions (workspace_id, version) values ($1, 1)
         on conflict (workspace_id) do update set version = knowledge_versions.version + 1`,
        [workspaceId],
      )
      log.info({ model, texts: texts.size, embedded: missing.length }, 'search: texts have their vectors')
    }
    return missing.length
  }

  jobs.handle('search.embed', async ({ workspaceId, dimensions }) => {
    await embedAll(workspaceId, dimensions === undefined ? {} : { dimensions })
  })

  function ask(text: string): Promise<Float32Array> {
    const known = queries.get(text)
    if (known) {
      queries.delete(text)
      queries.set(text, known)
      return known
    }
    const vector = embeddings.embed([text], { timeoutMs: QUERY_TIMEOUT_MS }).then(([one]) => one!)
    queries.set(text, vector)
    if (queries.size > QUERIES_KEPT) queries.delete(queries.keys().next().value!)
    vector.catch(() => queries.get(text) === vector && queries.delete(text))
    return vector
  }

  return {
    model,
    embedAll,
    lastFailure: (): MeaningFailure | null => lastFailure,
    isFailing: (): boolean => breaker.isOpen(),
    storeKind: store.kind,

    /** A query's vector; null where it cannot be had in time. */
    async query(text: string): Promise<Float32Array | null> {
      const isKept = queries.has(text)
      if (!isKept && !breaker.enter()) {
        metrics.embedding('query', 'skipped')
        return null
      }
      try {
        const vector = await within(deadlineMs, ask(text))
        if (!isKept) breaker.succeed()
        metrics.embedding('query', isKept ? 'kept' : 'ok')
        return vector
      } catch (error) {
        breaker.fail()
        metrics.embedding('query', 'failed')
        failed(error, 'a query’s vector')
        return null
      }
    },

    /** What an index knows of meanings; what has no vector yet is asked for. */
    async layer(
      workspaceId: string,
      source: SearchSource,
      before?: MeaningLayer,
    ): Promise<MeaningLayer | null> {
      try {
        const texts = [...source.articles.values()].flatMap(textsOf)
        const layer = await createMeaningLayer({ store, model, workspaceId, texts, before })
        if (layer.embedded < layer.texts) want(workspaceId)
        return layer
      } catch (error) {
        failed(error, 'reading vectors')
        return null
      }
    },

    /** The model answers in another length than it did. */
    lengthChanged(workspaceId: string, dimensions: number): void {
      failed(
        new Error(`Vectors now have ${dimensions} dimensions; all texts are embedded anew.`),
        'comparing vectors',
      )
      want(workspaceId, { dimensions })
    },
    nearFailed: (error: unknown): void => failed(error, 'comparing vectors'),
    close: stop,
  }
}

export type Meaning = ReturnType<typeof createMeaning>
