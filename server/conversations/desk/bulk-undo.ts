// Takes back what an operation has done to one conversation, exactly as it was: under its lock, and only where nobody
// has changed any of it since.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { CustomValues, Priority, Tag, Topic } from '../../../sdk/protocol/triage.ts'
import type { FactsChanged } from '../../../sdk/protocol/triage-event.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { actorOf } from '../access.ts'
import type { ConversationLog, NewEvent } from '../conversation-log.ts'
import type { ConversationPatch, ConversationRow } from '../conversation-row.ts'
import { heldBefore } from '../triage/held-before.ts'
import { snoozeAgain, snoozed } from '../triage/snooze.service.ts'

/** SQL for how a conversation `c` is. */
export const BEFORE = `jsonb_build_object('priority', c.priority, 'topic_id', c.topic_id, 'tag_ids', c.tag_ids,
  'custom', c.custom, 'department_id', c.department_id, 'assignee_id', c.assignee_id, 'status', c.status,
  'waiting_since', c.waiting_since, 'handoff_reason', c.handoff_reason, 'resolved_at', c.resolved_at,
  'snoozed_until', c.snoozed_until, 'spam_at', c.spam_at, 'last_seq', c.last_seq)`

interface Before {
  priority: Priority
  topic_id: string | null
  tag_ids: string[]
  custom: CustomValues
  department_id: string | null
  assignee_id: string | null
  status: ConversationRow['status']
  waiting_since: string | null
  handoff_reason: ConversationRow['handoff_reason']
  resolved_at: string | null
  snoozed_until: string | null
  spam_at: string | null
  last_seq: number
}

/** Rows that say somebody has changed what would be taken back. */
const CHANGES = [
  'conversation.facts_changed',
  'conversation.assigned',
  'conversation.handed_over',
  'conversation.status_changed',
  'conversation.department_changed',
  'conversation.snoozed',
  'conversation.spam_changed',
  'conversation.merged',
]

class Refused extends Error {}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text))
const sameTime = (date: Date | null, text: string | null): boolean =>
  date?.getTime() === dateOf(text)?.getTime()

export interface BulkUndoDeps {
  db: Pick<Database, 'query'>
  log: ConversationLog
  jobs: Pick<Jobs, 'add'>
  clock: () => Date
}

