// Joining two conversations of one customer, and taking that back. No row of a log moves: one ends, says where it goes
// on, and is read there.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import { TRIAGE_LIMITS } from '../../../sdk/protocol/triage.ts'
import type { ConversationRef } from '../../../sdk/protocol/triage-event.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import { actorOf, authorize } from '../access.ts'
import type { AppendResult, Cause, ConversationLog, Decision, NewEvent } from '../conversation-log.ts'
import type { ConversationRow } from '../conversation-row.ts'
import { isOpen } from '../lifecycle.ts'
import { refOf } from './followers.service.ts'
import { heldBefore } from './held-before.ts'
import { type BeforeMerge, dropMerge, joined, takenApart } from './merge-rows.ts'
import { snoozeAgain } from './snooze.service.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    /** Tells the one it had gone into that a conversation is on its own again. */
    'conversation.came_apart': {
      workspace_id: string
      conversation_id: string
      from_id: string
      actor: Actor
      why: 'agent' | 'reply'
    }
  }
}

export interface MergeDeps {
  db: Pick<Database, 'query'>
  log: ConversationLog
  jobs: Jobs
  clock: () => Date
}

const statusChange = (actor: Actor, row: ConversationRow, to: ConversationRow['status']): NewEvent => ({
  type: 'conversation.status_changed',
  actor,
  // The customer is not told of what the team does among itself.
  public: false,
  data: { from: row.status, to },
})

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

