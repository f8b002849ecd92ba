// A call as the AI agent asks for it: what it is about, how many there may be, and by what a repeated run finds its own.

import { createHash } from 'node:crypto'
import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { Cause } from '../../conversations/conversation-log.ts'
import type { ConversationRow } from '../../conversations/conversation-row.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { derivedUuid } from '../../platform/uuid.ts'

/** Calls since the customer's last message, in a conversation within a day, on a site within a day. */
const MOST = { run: 3, conversation: 20, site: 2000 }

/** What is called, as the one who offers it knows it. */
export interface Callable {
  name: string
  title: string
  explanation: string
  labels: Record<string, string>
  side: 'server' | 'page'
  effect: 'read' | 'write'
  approval: 'none' | 'customer' | 'agent'
  /** Of a tool of the owner's. */
  toolId: string | null
  /** Of a page's: whose page it is. */
  sessionId: string | null
}

export interface CallRequest {
  agent: Actor
  at: { workspaceId: string; conversationId: string; epoch: number }
  /** The log's number of what the run answers. */
  since: number
  tool: Callable
  input: Record<string, unknown>
}

/** @throws Problem `quota-exceeded` with words for the model */
export async function checkCaps(
  db: Pick<Database, 'query'>,
  { at, since, tool, input }: CallRequest,
  row: ConversationRow,
  transaction: Transaction,
): Promise<void> {
  const [counts] = await db.query<{ run: number; conversation: number; site: number; alike: number }>(
    `select (select count(*)::int from conversation_events
              where conversation_id = $1 and type = 'action.requested' and seq > $2) as run,
            (select count(*)::int from assistant_actions
              where conversation_id = $1 and created_at > now() - interval '1 day') as conversation,
            (select count(*)::int from assistant_actions
              where site_id = $3 and created_at > now() - interval '1 day') as site,
            (select count(*)::int from assistant_actions
              where conversation_id = $1 and name = $4 and input = $5::jsonb
                and state in ('pending', 'approved', 'running')) as alike`,
    [at.conversationId, since, row.site_id, tool.name, JSON.stringify(input)],
    transaction,
  )
  if (counts!.alike > 0) throw new Problem('quota-exceeded', 'This very call is under way already.')
  if (counts!.run >= MOST.run || counts!.conversation >= MOST.conversation || counts!.site >= MOST.site)
    throw new Problem('quota-exceeded', 'No more tools can be used now.')
}

/** One call for one state of the log: a run that is repeated finds its first. */
export function callCause({ at, agent, since, tool, input }: CallRequest): Cause {
  const what = createHash('sha256')
    .update(JSON.stringify([tool.name, input]))
    .digest()
  const cid = derivedUuid(at.conversationId, since, at.epoch, 'action', what.toString('hex'))
  return { cid, digest: what, actorId: agent.id! }
}
