// Pages of a full inbox and its counts, one after the other, beside a bare round trip to the same database in the same
// run; and how many conversations PostgreSQL read for each, by its own account.

import { InboxView } from '../../sdk/protocol/conversation.ts'
import { InboxFilter, InboxSort } from '../../sdk/protocol/triage.ts'
import { createConversationViews } from '../../server/conversations/conversation-view.ts'
import { createInbox } from '../../server/conversations/inbox/inbox.service.ts'
import { createInboxCounter } from '../../server/conversations/inbox/inbox-counts.ts'
import { createSavedViews } from '../../server/conversations/inbox/saved-view.service.ts'
import { connectDatabase, type Database } from '../../server/platform/database/database.ts'
import { migrate } from '../../server/platform/database/migrate.ts'
import type { BenchPostgres } from './bench-postgres.ts'
import { fillInbox, type InboxSize, idOf, WORKSPACE } from './made-up-inbox.ts'
import { percentile } from './percentile.ts'

export interface InboxCell {
  name: string
  p50: number
  p95: number
  p99: number
  /** Conversations PostgreSQL read for one. */
  read: number
}

export interface InboxFigures extends InboxSize {
  cells: InboxCell[]
}

const ME = {
  side: 'agent',
  id: idOf('agent', 3),
  kind: 'human',
  name: 'Agent 3',
  role: 'agent',
  workspaceId: WORKSPACE,
  sessionId: '',
  sessionKind: 'browser',
} as const

interface PlanNode {
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

/** Rows of the table that a plan's nodes have read. */
function readIn(node: PlanNode): number {
  const { Plans = [] } = node
  const own =
    node['Relation Name'] === 'conversations'
      ? (node['Actual Rows'] +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)) *
        node['Actual Loops']
      : 0
  return Plans.reduce((sum, each) => sum + readIn(each), own)
}

export async function benchInbox(
  postgres: BenchPostgres,
  { sizes, times }: { sizes: readonly InboxSize[]; times: number },
  say: (line: string) => void,
): Promise<InboxFigures[]> {
  const figures: InboxFigures[] = []
  for (const size of sizes) {
    say(`inbox: writing ${size.conversations} conversations, ${size.open} of them open`)
    const url = await postgres.database()
    await migrate({ url })
    const db = connectDatabase({ url, pool: 4 })
    try {
      await fillInbox(db, size)
      say('inbox: asking')
      figures.push({ ...size, cells: await measure(db, times) })
    } finally {
      await db.close()
    }
  }
  return figures
}

async function measure(db: Database, times: number): Promise<InboxCell[]> {
  const asked: { sql: string; binds: readonly unknown[] }[] = []
  const watched: Database = {
    ...db,
    query: (sql, binds = [], transaction) => {
      asked.push({ sql, binds: binds as readonly unknown[] })
      return db.query(sql, binds, transaction)
    },
    prepared: (name, text, values) => {
      asked.push({ sql: text, binds: values })
      return db.prepared(name, text, values)
    },
  }
  const views = createConversationViews({
    db: watched,
    staffing: { isStaffed: () => true, estimatedWait: () => null },
  })
  const saved = createSavedViews({ db: watched, audit: { record: async () => {} } })
  const inbox = createInbox({ db: watched, views, counter: createInboxCounter({ db: watched, saved }) })

  async function cell(name: string, ask: () => Promise<unknown>): Promise<InboxCell> {
    for (let n = 0; n < 5; n += 1) await ask()
    asked.length = 0
    await ask()
    let read = 0
    for (const { sql, binds } of [...asked]) {
      const [row] = await db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
        `explain (analyze, format json) ${sql}`,
        binds,
      )
      read += readIn(row!['QUERY PLAN'][0]!.Plan)
    }
    const taken: number[] = []
    for (let n = 0; n < times; n += 1) {
      const began = performance.now()
      await ask()
      taken.push(performance.now() - began)
    }
    taken.sort((a, b) => a - b)
    return {
      name,
      p50: percentile(taken, 0.5),
      p95: percentile(taken, 0.95),
      p99: percentile(taken, 0.99),
      read,
    }
  }

  const page = (input: Partial<Parameters<typeof inbox.list>[1]>) => () =>
    inbox.list(ME, { view: 'open', limit: 50, ...input })
  const filtered = (filter: InboxFilter) => page({ filter: InboxFilter.parse(filter) })

  const cells: InboxCell[] = []
  for (const view of InboxView.options) cells.push(await cell(`First page of “${view}”`, page({ view })))
  cells.push(await cell('Counts of views, six teams and ten saved views', () => inbox.counts(ME)))
  for (const sort of InboxSort.options.filter((each) => each !== 'newest'))
    cells.push(await cell(`“open” by ${sort}`, page({ sort })))
  cells.push(
    await cell('A team’s', filtered({ department_ids: [idOf('department', 2)] })),
    await cell('One tag of a hundred', filtered({ tag_ids: [idOf('tag', 7)] })),
    await cell('A word in most', filtered({ text: 'parcel' })),
    await cell('A word in none, first piece', filtered({ text: 'zyzzyva' })),
  )
  let cursor: string | undefined
  for (let n = 0; n < 20; n += 1) {
    const { next_cursor } = await inbox.list(ME, { view: 'resolved', limit: 50, cursor })
    cursor = next_cursor ?? undefined
  }
  cells.push(await cell('“resolved” behind a thousand', page({ view: 'resolved', cursor })))
  cells.push(await cell('A bare round trip', () => db.query('select 1 as one')))
  return cells
}
