// The questions each article has answered: kept, counted, bounded, and decided on by an owner. Search reads them as
// further titles. Where they come from is not known here.

import type {
  DecideRemembered,
  MemorySettings,
  MemorySource,
  MemoryState,
  RememberedDecided,
  RememberedPage,
  RememberedQuestion,
} from '../../../sdk/protocol/knowledge-memory.ts'
import { MEMORY_LIMITS } from '../../../sdk/protocol/knowledge-memory.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { type KeptQuestion, readQuestion } from './memory-question.ts'
import { asRemembered, type MemoryRow, REMEMBERED, REMEMBERED_COLUMNS } from './memory-row.ts'
import { SOURCE_WEIGHT } from './memory-weight.ts'

export interface Heard {
  workspaceId: string
  articleId: string
  /** As the customer wrote it. */
  question: string
  /** BCP 47. */
  locale: string
}

export interface RememberedFilter {
  state?: MemoryState | undefined
  source?: MemorySource | undefined
  article?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** `skipped`: not worth keeping, rejected before, or its article is gone. */
export type Remembered = 'kept' | 'counted' | 'skipped'

export interface MemoryDeps {
  db: Database
  bus: Pick<Bus, 'emit'>
  clock: () => Date
  /** Takes out of a text what names a person. */
  redact: (text: string) => string
}

/** By how much a question fades whose asker was not helped by the article. */
const DOUBT = 0.5
/** No further than this does a customer's doubt take what an owner has accepted. */
const ACCEPTED_LEAST = 0.5
/** The best last. */
const SOURCES = (Object.keys(SOURCE_WEIGHT) as MemorySource[]).sort(
  (a, b) => SOURCE_WEIGHT[a] - SOURCE_WEIGHT[b],
)
/** Of a state, the strongest stay. Written in SQL, as it decides what is deleted there. */
const STRENGTH = `weight * (1 + ln(seen)) * power(0.5, extract(epoch from $3::timestamptz - last_seen_at) / 15552000.0)`

const writeCursor = ({ last_seen_at, id }: MemoryRow): string =>
  Buffer.from(`${last_seen_at.toISOString()} ${id}`).toString('base64url')

/** @throws Problem `invalid-request` */
function readCursor(cursor: string | undefined): [at: string | null, id: string | null] {
  if (cursor === undefined) return [null, null]
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
    return [at, id]
  throw new Problem('invalid-request', 'This cursor is none of ours.', {
    errors: [{ pointer: '/cursor', detail: 'is not the `next` of a page' }],
  })
}

export function createMemory({ db, bus, clock, redact }: MemoryDeps) {
  /** Search follows: at once what an owner has decided, a little later what was only heard. */
  async function moved(workspaceId: string, column: 'version' | 'memory', transaction?: Transaction) {
    await db.query(
      `insert into knowledge_versions (workspace_id, ${column}) values ($1, 1)
       on conflict (workspace_id) do update set ${column} = knowledge_versions.${column} + 1`,
      [workspaceId],
      transaction,
    )
  }

  const tell = (workspaceId: string): void => bus.emit('knowledge.changed', { workspaceId })

  /** Lets the weakest go where an article has too many. */
  async function bound(workspaceId: string, articleId: string, transaction: Transaction): Promise<void> {
    await db.query(
      `delete from remembered_questions where workspace_id = $1 and id in (
         select id from (
           select id, state, row_number() over (partition by state order by ${STRENGTH} desc, id) as place,
             row_number() over (partition by state = 'rejected'
               order by state = 'accepted' desc, source = 'owner' desc, ${STRENGTH} desc, id) as place_of_all
           from remembered_questions where workspace_id = $1 and article_id = $2) ranked
          where place_of_all > ${MEMORY_LIMITS.perArticle}
             or (state = 'pending' and place > ${MEMORY_LIMITS.pendingPerArticle}))`,
      [workspaceId, articleId, clock()],
      transaction,
    )
  }

  async function keep(
    { workspaceId, articleId, locale, source }: Omit<Heard, 'question'> & { source: MemorySource },
    { text, normal }: KeptQuestion,
    transaction: Transaction,
  ): Promise<{ id: string; outcome: Remembered } | null> {
    const state: MemoryState = source === 'owner' ? 'accepted' : 'pending'
    const [row] = await db.query<{ id: string; is_new: boolean; state: MemoryState }>(
      `insert into remembered_questions as r
         (id, workspace_id, article_id, question, normal, locale, source, state, weight, first_seen_at, last_seen_at)
       select $1, a.workspace_id, a.id, $4, $5, $6, $7, $8, $9, $10, $10 from articles a
        where a.workspace_id = $2 and a.id = $3
       on conflict (workspace_id, article_id, normal) do update set
         seen = r.seen + 1, last_seen_at = excluded.last_seen_at, weight = greatest(r.weight, excluded.weight),
         source = case when array_position($11::text[], excluded.source) > array_position($11, r.source)
           then excluded.source else r.source end,
         question = case when excluded.source = 'owner' then excluded.question else r.question end,
         state = case when excluded.source = 'owner' then 'accepted' else r.state end
       returning id, state, xmax = 0 as is_new`,
      [
        uuidv7(),
        workspaceId,
        articleId,
        text,
        normal,
        locale,
        source,
        state,
        SOURCE_WEIGHT[source],
        clock(),
        SOURCES,
      ],
      transaction,
    )
    if (!row) return null
    if (row.is_new) await bound(workspaceId, articleId, transaction)
    if (row.state === 'rejected') return { id: row.id, outcome: 'skipped' }
    return { id: row.id, outcome: row.is_new ? 'kept' : 'counted' }
  }

  async function find(workspaceId: string, id: string): Promise<RememberedQuestion> {
    const [row] = await db.query<MemoryRow>(
      `select ${REMEMBERED_COLUMNS} from ${REMEMBERED} where r.workspace_id = $1 and r.id = $2`,
      [workspaceId, id],
    )
    if (!row) throw new Problem('remembered-not-found')
    const { count_pending } = await settings(workspaceId)
    return asRemembered(row, clock().getTime(), count_pending)
  }

  async function settings(workspaceId: string): Promise<MemorySettings> {
    const [row] = await db.query<MemorySettings>(
      'select count_pending from search_settings where workspace_id = $1',
      [workspaceId],
    )
    return row ?? { count_pending: true }
  }

  async function setStates(
    workspaceId: string,
    ids: readonly string[],
    state: MemoryState,
    transaction: Transaction,
  ): Promise<{ id: string; state: MemoryState; article_id: string }[]> {
    // What an owner accepts counts in full, whoever it came from.
    return db.query(
      `update remembered_questions r set state = $3, weight = case when $3 = 'accepted' then 1 else r.weight end
         from (select id, state from remembered_questions
                where workspace_id = $1 and id = any($2::uuid[]) and state <> $3 order by id for update) before
        where r.id = before.id returning r.id, before.state, r.article_id`,
      [workspaceId, ids, state],
      transaction,
    )
  }

  return {
    settings,

    /** Keeps a question for an article, or counts it when it is known. Whatever names a person is left out. */
    async remember(heard: Heard & { source: MemorySource }): Promise<Remembered> {
      const { workspaceId } = heard
      const kept = readQuestion(heard.question, heard.locale, redact)
      if (!kept) return 'skipped'
      return db.transaction(async (transaction) => {
        const done = await keep(heard, kept, transaction)
        if (!done) return 'skipped'
        await moved(workspaceId, 'memory', transaction)
        return done.outcome
      })
    },

    /** Somebody asked this and the article was no help: what is remembered of it fades. */
    async doubt(heard: Heard): Promise<void> {
      const kept = readQuestion(heard.question, heard.locale, redact)
      if (!kept) return
      const rows = await db.query(
        `update remembered_questions set
            weight = greatest(weight * ${DOUBT}, case when state = 'accepted' then ${ACCEPTED_LEAST} else 0 end)
          where workspace_id = $1 and article_id = $2 and normal = $3 and source <> 'owner' returning id`,
        [heard.workspaceId, heard.articleId, kept.normal],
      )
      if (rows.length > 0) await moved(heard.workspaceId, 'memory')
    },

    /** The latest first. @throws Problem `invalid-request` for a cursor that is none */
    async list(workspaceId: string, filter: RememberedFilter): Promise<RememberedPage> {
      const { state, source, article, cursor, limit } = filter
      const rows = await db.query<MemoryRow>(
        `select ${REMEMBERED_COLUMNS} from ${REMEMBERED}
          where r.workspace_id = $1 and ($2::text is null or r.state = $2) and ($3::text is null or r.source = $3)
            and ($4::uuid is null or r.article_id = $4)
            and ($5::timestamptz is null or (r.last_seen_at, r.id) < ($5, $6::uuid))
          order by r.last_seen_at desc, r.id desc limit $7`,
        [workspaceId, state ?? null, source ?? null, article ?? null, ...readCursor(cursor), limit + 1],
      )
      const counted = await db.query<{ state: MemoryState; count: number }>(
        `select state, count(*)::int as count from remembered_questions where workspace_id = $1 group by state`,
        [workspaceId],
      )
      const counts = { pending: 0, accepted: 0, rejected: 0 }
      for (const { state, count } of counted) counts[state] = count
      const { count_pending } = await settings(workspaceId)
      const shown = rows.slice(0, limit)
      return {
        questions: shown.map((row) => asRemembered(row, clock().getTime(), count_pending)),
        next: rows.length > limit ? writeCursor(shown.at(-1)!) : null,
        counts,
      }
    },

    /** Typed by hand, and accepted with that. @throws Problem `article-not-found`, `invalid-request` */
    async add(
      workspaceId: string,
      { articleId, question, locale }: { articleId: string; question: string; locale?: string | undefined },
    ): Promise<RememberedQuestion> {
      const [article] = await db.query<{ locale: string }>(
        'select locale from articles where workspace_id = $1 and id = $2',
        [workspaceId, articleId],
      )
      if (!article) throw new Problem('article-not-found')
      const heard = { workspaceId, articleId, locale: locale ?? article.locale, source: 'owner' } as const
      const kept = worthKeeping(question, heard.locale)
      const done = await db.transaction(async (transaction) => {
        const done = await keep(heard, kept, transaction)
        await moved(workspaceId, 'version', transaction)
        return done
      })
      tell(workspaceId)
      return find(workspaceId, done!.id)
    },

    /** @throws Problem `remembered-not-found`, `invalid-request` */
    async change(
      workspaceId: string,
      id: string,
      { state, question }: { state?: MemoryState | undefined; question?: string | undefined },
    ): Promise<RememberedQuestion> {
      const { locale } = await find(workspaceId, id)
      const kept = question === undefined ? null : worthKeeping(question, locale)
      await db.transaction(async (transaction) => {
        if (kept) {
          // Another row of the same words would be the same question twice.
          const [renamed] = await db.query(
            `update remembered_questions r set question = $3, normal = $4 where workspace_id = $1 and id = $2
                and not exists (select 1 from remembered_questions o where o.workspace_id = $1
                  and o.article_id = r.article_id and o.normal = $4 and o.id <> r.id) returning id`,
            [workspaceId, id, kept.text, kept.normal],
            transaction,
          )
          if (!renamed) throw unfit('This article has a question of these words already.')
        }
        if (state) await setStates(workspaceId, [id], state, transaction)
        await moved(workspaceId, 'version', transaction)
      })
      tell(workspaceId)
      return find(workspaceId, id)
    },

    /** Decides on many; ids that are not there, or in that state already, are passed over. */
    async decide(workspaceId: string, { decisions }: DecideRemembered): Promise<RememberedDecided> {
      const before = await db.transaction(async (transaction) => {
        const changed: Awaited<ReturnType<typeof setStates>> = []
        for (const { ids, state } of decisions)
          changed.push(...(await setStates(workspaceId, ids, state, transaction)))
        for (const articleId of new Set(changed.map(({ article_id }) => article_id)))
          await bound(workspaceId, articleId, transaction)
        if (changed.length > 0) await moved(workspaceId, 'version', transaction)
        return changed
      })
      if (before.length === 0) return { changed: 0, undo: null }
      tell(workspaceId)
      const undo = [...Map.groupBy(before, ({ state }) => state)].map(([state, rows]) => ({
        state,
        ids: rows.map(({ id }) => id),
      }))
      return { changed: before.length, undo: { decisions: undo } }
    },

    /** Forgets it for good; heard again, it is new. @throws Problem `remembered-not-found` */
    async remove(workspaceId: string, id: string): Promise<RememberedQuestion> {
      const found = await find(workspaceId, id)
      await db.transaction(async (transaction) => {
        await db.query(
          'delete from remembered_questions where workspace_id = $1 and id = $2',
          [workspaceId, id],
          transaction,
        )
        await moved(workspaceId, 'version', transaction)
      })
      tell(workspaceId)
      return found
    },

    async set(workspaceId: string, { count_pending }: MemorySettings): Promise<MemorySettings> {
      await db.transaction(async (transaction) => {
        await db.query(
          `insert into search_settings (workspace_id, count_pending) values ($1, $2)
           on conflict (workspace_id) do update set count_pending = excluded.count_pending`,
          [workspaceId, count_pending],
          transaction,
        )
        await moved(workspaceId, 'version', transaction)
      })
      tell(workspaceId)
      return { count_pending }
    },
  }

  /** @throws Problem `invalid-request` */
  function worthKeeping(question: string, locale: string): KeptQuestion {
    const kept = readQuestion(question, locale, redact)
    if (kept) return kept
    throw unfit('A question needs two telling words or more, and no insults.')
  }
}

const unfit = (detail: string): Problem =>
  new Problem('invalid-request', detail, { errors: [{ pointer: '/question', detail }] })

export type Memory = ReturnType<typeof createMemory>
