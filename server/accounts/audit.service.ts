// Who did what to accounts and settings. Written beside the deed, never changed.

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
    | 'agent.created'
    | 'agent.disabled'
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
  /** Facts about the deed; never a secret. */
  data?: Record<string, unknown>
}

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
  }
}

export type Audit = ReturnType<typeof createAudit>
