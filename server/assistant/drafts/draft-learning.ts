// A draft that was good enough to be sent teaches search: the articles it rested on have answered this question.

import type { ConversationRow } from '../../conversations/conversation-row.ts'
import type { Memory } from '../../knowledge/memory/memory.service.ts'
import type { Database } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Log } from '../../platform/log.ts'

export interface AcceptedDraft {
  row: ConversationRow
  question: string
  slugs: string[]
}

export interface DraftLearningDeps {
  db: Database
  log: Pick<Log, 'warn'>
  memory: Pick<Memory, 'remember'>
}

export function createDraftLearning({ db, log, memory }: DraftLearningDeps) {
  /** Never throws: the answer is sent, whatever search makes of it. */
  return async function learn({ row, question, slugs }: AcceptedDraft): Promise<void> {
    try {
      // The first source carries the answer; what else is cited adds to it.
      const [article] = await db.query<{ id: string; locale: string }>(
        'select id, locale from articles where workspace_id = $1 and slug = $2',
        [row.workspace_id, slugs[0]],
      )
      if (!article) return
      const { id: articleId, locale } = article
      await memory.remember({
        workspaceId: row.workspace_id,
        articleId,
        question,
        locale: row.locale ?? locale,
        source: 'accepted_answer',
      })
    } catch (error) {
      log.warn({ error: errorFields(error), conversation: row.id }, 'drafts: a question could not be kept')
    }
  }
}
