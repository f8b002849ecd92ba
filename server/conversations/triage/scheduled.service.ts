// Messages that are sent by themselves later, in the name of who wrote them. The job says when, the row says whether:
// whoever changes it holds the conversation's lock, so each is sent once or not at all.

import { createHash } from 'node:crypto'
import type { CommandParsed } from '../../../sdk/protocol/command.ts'
import { TRIAGE_LIMITS } from '../../../sdk/protocol/triage.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { asProblem } from '../../platform/as-problem.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { preview } from '../../platform/markdown/tree-text.ts'
import { Problem } from '../../platform/problem.ts'
import { derivedUuid } from '../../platform/uuid.ts'
import { actorOf, authorize } from '../access.ts'
import type { AppendResult, Cause, ConversationLog, NewEvent } from '../conversation-log.ts'
import type { Messages } from '../message.service.ts'
import { aheadOf } from './snooze.service.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'message.send_later': { workspace_id: string; scheduled_id: string }
  }
}

/** Tried for some twenty minutes; then its writer is told. */
const MOST_ATTEMPTS = 8
const PREVIEW_LENGTH = 140

interface Row {
  id: string
  workspace_id: string
  conversation_id: string
  agent_id: string
  body: string
  attachments: string[]
  resolve: boolean
}

/** It was sent or taken back meanwhile. */
class Decided extends Error {}

export interface ScheduledDeps {
  db: Pick<Database, 'query'>
  log: ConversationLog
  jobs: Jobs
  clock: () => Date
  messages: Pick<Messages, 'send'>
  /** Who they are, as if they had signed in. @throws Problem `agent-not-found` for one who is no more */
  principalOf: (workspaceId: string, agentId: string) => Promise<AgentPrincipal>
}

