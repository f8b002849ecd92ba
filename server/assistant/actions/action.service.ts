// The life of one call: asked for by the AI agent, decided by who may, ended once. Every step is a row of the log in the
// transaction that made it so. Who carries a call out is action-work.ts' business.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { ActionCompleted, ActionRequested } from '../../../sdk/protocol/assistant-event.ts'
import type { VisitorPrincipal } from '../../contacts/visitor.ts'
import { actorOf, authorize, type Principal } from '../../conversations/access.ts'
import type { AppendResult, Cause, ConversationLog, NewEvent } from '../../conversations/conversation-log.ts'
import type { ConversationRow } from '../../conversations/conversation-row.ts'
import { isOpen } from '../../conversations/lifecycle.ts'
import { lastMessage, plainMessage } from '../../conversations/message.service.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { wordsIn } from '../../platform/mail/mail-language.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { ACTION_COLUMNS, type ActionRow } from './action-row.ts'
import { ACTION_TEXTS } from './action-texts.ts'
import { type CallRequest, callCause, checkCaps } from './call-request.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    /** Carries an approved call out. */
    'assistant.act': { workspace_id: string; action_id: string }
    /** Ends a call nobody has decided or answered. */
    'assistant.act.lapse': { workspace_id: string; action_id: string }
  }
}

/** Milliseconds somebody has to say yes or no. */
const DECISION_MS = 15 * 60_000
/** Milliseconds the page has to answer. */
const PAGE_MS = 15_000

const SYSTEM: Actor = { kind: 'system', id: null, name: '' }

/** Somebody else was first: nothing is written. */
class Settled extends Error {}

export interface ActionsDeps {
  db: Database
  jobs: Jobs
  conversationLog: ConversationLog
  clock: () => Date
}

