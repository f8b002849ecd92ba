// Whispers: kept beside the log and not in it, so that no reader of a log has anything to leave out. Whoever asks is told
// those they wrote and those that were for them.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { CommandParsed } from '../../../sdk/protocol/command.ts'
import type { Whisper } from '../../../sdk/protocol/whisper.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import { cutText } from '../../platform/cut-text.ts'
import type { Database } from '../../platform/database/database.ts'
import { markdownToTree } from '../../platform/markdown/markdown-tree.ts'
import { treePreview } from '../../platform/markdown/tree-text.ts'
import { Problem } from '../../platform/problem.ts'
import { actorOf } from '../access.ts'
import type { Cause } from '../conversation-log.ts'
import type { Notifications } from '../notifications/notification.service.ts'

declare module '../../platform/bus/bus.ts' {
  interface BusTopics {
    /** For the sockets of its author and of whom it is for, and no others. Other nodes read it. */
    'whisper.added': {
      workspace_id: string
      id: string
      agent_ids: string[]
      here?: { whisper: Whisper }
    }
  }
}

/** Of one conversation, the latest. */
const MOST = 100
const PREVIEW = 140

interface Row {
  id: string
  conversation_id: string
  author_id: string
  author_name: string
  agent_id: string
  agent_name: string
  body: string
  after_seq: string
  created_at: Date
}

const SELECT = `select s.id, s.conversation_id, s.author_id, w.name as author_name, s.agent_id, a.name as agent_name,
    s.body, s.after_seq, s.created_at
  from whispers s join agents w on w.id = s.author_id join agents a on a.id = s.agent_id`

const toWhisper = (row: Row): Whisper => ({
  id: row.id,
  conversation_id: row.conversation_id,
  by: { id: row.author_id, name: row.author_name },
  to: { id: row.agent_id, name: row.agent_name },
  body: row.body,
  content: markdownToTree(row.body, { citations: 0, breaks: true }),
  after_seq: Number(row.after_seq),
  at: row.created_at.toISOString(),
})

export interface WhisperDeps {
  db: Database
  bus: Pick<Bus, 'emit'>
  notifications: Pick<Notifications, 'record'>
  /** @throws Problem `agent-not-found` */
  agentActor: (workspaceId: string, agentId: string) => Promise<Actor>
}

export function createWhispers({ db, bus, notifications, agentActor }: WhisperDeps) {
  async function byId(agent: Pick<AgentPrincipal, 'workspaceId' | 'id'>, id: string): Promise<Whisper> {
    const [row] = await db.query<Row>(
      `${SELECT} where s.workspace_id = $1 and s.id = $2 and $3 in (s.author_id, s.agent_id)`,
      [agent.workspaceId, id, agent.id],
    )
    if (!row) throw new Problem('conversation-not-found')
    return toWhisper(row)
  }

  return {
    /**
     * @throws Problem `conversation-not-found`, `agent-not-found` for who is no person of this team, `cid-reused`,
     * `invalid-request` for oneself
     */
    async add(agent: AgentPrincipal, input: CommandParsed<'whisper.add'>, cause: Cause): Promise<Whisper> {
      const { workspaceId } = agent
      const { conversation_id: conversationId, agent_id: agentId, body } = input
      const tell = await db.transaction(async (transaction) => {
        const [there] = await db.query<{ last_seq: string }>(
          'select last_seq from conversations where workspace_id = $1 and id = $2',
          [workspaceId, conversationId],
          transaction,
        )
        if (!there) throw new Problem('conversation-not-found')
        if (agentId === agent.id) throw new Problem('invalid-request', 'Whisper to somebody else.')
        const to = await agentActor(workspaceId, agentId)
        if (to.kind !== 'human') throw new Problem('agent-not-found')
        const [added] = await db.query<{ created_at: Date }>(
          `insert into whispers (id, workspace_id, conversation_id, author_id, agent_id, after_seq, body, digest)
           values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex')) on conflict (id) do nothing returning created_at`,
          [
            cause.cid,
            workspaceId,
            conversationId,
            agent.id,
            agentId,
            there.last_seq,
            body,
            cause.digest.toString('hex'),
          ],
          transaction,
        )
        if (!added) {
          const [first] = await db.query<{ digest: Buffer }>(
            'select digest from whispers where id = $1 and author_id = $2',
            [cause.cid, agent.id],
            transaction,
          )
          if (!first?.digest.equals(cause.digest))
            throw new Problem(
              'cid-reused',
              'Use a new cid for every command; a repeat must be the same command.',
            )
          return null
        }
        const content = markdownToTree(body, { citations: 0, breaks: true })
        // In the same transaction: no whisper without its line.
        return notifications.record([
          {
            workspaceId,
            agentId,
            kind: 'mention',
            conversationId,
            eventId: null,
            seq: null,
            actor: actorOf(agent),
            preview: treePreview(content, PREVIEW) || cutText(body, PREVIEW),
            at: added.created_at.toISOString(),
          },
        ])
      })
      const whisper = await byId(agent, cause.cid)
      if (tell) {
        tell()
        const agent_ids = [agent.id, agentId]
        bus.emit('whisper.added', { workspace_id: workspaceId, id: whisper.id, agent_ids, here: { whisper } })
      }
      return whisper
    },

    byId,

    /** Of a conversation, for who asks: theirs, in the order they were written. */
    async of(agent: AgentPrincipal, conversationId: string): Promise<Whisper[]> {
      const rows = await db.query<Row>(
        `${SELECT} where s.workspace_id = $1 and s.conversation_id = $2 and $3 in (s.author_id, s.agent_id)
          order by s.created_at desc, s.id desc limit ${MOST}`,
        [agent.workspaceId, conversationId, agent.id],
      )
      return rows.map(toWhisper).reverse()
    },
  }
}

export type Whispers = ReturnType<typeof createWhispers>
