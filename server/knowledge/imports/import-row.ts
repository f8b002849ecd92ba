// Imports as rows, and rows as the protocol's objects. Knows no statement that writes.

import type { ArticleImport, ImportOutcome } from '../../../sdk/protocol/knowledge-import.ts'

export type ImportKind = ArticleImport['kind']
export type ImportState = ArticleImport['state']

/** What it was begun with. */
export interface ImportOptions {
  publish: boolean
  locale?: string
  category_id?: string | null
  sites?: string[] | null
  /** Of a website. */
  url?: string
  path?: string
  limit?: number
  found?: number
}

export interface ImportRow {
  id: string
  kind: ImportKind
  state: ImportState
  options: ImportOptions
  problem: string | null
  agent_id: string | null
  created_at: Date
  created_exactly: string
  finished_at: Date | null
  total: number
  done: number
  created: number
  updated: number
  unchanged: number
  failed: number
  skipped: number
  noted: number
}

export interface ItemRow {
  position: number
  source: string
  outcome: ImportOutcome
  reason: string | null
  article_id: string | null
}

const outcome = (name: ImportOutcome): string =>
  `count(*) filter (where x.outcome = '${name}')::int as ${name}`

/** Each import with how far it is. `$1` is the workspace. */
export const IMPORTS = `
  select i.id, i.kind, i.state, i.options, i.problem, i.agent_id, i.created_at, i.created_at::text as created_exactly,
         i.finished_at, n.*
    from article_imports i, lateral (
      select count(*)::int as total, count(*) filter (where x.outcome <> 'waiting')::int as done,
             ${outcome('created')}, ${outcome('updated')}, ${outcome('unchanged')}, ${outcome('failed')},
             ${outcome('skipped')},
             count(*) filter (where x.reason is not null and x.outcome in ('created', 'updated', 'unchanged'))::int as noted
        from article_import_items x where x.workspace_id = i.workspace_id and x.import_id = i.id) n
   where i.workspace_id = $1`

export const asImport = (row: ImportRow): ArticleImport => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  url: row.options.url ?? null,
  publish: row.options.publish,
  done: row.done,
  total: row.total,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  failed: row.failed,
  skipped: row.skipped,
  noted: row.noted,
  found: row.options.found ?? null,
  problem: row.problem,
  created_at: row.created_at.toISOString(),
  finished_at: row.finished_at?.toISOString() ?? null,
})
