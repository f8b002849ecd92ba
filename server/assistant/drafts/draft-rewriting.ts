// A draft written anew to an agent's wish: a durable job. Until it has come, and where nothing comes, the old one stands.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { ConversationLog } from '../../conversations/conversation-log.ts'
import type { ConversationRow } from '../../conversations/conversation-row.ts'
import type { Database } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { JobPayloads, JobRun, Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import { spokenMessages, turnOf } from '../conversation-turns.ts'
import type { Turn } from '../pipeline/asked.ts'
import type { Outcome } from '../pipeline/outcome.ts'
import type { Drafts } from './draft.service.ts'

const TRIES = 3
/** Of the log: more than a prompt takes. */
const EVENTS = 60

export interface DraftRewritingDeps {
  db: Database
  jobs: Pick<Jobs, 'handle'>
  log: Pick<Log, 'warn'>
  conversationLog: Pick<ConversationLog, 'read'>
  drafts: Pick<Drafts, 'replace' | 'failed'>
  assistantOf: (workspaceId: string) => Promise<Actor | null>
  /** What the AI agent would say now; nothing is sent by it. */
  rehearse: (row: ConversationRow, turns: Turn[], instruction: string) => Promise<Outcome>
}

export function registerDraftRewriting(deps: DraftRewritingDeps): void {
  const { db, jobs, log, conversationLog, drafts, assistantOf, rehearse } = deps

  async function rewrite(payload: JobPayloads['assistant.redraft'], { attempt }: JobRun): Promise<void> {
    const { workspace_id: workspaceId, conversation_id: conversationId, draft_id: draftId } = payload
    const { instruction } = payload
    const [row] = await db.query<ConversationRow>(
      'select * from conversations where id = $1 and workspace_id = $2',
      [conversationId, workspaceId],
    )
    const assistant = await assistantOf(workspaceId)
    // Decided meanwhile, or written anew already by a run that died before it said so.
    if (!row || !assistant || row.draft_id !== draftId) return
    const where = { workspaceId, conversationId }
    try {
      const events = await conversationLog.read(conversationId, 'agent', { limit: EVENTS, newest: true })
      const outcome = await rehearse(row, spokenMessages(events).map(turnOf), instruction)
      if (!('draft' in outcome)) return await drafts.failed(assistant, where, draftId, 'unsure')
      const { draft, confidence, topic } = outcome
      // A quotation follows no instruction: the model did not answer.
      if (draft.answer === 'quoted') return await drafts.failed(assistant, where, draftId, 'unavailable')
      await drafts.replace(assistant, where, draftId, { draft, confidence, topic, instruction })
    } catch (error) {
      if (attempt < TRIES) throw error
      log.warn({ error: errorFields(error), conversation: conversationId }, 'drafts: none could be written')
      await drafts.failed(assistant, where, draftId, 'unavailable')
    }
  }

  jobs.handle('assistant.redraft', rewrite)
}