export function createMerges({ db, log, jobs, clock }: MergeDeps) {
  /** Those that went into it: they go along. */
  const withinOf = async (workspaceId: string, id: string): Promise<string[]> =>
    (
      await db.query<{ id: string }>(
        `select id from conversations where workspace_id = $1 and merged_into = $2 order by id limit ${TRIAGE_LIMITS.merged + 1}`,
        [workspaceId, id],
      )
    ).map(({ id }) => id)

  async function checkMergeable(
    row: ConversationRow,
    into: ConversationRow,
    transaction: Transaction,
  ): Promise<void> {
    if (row.contact_id !== into.contact_id) throw new Problem('merge-refused', 'They are of two customers.')
    if (row.merged_into) throw new Problem('merge-refused', 'It has gone into another one already.')
    if (into.merged_into)
      throw new Problem('merge-refused', 'The other one has gone into a third: choose that.')
    const [waiting] = await db.query(
      `select 1 from scheduled_messages where conversation_id = $1 and state = 'waiting' limit 1`,
      [row.id],
      transaction,
    )
    if (waiting) throw new Problem('merge-refused', 'A message waits here to be sent. Take it back first.')
  }

  /** The one that ends. How it was is kept beside it. */
  async function ending(
    row: ConversationRow,
    into: ConversationRow,
    actor: Actor,
    transaction: Transaction,
  ): Promise<Decision> {
    const before: BeforeMerge = {
      status: row.status,
      assignee_id: row.assignee_id,
      waiting_since: row.waiting_since?.toISOString() ?? null,
      handoff_reason: row.handoff_reason,
      snoozed_until: row.snoozed_until?.toISOString() ?? null,
      resolved_at: row.resolved_at?.toISOString() ?? null,
    }
    await db.query(
      `insert into conversation_merges (conversation_id, workspace_id, into_id, before)
       values ($1, $2, $3, $4::jsonb) returning into_id`,
      [row.id, row.workspace_id, into.id, JSON.stringify(before)],
      transaction,
    )
    const ends = isOpen(row.status)
    return {
      events: [
        { ...joined(actor, 'into', refOf(into)), main: true },
        ...(ends ? [statusChange(actor, row, 'resolved')] : []),
      ],
      patch: {
        merged_into: into.id,
        ...(ends && { status: 'resolved' as const, resolved_at: clock() }),
        waiting_since: null,
        snoozed_until: null,
        assignment_epoch: row.assignment_epoch + 1,
      },
    }
  }

  jobs.handle('conversation.came_apart', async (job) => {
    const ids = { workspaceId: job.workspace_id, conversationId: job.conversation_id }
    const [other] = await db.query<ConversationRef>(
      'select id, reference, subject from conversations where workspace_id = $1 and id = $2',
      [job.workspace_id, job.from_id],
    )
    if (other) await log.append(ids, () => ({ events: [takenApart(job.actor, 'from', other, job.why)] }))
  })

  return {
    /**
     * @throws Problem `merge-refused` where they are of two customers, or one has gone into another already;
     * `limit-reached`
     */
    async merge(
      agent: AgentPrincipal,
      input: { conversation_id: string; into_id: string },
      cause: Cause,
    ): Promise<AppendResult> {
      const { workspaceId } = agent
      const { conversation_id: id, into_id: intoId } = input
      if (id === intoId) throw new Problem('merge-refused', 'A conversation does not go into itself.')
      const within = await withinOf(workspaceId, id)
      return log.appendAll(
        { workspaceId, ids: [id, intoId, ...within] },
        async ([row, into, ...inner], transaction) => {
          authorize(agent, row!)
          authorize(agent, into!)
          const me = actorOf(agent)
          await checkMergeable(row!, into!, transaction)
          // Looked at before the lock; whoever joined or left meanwhile is in the next try.
          const still = await withinOf(workspaceId, id)
          if (still.join() !== within.join())
            throw new Problem('busy', 'Somebody else is joining it just now.')
          // Under its lock, which everybody takes who joins something to it.
          const there = await withinOf(workspaceId, intoId)
          if (there.length + within.length >= TRIAGE_LIMITS.merged)
            throw new Problem('limit-reached', `At most ${TRIAGE_LIMITS.merged} go into one.`)
          return [
            await ending(row!, into!, me, transaction),
            { events: [joined(me, 'from', refOf(row!))] },
            ...inner.map(() => ({
              events: [joined(me, 'into', refOf(into!))],
              patch: { merged_into: into!.id },
            })),
          ]
        },
        cause,
      )
    },

    /**
     * As it was before: also who had it, and what had gone into it. @throws Problem `transition-refused` where it is on
     * its own already
     */
    async unmerge(
      agent: AgentPrincipal,
      { conversation_id: id }: { conversation_id: string },
      cause: Cause,
    ): Promise<AppendResult> {
      const { workspaceId } = agent
      const [at] = await db.query<{ into_id: string | null }>(
        'select merged_into as into_id from conversations where workspace_id = $1 and id = $2',
        [workspaceId, id],
      )
      if (!at) throw new Problem('conversation-not-found')
      const inner = await db.query<{ id: string }>(
        `select m.conversation_id as id from conversation_merges m join conversations c on c.id = m.conversation_id
          where m.workspace_id = $1 and m.into_id = $2 and c.merged_into = $3 order by 1`,
        [workspaceId, id, at.into_id],
      )
      const ids = [id, ...(at.into_id ? [at.into_id] : []), ...inner.map((each) => each.id)]
      return log.appendAll(
        { workspaceId, ids },
        async ([row, into, ...others], transaction) => {
          authorize(agent, row!)
          if (!row!.merged_into || !into) throw new Problem('transition-refused', 'It is on its own already.')
          if (row!.merged_into !== into.id) throw new Problem('busy', 'Somebody else is joining it just now.')
          const me = actorOf(agent)
          const dropped = await dropMerge(db, row!, transaction)
          const kept = dropped?.before
          const before = kept && (await heldBefore({ db, clock }, workspaceId, kept, transaction))
          const changed = before && before.status !== row!.status
          return [
            {
              events: [
                { ...takenApart(me, 'into', refOf(into), 'agent'), main: true },
                ...(changed ? [statusChange(me, row!, before.status)] : []),
              ],
              patch: {
                merged_into: null,
                ...(before && {
                  status: before.status,
                  assignee_id: before.assignee_id,
                  waiting_since: dateOf(before.waiting_since),
                  handoff_reason: before.handoff_reason,
                  snoozed_until: await snoozeAgain({ jobs, clock }, row!, before.snoozed_until, transaction),
                  resolved_at: dateOf(before.resolved_at),
                }),
                assignment_epoch: row!.assignment_epoch + 1,
              },
            },
            { events: [takenApart(me, 'from', refOf(row!), 'agent')] },
            ...others.map(() => ({
              events: [joined(me, 'into', refOf(row!))],
              patch: { merged_into: row!.id },
            })),
          ]
        },
        cause,
      )
    },
  }
}

export type Merges = ReturnType<typeof createMerges>