export function createBulkUndo({ db, log, jobs, clock }: BulkUndoDeps) {
  /** Held until the commit, so that none is deleted under a conversation that is just getting it back. */
  const named = <T extends { id: string; name: string }>(
    table: 'tags' | 'topics' | 'departments',
    { workspace_id }: ConversationRow,
    ids: (string | null)[],
    transaction: Transaction,
  ): Promise<T[]> =>
    db.query<T>(
      `select id, name from ${table} where workspace_id = $1 and id = any($2::uuid[]) order by id for key share`,
      [workspace_id, ids.filter((id) => id !== null)],
      transaction,
    )

  async function facts(
    row: ConversationRow,
    before: Before,
    transaction: Transaction,
  ): Promise<{ data: FactsChanged; patch: ConversationPatch }> {
    const data: FactsChanged = {}
    const patch: ConversationPatch = {}
    if (row.priority !== before.priority) {
      data.priority = { from: row.priority, to: before.priority }
      patch.priority = before.priority
    }
    if (row.topic_id !== before.topic_id) {
      const topics = await named<Topic>('topics', row, [row.topic_id, before.topic_id], transaction)
      const of = (id: string | null): Topic | null => topics.find((topic) => topic.id === id) ?? null
      data.topic = { from: of(row.topic_id), to: of(before.topic_id) }
      // One that was deleted meanwhile does not come back.
      patch.topic_id = of(before.topic_id)?.id ?? null
    }
    if (row.tag_ids.join() !== before.tag_ids.join()) {
      const tags = await named<Tag>('tags', row, [...row.tag_ids, ...before.tag_ids], transaction)
      const known = before.tag_ids.filter((id) => tags.some((tag) => tag.id === id))
      data.tags = {
        added: tags.filter(({ id }) => known.includes(id) && !row.tag_ids.includes(id)),
        removed: tags.filter(({ id }) => row.tag_ids.includes(id) && !known.includes(id)),
      }
      patch.tag_ids = known
    }
    const keys = [...new Set([...Object.keys(row.custom), ...Object.keys(before.custom)])]
    const changed = keys.filter((key) => row.custom[key] !== before.custom[key])
    if (changed.length > 0) {
      data.custom = changed.map((key) => ({
        key,
        label: key,
        from: row.custom[key] ?? null,
        to: before.custom[key] ?? null,
      }))
      patch.custom = before.custom
    }
    return { data, patch }
  }

  async function holding(
    row: ConversationRow,
    before: Before,
    actor: Actor,
    transaction: Transaction,
  ): Promise<{ events: NewEvent[]; patch: ConversationPatch }> {
    const events: NewEvent[] = []
    const patch: ConversationPatch = {}
    if (row.status !== before.status) {
      events.push({
        type: 'conversation.status_changed',
        actor,
        public: row.status === 'resolved',
        data: { from: row.status, to: before.status },
      })
      patch.status = before.status
      patch.resolved_at = dateOf(before.resolved_at)
    }
    if (row.assignee_id !== before.assignee_id) {
      const agents = await db.query<{ id: string; kind: Actor['kind']; name: string }>(
        'select id, kind, name from agents where workspace_id = $1 and id = any($2::uuid[])',
        [row.workspace_id, [row.assignee_id, before.assignee_id].filter((id) => id !== null)],
        transaction,
      )
      const of = (id: string | null): Actor | null => agents.find((agent) => agent.id === id) ?? null
      events.push({
        type: 'conversation.assigned',
        actor,
        public: false,
        data: {
          assignee: of(before.assignee_id),
          previous: of(row.assignee_id),
          epoch: row.assignment_epoch + 1,
          waited_seconds: null,
        },
      })
      patch.assignee_id = before.assignee_id
    }
    if (events.length === 0) return { events, patch }
    return {
      events,
      patch: {
        ...patch,
        waiting_since: dateOf(before.waiting_since),
        handoff_reason: before.handoff_reason,
        assignment_epoch: row.assignment_epoch + 1,
      },
    }
  }

  async function shelf(
    row: ConversationRow,
    before: Before,
    actor: Actor,
    transaction: Transaction,
  ): Promise<{ events: NewEvent[]; patch: ConversationPatch }> {
    const events: NewEvent[] = []
    const patch: ConversationPatch = {}
    if (row.department_id !== before.department_id) {
      const found = await named('departments', row, [row.department_id, before.department_id], transaction)
      const of = (id: string | null) => found.find((each) => each.id === id) ?? null
      patch.department_id = of(before.department_id)?.id ?? null
      const data = { department: of(before.department_id), previous: of(row.department_id) }
      events.push({ type: 'conversation.department_changed', actor, public: false, data })
    }
    if (!sameTime(row.snoozed_until, before.snoozed_until)) {
      const until = await snoozeAgain({ jobs, clock }, row, before.snoozed_until, transaction)
      patch.snoozed_until = until
      if (until || row.snoozed_until) events.push(snoozed(row, actor, until, 'agent'))
    }
    if ((row.spam_at === null) !== (before.spam_at === null)) {
      patch.spam_at = dateOf(before.spam_at)
      // Spam had left the queue.
      patch.waiting_since = dateOf(before.waiting_since)
      const data = { spam: before.spam_at !== null }
      events.push({ type: 'conversation.spam_changed', actor, public: false, data })
    }
    return { events, patch }
  }

  return {
    /** Why it could not be; null when it is as it was. */
    async restore(
      agent: AgentPrincipal,
      operation: { id: string; workspace_id: string; agent_id: string },
      { place, conversation_id: conversationId }: { place: number; conversation_id: string },
    ): Promise<string | null> {
      const actor = actorOf(agent)
      try {
        await log.append(
          { workspaceId: operation.workspace_id, conversationId },
          async (row, transaction) => {
            const [item] = await db.query<{ before: Before; after_seq: string; state: string }>(
              'select before, after_seq, state from bulk_items where operation_id = $1 and place = $2',
              [operation.id, place],
              transaction,
            )
            // Taken back by the run before this one.
            if (item?.state !== 'done') throw new Refused()
            const changed = await db.query(
              `select 1 from conversation_events
              where conversation_id = $1 and seq > $2 and type = any($4) and (seq > $3 or actor_id is distinct from $5)
              limit 1`,
              [row.id, item.before.last_seq, item.after_seq, CHANGES, operation.agent_id],
              transaction,
            )
            if (changed.length > 0) throw new Refused('Somebody has changed it since.')
            const before = await heldBefore({ db, clock }, row.workspace_id, item.before, transaction)
            const noted = await facts(row, before, transaction)
            const held = await holding(row, before, actor, transaction)
            const shelved = await shelf(row, before, actor, transaction)
            const events = [...held.events, ...shelved.events]
            if (Object.keys(noted.data).length > 0)
              events.unshift({
                type: 'conversation.facts_changed',
                actor,
                public: false,
                data: noted.data,
              })
            // Nothing of it had been done: it was so already.
            if (events.length === 0) throw new Refused()
            await db.query(
              `update bulk_items set state = 'undone' where operation_id = $1 and place = $2 returning place`,
              [operation.id, place],
              transaction,
            )
            return { events, patch: { ...noted.patch, ...held.patch, ...shelved.patch } }
          },
        )
        return null
      } catch (error) {
        if (error instanceof Refused) return error.message || null
        throw error
      }
    },
  }
}
