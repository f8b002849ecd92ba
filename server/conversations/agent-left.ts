// What an agent has open when their access ends goes back to the queue: a durable job, so that nothing stays with
// somebody who is not there any more, whatever happens to the process meanwhile.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { Problem } from '../platform/problem.ts'
import type { ConversationLog } from './conversation-log.ts'
import type { Handoff } from './handoff.service.ts'
import { isOpen } from './lifecycle.ts'

declare module '../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'agent.left': { workspace_id: string; agent_id: string }
  }
}

/** Looked for in one go; each is a transaction of its own. */
const AT_ONCE = 200

export interface AgentLeftDeps {
  db: Pick<Database, 'query'>
  jobs: Pick<Jobs, 'add' | 'handle'>
  log: Pick<ConversationLog, 'append'>
  handoff: Pick<Handoff, 'toQueue'>
}

export function createAgentLeft({ db, jobs, log, handoff }: AgentLeftDeps) {
  async function release(workspaceId: string, conversationId: string, agent: Actor): Promise<void> {
    try {
      await log.append({ workspaceId, conversationId }, (row) => {
        if (row.assignee_id !== agent.id || !isOpen(row.status)) throw new Problem('stale-assignment')
        return handoff.toQueue(row, agent, 'agent_left', null)
      })
    } catch (error) {
      // Somebody has been quicker.
      if (!(error instanceof Problem && error.code === 'stale-assignment')) throw error
    }
  }

  jobs.handle('agent.left', async ({ workspace_id: workspaceId, agent_id: agentId }) => {
    // Whoever was let in again meanwhile keeps what they have.
    const [agent] = await db.query<Actor>(
      'select id, kind, name from agents where workspace_id = $1 and id = $2 and disabled_at is not null',
      [workspaceId, agentId],
    )
    if (!agent) return
    for (;;) {
      const rows = await db.query<{ id: string }>(
        `select id from conversations where workspace_id = $1 and assignee_id = $2 and is_open
          order by updated_at limit ${AT_ONCE}`,
        [workspaceId, agentId],
      )
      for (const { id } of rows) await release(workspaceId, id, agent)
      if (rows.length < AT_ONCE) return
    }
  })

  return {
    /** Done once the transaction that ends their access has committed. */
    release: ({ workspaceId, agentId }: { workspaceId: string; agentId: string }, transaction: Transaction) =>
      jobs.add('agent.left', { workspace_id: workspaceId, agent_id: agentId }, {}, transaction),
  }
}
