// A database that breaks the delivery contract on purpose, each way one that a real mistake could break it. The
// checker has to see every one of them.

import type { Database } from '../../server/platform/database/database.ts'

export type BreakageName = 'ack-before-commit' | 'drop-from-reads' | 'forget-cids' | 'publish-notes'

/** What the schema would still prevent, taken out of it beforehand. */
export const BREAKING_SQL: Partial<Record<BreakageName, string>> = {
  'forget-cids': 'drop index conversation_events_cid_key',
}

const isAppend = (sql: string): boolean => /insert into conversation_events/i.test(sql)
const isLogRead = (sql: string): boolean => /^\s*select[^;]*from conversation_events/i.test(sql)
const isCidLookup = (sql: string): boolean => isLogRead(sql) && /\bcid = /.test(sql)
const CID_CHECK = /and not exists \(select from conversation_events e[^)]*\)/

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

const dropSome = <Row extends object>(rows: Row[]): Row[] =>
  rows.filter((row) => Number((row as { seq?: unknown }).seq ?? 0) % 7 !== 3)

/** The same database with one promise broken. */
export function breakDatabase(db: Database, breakage: BreakageName): Database {
  let appends = 0

  /** Answers as if it were done, and then it is not. */
  async function pretend<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
    let rows: Row[] = []
    const work = db.transaction(async (transaction) => {
      rows = await db.query<Row>(sql, values, transaction)
      throw new Undo()
    })
    await work.catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
    return rows
  }

  async function prepared<Row extends object>(name: string, sql: string, values: unknown[]): Promise<Row[]> {
    if (breakage === 'ack-before-commit' && isAppend(sql) && ++appends % 10 === 0) return pretend(sql, values)
    if (breakage === 'forget-cids')
      return db.prepared<Row>(`forgetful-${name}`, sql.replace(CID_CHECK, ''), values)
    const rows = await db.prepared<Row>(name, sql, values)
    return breakage === 'drop-from-reads' && isLogRead(sql) ? dropSome(rows) : rows
  }

  async function query<Row extends object>(...args: Parameters<Database['query']>): Promise<Row[]> {
    const [sql, bind, transaction] = args
    if (breakage === 'forget-cids' && isCidLookup(sql)) return []
    if (breakage === 'publish-notes' && isAppend(sql))
      return db.query<Row>(sql, publishNotes(bind as unknown[]), transaction)
    const rows = await db.query<Row>(sql, bind, transaction)
    return breakage === 'drop-from-reads' && isLogRead(sql) && !isCidLookup(sql) ? dropSome(rows) : rows
  }

  return { ...db, query: query as Database['query'], prepared: prepared as Database['prepared'] }
}