export function createScheduled({ db, log, jobs, clock, messages, principalOf }: ScheduledDeps) {
  const unscheduled = (
    actor: NewEvent['actor'],
    id: string,
    why: 'sent' | 'cancelled' | 'failed',
  ): NewEvent => ({
    type: 'message.unscheduled',
    actor,
    public: false,
    data: { scheduled_id: id, why },
  })

  /** Under the conversation's lock. Undefined where it waits no more. */
  async function settle(
    { id, workspace_id }: Pick<Row, 'id' | 'workspace_id'>,
    conversationId: string,
    state: 'sent' | 'cancelled' | 'failed',
    transaction: Transaction,
  ): Promise<{ reply_cancels: boolean } | undefined> {
    const [settled] = await db.query(
      `update scheduled_messages set state = $4
        where workspace_id = $1 and id = $2 and conversation_id = $3 and state = 'waiting' returning id`,
      [workspace_id, id, conversationId, state],
      transaction,
    )
    if (!settled) return undefined
    const others = await db.query(
      `select 1 from scheduled_messages
        where conversation_id = $1 and state = 'waiting' and unless_reply limit 1`,
      [conversationId],
      transaction,
    )
    return { reply_cancels: others.length > 0 }
  }

  async function send(row: Row): Promise<void> {
    const agent = await principalOf(row.workspace_id, row.agent_id)
    const input = {
      conversation_id: row.conversation_id,
      body: row.body,
      ...(row.attachments.length > 0 && { attachments: row.attachments }),
      ...(row.resolve && { and: { do: 'resolve' as const } }),
    }
    const digest = createHash('sha256').update('message.send_later').update(row.id).digest()
    await messages.send(agent, input, { cid: row.id, digest, actorId: agent.id }, async (at, transaction) => {
      const patch = await settle(row, at.id, 'sent', transaction)
      if (!patch) throw new Decided()
      return { events: [unscheduled(actorOf(agent), row.id, 'sent')], patch }
    })
  }

  async function fail(row: Row): Promise<void> {
    const at = { workspaceId: row.workspace_id, conversationId: row.conversation_id }
    const [agent] = await db.query<{ kind: AgentPrincipal['kind']; name: string }>(
      'select kind, name from agents where workspace_id = $1 and id = $2',
      [row.workspace_id, row.agent_id],
    )
    const actor = { kind: agent!.kind, id: row.agent_id, name: agent!.name }
    await log.append(at, async (held, transaction) => {
      const patch = await settle(row, held.id, 'failed', transaction)
      if (!patch) throw new Decided()
      return { events: [unscheduled(actor, row.id, 'failed')], patch }
    })
  }

  jobs.handle('message.send_later', async ({ workspace_id, scheduled_id }, { attempt }) => {
    const [row] = await db.query<Row>(
      `select id, workspace_id, conversation_id, agent_id, body, attachments, resolve from scheduled_messages
        where workspace_id = $1 and id = $2 and state = 'waiting'`,
      [workspace_id, scheduled_id],
    )
    if (!row) return
    try {
      await send(row).catch(async (error: unknown) => {
        if (error instanceof Decided) return
        if (asProblem(error).retryable && attempt < MOST_ATTEMPTS) throw error
        await fail(row)
      })
    } catch (error) {
      if (!(error instanceof Decided)) throw error
    }
  })

  return {
    /** @throws Problem `limit-reached`, `invalid-request` for a time that has passed */
    schedule(
      agent: AgentPrincipal,
      input: CommandParsed<'message.schedule'>,
      cause: Cause,
    ): Promise<AppendResult> {
      const at = { workspaceId: agent.workspaceId, conversationId: input.conversation_id }
      const id = derivedUuid('scheduled', agent.id, input.conversation_id, cause.cid)
      return log.append(
        at,
        async (row, transaction) => {
          authorize(agent, row)
          const sendAt = aheadOf(clock(), input.send_at, '/send_at')
          const waiting = await db.query(
            `select 1 from scheduled_messages where conversation_id = $1 and state = 'waiting'`,
            [row.id],
            transaction,
          )
          if (waiting.length >= TRIAGE_LIMITS.scheduled)
            throw new Problem('limit-reached', `At most ${TRIAGE_LIMITS.scheduled} messages wait at once.`)
          const files = input.attachments ?? []
          await db.query(
            `insert into scheduled_messages
               (id, workspace_id, conversation_id, agent_id, body, attachments, send_at, unless_reply, resolve)
             values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9) returning id`,
            [
              id,
              row.workspace_id,
              row.id,
              agent.id,
              input.body,
              files,
              sendAt,
              input.unless_reply,
              input.resolve,
            ],
            transaction,
          )
          const job = { workspace_id: row.workspace_id, scheduled_id: id }
          const options = { key: `later:${id}`, runAt: sendAt, maxAttempts: MOST_ATTEMPTS }
          await jobs.add('message.send_later', job, options, transaction)
          return {
            events: [
              {
                type: 'message.scheduled',
                actor: actorOf(agent),
                public: false,
                data: {
                  scheduled_id: id,
                  send_at: sendAt.toISOString(),
                  preview: preview(input.body, PREVIEW_LENGTH),
                },
              },
            ],
            patch: input.unless_reply ? { reply_cancels: true } : {},
          }
        },
        cause,
      )
    },

    /** Anybody of the team may take it back. @throws Problem `scheduled-not-found` once it is sent or taken back */
    unschedule(
      agent: AgentPrincipal,
      input: { conversation_id: string; scheduled_id: string },
      cause: Cause,
    ): Promise<AppendResult> {
      const at = { workspaceId: agent.workspaceId, conversationId: input.conversation_id }
      return log.append(
        at,
        async (row, transaction) => {
          authorize(agent, row)
          const which = { id: input.scheduled_id, workspace_id: row.workspace_id }
          const patch = await settle(which, row.id, 'cancelled', transaction)
          if (!patch) throw new Problem('scheduled-not-found', 'It was sent, or taken back.')
          return { events: [unscheduled(actorOf(agent), input.scheduled_id, 'cancelled')], patch }
        },
        cause,
      )
    },
  }
}

export type Scheduled = ReturnType<typeof createScheduled>