export function createActions({ db, jobs, conversationLog, clock }: ActionsDeps) {
  /** Whether the customer is shown it: they approve it, or their page answers it. */
  const isPublic = ({ approval, side }: Pick<ActionRow, 'approval' | 'side'>): boolean =>
    approval === 'customer' || side === 'page'

  const act = (row: Pick<ActionRow, 'workspace_id' | 'id'>, transaction: Transaction): Promise<void> =>
    jobs.add(
      'assistant.act',
      { workspace_id: row.workspace_id, action_id: row.id },
      { queue: `action:${row.id}`, key: `act:${row.id}`, maxAttempts: 25 },
      transaction,
    )

  const lapseAt = (
    row: Pick<ActionRow, 'workspace_id' | 'id'>,
    runAt: Date,
    transaction: Transaction,
  ): Promise<void> =>
    jobs.add(
      'assistant.act.lapse',
      { workspace_id: row.workspace_id, action_id: row.id },
      { key: `lapse:${row.id}`, runAt, maxAttempts: 25 },
      transaction,
    )

  // Whoever takes over does not find somebody else's questions still open.
  conversationLog.onAppend(async ({ conversation, events }, transaction) => {
    const changed = events.some(
      ({ type }) =>
        type === 'conversation.assigned' ||
        type === 'conversation.handed_over' ||
        type === 'conversation.status_changed',
    )
    if (!changed) return
    const rows = await db.query<{ id: string }>(
      `select id from assistant_actions where conversation_id = $1 and state = 'pending' and epoch <> $2`,
      [conversation.id, conversation.assignment_epoch],
      transaction,
    )
    for (const { id } of rows)
      await lapseAt({ id, workspace_id: conversation.workspace_id }, clock(), transaction)
  })

  async function find(
    workspaceId: string,
    conversationId: string,
    id: string,
    transaction: Transaction,
  ): Promise<ActionRow> {
    const [row] = await db.query<ActionRow>(
      `select ${ACTION_COLUMNS} from assistant_actions
        where workspace_id = $1 and conversation_id = $2 and id = $3 for update`,
      [workspaceId, conversationId, id],
      transaction,
    )
    if (!row) throw new Problem('action-not-found')
    return row
  }

  const move = async (
    { id }: Pick<ActionRow, 'id'>,
    state: ActionRow['state'],
    transaction: Transaction,
  ): Promise<void> => {
    await db.query(
      `update assistant_actions set state = $2::text,
              ended_at = case when $2::text in ('approved', 'running') then null else now() end
        where id = $1 returning id`,
      [id, state],
      transaction,
    )
  }

  const completed = (
    row: Pick<ActionRow, 'id'>,
    outcome: ActionCompleted['outcome'],
    result = '',
    milliseconds = 0,
  ): NewEvent => ({
    type: 'action.completed',
    actor: SYSTEM,
    public: false,
    data: { action_id: row.id, outcome, result, milliseconds: Math.max(0, Math.round(milliseconds)) },
  })

  const decided = (row: ActionRow, actor: Actor, approved: boolean): NewEvent => ({
    type: 'action.decided',
    actor,
    public: isPublic(row),
    main: true,
    data: { action_id: row.id, approved },
  })

  return {
    /**
     * The AI agent wants a call, under the epoch it began with.
     * @throws Problem `stale-assignment`; `quota-exceeded` with words for the model
     */
    request(request: CallRequest): Promise<AppendResult> {
      const { agent, at, tool, input } = request
      return conversationLog.append(
        at,
        async (row, transaction) => {
          if (row.assignment_epoch !== at.epoch || row.assignee_id !== agent.id || !isOpen(row.status))
            throw new Problem('stale-assignment', 'Somebody else has taken over; nothing was asked for.')
          await checkCaps(db, request, row, transaction)
          const id = uuidv7()
          const isFree = tool.approval === 'none'
          const now = clock().getTime()
          const expiresAt = new Date(now + (isFree && tool.side === 'page' ? PAGE_MS : DECISION_MS))
          await db.query(
            `insert into assistant_actions (id, workspace_id, site_id, conversation_id, tool_id, session_id, name,
               side, effect, approval, epoch, input, state, expires_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14) returning id`,
            [
              id,
              row.workspace_id,
              row.site_id,
              row.id,
              tool.toolId,
              tool.sessionId,
              tool.name,
              tool.side,
              tool.effect,
              tool.approval,
              at.epoch,
              JSON.stringify(input),
              isFree ? 'approved' : 'pending',
              expiresAt,
            ],
            transaction,
          )
          const action = { id, workspace_id: row.workspace_id }
          if (isFree && tool.side === 'server') await act(action, transaction)
          else await lapseAt(action, expiresAt, transaction)
          const data: ActionRequested = {
            tool: tool.name,
            title: tool.title,
            explanation: tool.explanation,
            side: tool.side,
            effect: tool.effect,
            approval: tool.approval,
            input,
            labels: tool.labels,
            expires_at: expiresAt.toISOString(),
          }
          const requested: NewEvent = {
            id,
            type: 'action.requested',
            actor: agent,
            public: isPublic(tool),
            main: true,
            data,
          }
          if (tool.approval !== 'agent') return { events: [requested] }
          // The customer cannot see that somebody is asked: they are told, and not left waiting.
          const { asking } = wordsIn(ACTION_TEXTS, row.locale).words
          const told = plainMessage(asking.replace('{title}', () => tool.title))
          return {
            events: [{ type: 'message.created', actor: agent, public: true, data: told }, requested],
            patch: { last_message: lastMessage(agent, told, clock()) },
          }
        },
        callCause(request),
      )
    },

    /**
     * Yes or no: of the conversation's own customer, or of a person of the team, as the tool's owner wants it.
     * @throws Problem `action-not-found`, `action-decided`, `action-expired`, `conversation-not-found`, `cid-reused`
     */
    decide(
      principal: Principal,
      input: { conversation_id: string; action_id: string; approve: boolean },
      cause: Cause,
    ): Promise<AppendResult> {
      const at = { workspaceId: principal.workspaceId, conversationId: input.conversation_id }
      return conversationLog.append(
        at,
        async (conversation, transaction) => {
          authorize(principal, conversation)
          const row = await find(at.workspaceId, conversation.id, input.action_id, transaction)
          const mayDecide =
            row.approval === 'customer'
              ? principal.side === 'visitor'
              : row.approval === 'agent' && principal.side === 'agent' && principal.kind === 'human'
          if (!mayDecide) throw new Problem('action-not-found')
          if (row.state === 'expired') throw new Problem('action-expired')
          if (row.state !== 'pending') throw new Problem('action-decided')
          if (row.is_late || row.epoch !== conversation.assignment_epoch) throw new Problem('action-expired')
          await move(row, input.approve ? 'approved' : 'declined', transaction)
          const events = [decided(row, actorOf(principal), input.approve)]
          if (!input.approve) events.push(completed(row, 'declined'))
          else if (row.side === 'server') await act(row, transaction)
          else await lapseAt(row, new Date(clock().getTime() + PAGE_MS), transaction)
          return { events }
        },
        cause,
      )
    },

    /**
     * What the page's own tool came to, from the very session that offered it; the first answer counts.
     * @throws Problem `action-not-found`, `action-decided`
     */
    async answerFromPage(
      visitor: VisitorPrincipal,
      input: { conversation_id: string; action_id: string; result: string; error: boolean },
      cause: Cause,
    ): Promise<void> {
      await conversationLog.append(
        { workspaceId: visitor.workspaceId, conversationId: input.conversation_id },
        async (conversation, transaction) => {
          authorize(visitor, conversation)
          const row = await find(visitor.workspaceId, conversation.id, input.action_id, transaction)
          if (row.side !== 'page' || row.session_id !== visitor.sessionId)
            throw new Problem('action-not-found')
          if (row.state === 'pending') throw new Problem('action-not-found', 'It has not been approved.')
          if (row.state !== 'approved') throw new Problem('action-decided')
          const outcome = input.error ? 'failed' : 'succeeded'
          await move(row, outcome, transaction)
          return { events: [completed(row, outcome, input.result)] }
        },
        cause,
      )
    },

    /** Ends an owner's call that is at work; false when that has happened already. */
    settle(
      row: Pick<ActionRow, 'id' | 'workspace_id' | 'conversation_id'>,
      ended: { outcome: ActionCompleted['outcome']; result: string; milliseconds: number },
    ): Promise<boolean> {
      return unlessSettled(row, async (current, _conversation, transaction) => {
        if (current.state !== 'running' && current.state !== 'approved') throw new Settled()
        await move(current, ended.outcome, transaction)
        return [completed(current, ended.outcome, ended.result, ended.milliseconds)]
      })
    },

    /** Time is up, or hands have changed. */
    lapse(row: Pick<ActionRow, 'id' | 'workspace_id' | 'conversation_id'>): Promise<boolean> {
      return unlessSettled(row, async (current, conversation, transaction) => {
        const isStale = current.epoch !== conversation.assignment_epoch
        const waits = current.state === 'pending'
        const unheard = current.side === 'page' && current.state === 'approved'
        if (!unheard && !(waits && (isStale || current.is_late))) throw new Settled()
        await move(current, 'expired', transaction)
        return [...(waits ? [decided(current, SYSTEM, false)] : []), completed(current, 'expired')]
      })
    },

    async get(workspaceId: string, id: string): Promise<ActionRow | null> {
      const [row] = await db.query<ActionRow>(
        `select ${ACTION_COLUMNS} from assistant_actions where workspace_id = $1 and id = $2`,
        [workspaceId, id],
      )
      return row ?? null
    },

    /** Takes an approved call to carry it out; null when somebody has it, or had. */
    async begin(workspaceId: string, id: string): Promise<ActionRow | null> {
      const [row] = await db.query<ActionRow>(
        `update assistant_actions set state = 'running', started_at = now()
          where workspace_id = $1 and id = $2 and state = 'approved' and side = 'server'
         returning ${ACTION_COLUMNS}`,
        [workspaceId, id],
      )
      return row ?? null
    },

    /** Nothing has happened there: it may be begun again. */
    async giveBack(row: ActionRow): Promise<void> {
      await db.query(
        `update assistant_actions set state = 'approved', started_at = null
          where workspace_id = $1 and id = $2 and state = 'running' returning id`,
        [row.workspace_id, row.id],
      )
    },

    /** The number in the log of the latest call that nobody has ended yet; 0: none is open since then. */
    async waitsSince(conversationId: string, since: number): Promise<number> {
      const [row] = await db.query<{ seq: string }>(
        `select coalesce(max(e.seq), 0) as seq
           from conversation_events e join assistant_actions a on a.id = e.id
          where e.conversation_id = $1 and e.type = 'action.requested' and e.seq > $2
            and a.state in ('pending', 'approved', 'running')`,
        [conversationId, since],
      )
      return Number(row!.seq)
    },
  }

  async function unlessSettled(
    at: Pick<ActionRow, 'id' | 'workspace_id' | 'conversation_id'>,
    end: (row: ActionRow, conversation: ConversationRow, transaction: Transaction) => Promise<NewEvent[]>,
  ): Promise<boolean> {
    try {
      await conversationLog.append(
        { workspaceId: at.workspace_id, conversationId: at.conversation_id },
        async (conversation, transaction) => {
          const row = await find(at.workspace_id, conversation.id, at.id, transaction)
          return { events: await end(row, conversation, transaction) }
        },
      )
      return true
    } catch (error) {
      if (error instanceof Settled) return false
      throw error
    }
  }
}

export type Actions = ReturnType<typeof createActions>
