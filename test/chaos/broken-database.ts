// A database that breaks the delivery contract on purpose, each way one that a real mistake could break it. The
// checker has to see every one of them.

import type { Database } from '../../server/platform/database/database.ts'

export const BREAKAGES = ['ack-before-commit', 'drop-from-reads', 'forget-cids', 'publish-notes'] as const
export type Breakage = (typeof BREAKAGES)[number]

const isAppend = (sql: string): boolean => /insert into conversation_events/i.test(sql)
const isLogRead = (sql: string): boolean => /^\s*select[^;]*from conversation_events/i.test(sql)
const isCidLookup = (sql: string): boolean => isLogRead(sql) && /\bcid = /.test(sql)

class Undo extends Error {}

interface NewRow {
  type: string
  pub_seq: number | null
}

/** The binds of an append whose notes get public numbers, as if somebody had forgotten what a note is. */
function publishNotes(bind: readonly unknown[]): unknown[] {
  const [id, rows, patch, seq, head] = bind as [string, string, string, number, number]
  let pubSeq = head
  const published = (JSON.parse(rows) as NewRow[]).map((row) =>
    row.type === 'note.created' ? { ...row, pub_seq: ++pubSeq } : row,
  )
  return [id, JSON.stringify(published), patch, seq, pubSeq]
}

/** The same database with one promise broken. */
export function breakDatabase(db: Database, breakage: Breakage): Database {
  let appends = 0

  async function prepared<Row extends object>(name: string, sql: string, values: unknown[]): Promise<Row[]> {
    if (breakage !== 'ack-before-commit' || !isAppend(sql) || ++appends % 10 > 0)
      return db.prepared<Row>(name, sql, values)
    // Answered as if it were done, and then it is not.
    let rows: Row[] = []
    await db
      .transaction(async (transaction) => {
        rows = await db.query<Row>(sql, values, transaction)
        throw new Undo()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error
      })
    return rows
  }

  async function query<Row extends object>(...args: Parameters<Database['query']>): Promise<Row[]> {
    const [sql, bind, transaction] = args
    if (breakage === 'forget-cids' && isCidLookup(sql)) return []
    if (breakage === 'publish-notes' && isAppend(sql))
      return db.query<Row>(sql, publishNotes(bind as unknown[]), transaction)
    const rows = await db.query<Row>(sql, bind, transaction)
    if (breakage === 'drop-from-reads' && isLogRead(sql) && rows.length > 2)
      return rows.filter((row) => Number((row as { seq?: unknown }).seq ?? 0) % 7 !== 3)
    return rows
  }

  return { ...db, query: query as Database['query'], prepared: prepared as Database['prepared'] }
}
