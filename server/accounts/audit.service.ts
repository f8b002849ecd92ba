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

const toView = (row: EntryRow): AuditEntryView => ({
  id: row.id,
  at: row.created_at.toISOString(),
  agent: row.agent_id && row.agent_name ? { id: row.agent_id, name: row.agent_name } : null,
  action: row.action,
  data: row.data,
})

export function createAudit({ db }: { db: Pick<Database, 'query'> }) {
  return {
    async record(
      { workspaceId, agentId, action, data = {} }: AuditEntry,
      transaction?: Transaction,
    ): Promise<void> {
      await db.query(
        `insert into audit_entries (id, workspace_id, agent_id, action, data)
         values ($1, $2, $3, $4, $5::jsonb) returning id`,
        [uuidv7(), workspaceId, agentId, action, JSON.stringify(data)],
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
      }: Partial<Record<'action' | 'agentId' | 'before', string | null>>,
    ): Promise<AuditPage> {
      const rows = await db.query<EntryRow>(
        `select e.id, e.agent_id, a.name as agent_name, e.action, e.data, e.created_at
           from audit_entries e left join agents a on a.id = e.agent_id and a.workspace_id = e.workspace_id
          where e.workspace_id = $1 and ($2::text is null or e.action = $2)
            and ($3::uuid is null or e.agent_id = $3) and ($4::uuid is null or e.id < $4)
          order by e.id desc limit ${PAGE + 1}`,
        [workspaceId, action, agentId, before],
      )
      const entries = rows.slice(0, PAGE).map(toView)
      return { entries, next_cursor: rows.length > PAGE ? entries.at(-1)!.id : null }
    },
  }
}

export type Audit = ReturnType<typeof createAudit>
