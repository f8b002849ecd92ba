// Who did what to accounts and settings. Written beside the deed, never changed.

import type { AuditEntryView, AuditPage } from '../../sdk/protocol/team-admin.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { uuidv7 } from '../platform/uuid.ts'

export interface AuditEntry {
  workspaceId: string
  /** Null when nobody is known, as after a wrong e-mail. */
  agentId: string | null
  action:
    | 'login'
    | 'login.failed'
    | 'login.by_link'
    | 'logout'
    | 'password.set'
    | 'login.by_host'
    | 'agent.created'
    | 'agent.invited'
    | 'agent.changed'
    | 'agent.disabled'
    | 'agent.enabled'
    | 'department.created'
    | 'department.changed'
    | 'department.deleted'
    | 'workspace.changed'
    | 'api_key.created'
    | 'api_key.revoked'
    | 'console_key.created'
    | 'console_key.revoked'
    | 'site.changed'
    | 'assistant.changed'
    | 'assistant.corrected'
    | 'assistant.case_removed'
    | 'identity_key.created'
    | 'identity_key.revoked'
    | 'tool.created'
    | 'tool.changed'
    | 'tool.deleted'
    | 'tool.secret_rotated'
    | 'tool.tested'
    | 'search.memory_changed'
    | 'article.created'
    | 'article.changed'
    | 'article.published'
    | 'article.unpublished'
    | 'article.archived'
    | 'article.unarchived'
    | 'article.deleted'
    | 'article.undeleted'
    | 'article.restored'
    | 'article.import_begun'
    | 'article.import_cancelled'
    | 'article.exported'
    | 'article_category.changed'
    | 'search.synonyms_changed'
    | 'contact_note.deleted'
    | 'tag.created'
    | 'tag.changed'
    | 'tag.deleted'
    | 'topic.changed'
    | 'topic.deleted'
    | 'field.changed'
    | 'field.deleted'
    | 'canned_reply.changed'
    | 'canned_reply.deleted'
    | 'macro.changed'
    | 'macro.deleted'
    | 'view.shared'
    | 'view.changed'
    | 'view.removed'
  /** Facts about the deed; never a secret. */
  data?: Record<string, unknown>
}

interface EntryRow {
  id: string
  agent_id: string | null
  agent_name: string | null
  action: string
  data: Record<string, unknown>
  created_at: Date
}

const PAGE = 50

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** So many ids of an entry are named. */
const NAMED = 100

const idsIn = (data: object): string[] => [...new Set(JSON.stringify(data).match(UUID))].slice(0, NAMED)

type Names = Record<string, string>

const toView = ({ data: { names, ...data }, ...row }: EntryRow, now: Names): AuditEntryView => ({
  id: row.id,
  at: row.created_at.toISOString(),
  agent: row.agent_id && row.agent_name ? { id: row.agent_id, name: row.agent_name } : null,
  action: row.action,
  data,
  // As they were called then; entries from before names were kept, as they are called now.
  names: (names as Names | undefined) ?? pick(now, idsIn(data)),
})

const pick = (names: Names, ids: readonly string[]): Names =>
  Object.fromEntries(ids.flatMap((id) => (names[id] === undefined ? [] : [[id, names[id]]])))

export function createAudit({ db }: { db: Pick<Database, 'query'> }) {
  /** What these are called: colleagues, departments, sites. */
  async function namesOf(
    workspaceId: string,
    ids: readonly string[],
    transaction?: Transaction,
  ): Promise<Names> {
    if (ids.length === 0) return {}
    const rows = await db.query<{ id: string; name: string }>(
      ['agents', 'departments', 'sites']
        .map((table) => `select id, name from ${table} where workspace_id = $1 and id = any($2::uuid[])`)
        .join(' union all '),
      [workspaceId, ids],
      transaction,
    )
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
  }

  return {
    async record(
      { workspaceId, agentId, action, data = {} }: AuditEntry,
      transaction?: Transaction,
    ): Promise<void> {
      const names = await namesOf(workspaceId, idsIn(data), transaction)
      const told = Object.keys(names).length > 0 ? { ...data, names } : data
      await db.query(
        `insert into audit_entries (id, workspace_id, agent_id, action, data)
         values ($1, $2, $3, $4, $5::jsonb) returning id`,
        [uuidv7(), workspaceId, agentId, action, JSON.stringify(told)],
        transaction,
      )
    },

    /** Newest first. `before`: the last entry's id of the page before. */
    async list(
      workspaceId: string,
      {
        action = null,
        agentId = null,
        before = null,
        since = null,
        until = null,
      }: Partial<Record<'action' | 'agentId' | 'before' | 'since' | 'until', string | null>>,
    ): Promise<AuditPage> {
      const rows = await db.query<EntryRow>(
        `select e.id, e.agent_id, a.name as agent_name, e.action, e.data, e.created_at
           from audit_entries e left join agents a on a.id = e.agent_id and a.workspace_id = e.workspace_id
          where e.workspace_id = $1 and ($2::text is null or e.action = $2)
            and ($3::uuid is null or e.agent_id = $3) and ($4::uuid is null or e.id < $4)
            and ($5::timestamptz is null or e.created_at >= $5) and ($6::timestamptz is null or e.created_at < $6)
          order by e.id desc limit ${PAGE + 1}`,
        [workspaceId, action, agentId, before, since, until],
      )
      const shown = rows.slice(0, PAGE)
      const unnamed = shown.filter(({ data }) => data.names === undefined).map(({ data }) => data)
      const now = await namesOf(workspaceId, idsIn(unnamed))
      const entries = shown.map((row) => toView(row, now))
      return { entries, next_cursor: rows.length > PAGE ? entries.at(-1)!.id : null }
    },
  }
}

export type Audit = ReturnType<typeof createAudit>
