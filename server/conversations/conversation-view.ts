// Conversations as each side sees them: one query joins what both need, two functions shape it.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { AgentConversation, Queue, VisitorConversation } from '../../sdk/protocol/conversation.ts'
import type { Tag } from '../../sdk/protocol/triage.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import type { ConversationRow } from './conversation-row.ts'

export interface ConversationDetail extends ConversationRow {
  site_name: string
  department_name: string | null
  assignee_name: string | null
  assignee_kind: 'human' | 'ai' | 'bot' | null
  contact_name: string
  contact_email: string | null
  contact_verified: boolean
  contact_locale: string | null
  contact_created_at: Date
  contact_read: string
  contact_read_pub: string
  team_read: string
  team_read_pub: string
  unread: string
  /** Place among those who wait on the same channel, counted from 1; null for who does not. */
  queue_position: string | null
  contact_blocked: boolean
  topic_name: string | null
  tags: Tag[]
  merged_reference: string | null
  /** Minutes this priority has, for an answer and for all of it. */
  target_minutes: [reply: number | null, solve: number | null]
}

/** Counting ends here, however long a log or a queue has become: past it a reader learns nothing from the number. */
const UNREAD_LIMIT = 100
const UNREAD_WITHIN = 1000
const PLACE_LIMIT = 1000

const QUEUE_POSITION = `
  case when c.waiting_since is not null then (
    select count(*) from (
      select from conversations w
       where w.workspace_id = c.workspace_id and w.channel = c.channel and w.waiting_since <= c.waiting_since
         and (w.waiting_since, w.id) <= (c.waiting_since, c.id)
       -- Only so the planner sees that the index of those who wait is shorter than any other way.
       order by w.waiting_since limit ${PLACE_LIMIT}) p) end`

// The team's mark is the furthest any person of it has read: what one colleague saw, the team has seen.
const detailSelect = (queuePosition: string): string => `
  select c.*, s.name as site_name, d.name as department_name,
         a.name as assignee_name, a.kind as assignee_kind,
         ct.name as contact_name, ct.email as contact_email, ct.verified_at is not null as contact_verified,
         ct.blocked_at is not null as contact_blocked, ct.locale as contact_locale, ct.created_at as contact_created_at,
         coalesce(cr.read_seq, 0) as contact_read, coalesce(cr.read_pub_seq, 0) as contact_read_pub,
         coalesce(tr.read_seq, 0) as team_read, coalesce(tr.read_pub_seq, 0) as team_read_pub,
         -- Looked up row by row, and hardly ever: a join would have its order planned, or read whole tables, at every go.
         case when c.topic_id is not null then (select name from topics where id = c.topic_id) end as topic_name,
         case when c.merged_into is not null then (
           select reference from conversations where id = c.merged_into) end as merged_reference,
         (select array[(reply_targets->>c.priority)::int, (solve_targets->>c.priority)::int]
            from workspaces where id = c.workspace_id) as target_minutes,
         case when c.tag_ids = '{}' then '[]'::jsonb else (
           select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by lower(t.name)), '[]')
             from tags t where t.id = any(c.tag_ids)) end as tags,
         (select count(*) from (
           select from conversation_events e
            where e.conversation_id = c.id and e.seq > greatest(coalesce(tr.read_seq, 0), c.last_seq - ${UNREAD_WITHIN})
              and e.type = 'message.created' and e.actor_kind = 'contact'
            order by e.seq desc limit ${UNREAD_LIMIT}) u) as unread,
         ${queuePosition} as queue_position
    from conversations c
    join sites s on s.id = c.site_id
    join contacts ct on ct.id = c.contact_id
    left join departments d on d.id = c.department_id
    left join agents a on a.id = c.assignee_id
    left join conversation_reads cr on cr.conversation_id = c.id and cr.reader_id = c.contact_id
    left join lateral (
      select max(r.read_seq) as read_seq, max(r.read_pub_seq) as read_pub_seq
        from conversation_reads r where r.conversation_id = c.id and r.reader_kind = 'human') tr on true`

export const DETAIL_SELECT = detailSelect(QUEUE_POSITION)
// Planning takes several times as long as reading, so the plan is kept. Made while there are few conversations, it must
// not read all of a workspace later: hence "is true", which no index knows.
const DETAIL = `${DETAIL_SELECT} where c.id = $1 and (c.workspace_id = $2) is true`
/** Without the place in the queue, which only customers are told and which is dear to count for a whole page. */
export const TEAM_SELECT = detailSelect('null::bigint')

/** What a conversation's view needs to know of who is in; told by whoever keeps presence. */
export interface Staffing {
  isStaffed(workspaceId: string): boolean
  /** Median of recent waits in seconds, or null while none was measured. */
  estimatedWait(workspaceId: string): number | null
}

export function createConversationViews({ db, staffing }: { db: Database; staffing: Staffing }) {
  const assigneeOf = (row: ConversationDetail): Actor | null =>
    row.assignee_id && row.assignee_kind
      ? { kind: row.assignee_kind, id: row.assignee_id, name: row.assignee_name ?? '' }
      : null

  const within = (since: Date | null, minutes: number | null): string | undefined =>
    since && minutes !== null ? new Date(since.getTime() + minutes * 60_000).toISOString() : undefined

  function deadlines(row: ConversationDetail): Pick<AgentConversation, 'due_at' | 'solve_by'> {
    const [reply, solve] = row.target_minutes
    const isOver = row.status === 'resolved' || row.status === 'closed'
    const solve_by = isOver ? undefined : within(row.created_at, solve)
    return { due_at: within(row.unanswered_since, reply) ?? null, ...(solve_by && { solve_by }) }
  }

  const queueOf = (row: ConversationDetail): Queue | null =>
    row.waiting_since && {
      position: Math.max(1, Number(row.queue_position ?? 1)),
      estimated_wait_seconds: staffing.estimatedWait(row.workspace_id),
      since: row.waiting_since.toISOString(),
      staffed: staffing.isStaffed(row.workspace_id),
    }

  const shared = (row: ConversationDetail) => ({
    id: row.id,
    reference: row.reference,
    channel: row.channel,
    subject: row.subject,
    status: row.status,
    // One that is no more is none, until it has been taken from the row.
    department:
      row.department_id && row.department_name !== null
        ? { id: row.department_id, name: row.department_name }
        : null,
    assignee: assigneeOf(row),
    last_message: row.last_message,
    rating: row.rating,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  })

  return {
    forVisitor: (row: ConversationDetail): VisitorConversation => ({
      ...shared(row),
      head: Number(row.last_pub_seq),
      read_seq: Number(row.contact_read_pub),
      other_read_seq: Number(row.team_read_pub),
      queue: queueOf(row),
      contact: { id: row.contact_id, name: row.contact_name, email: row.contact_email },
    }),

    forAgent: (row: ConversationDetail): AgentConversation => ({
      ...shared(row),
      head: Number(row.last_seq),
      read_seq: Number(row.team_read),
      other_read_seq: Number(row.contact_read),
      site: { id: row.site_id, name: row.site_name },
      contact: {
        id: row.contact_id,
        name: row.contact_name,
        email: row.contact_email,
        verified: row.contact_verified,
        locale: row.contact_locale,
        created_at: row.contact_created_at.toISOString(),
      },
      page: row.page,
      assignment_epoch: row.assignment_epoch,
      waiting_since: row.waiting_since?.toISOString() ?? null,
      handoff_reason: row.handoff_reason,
      unread: Number(row.unread),
      ...(row.fields && { fields: row.fields }),
      priority: row.priority,
      topic: row.topic_id && row.topic_name !== null ? { id: row.topic_id, name: row.topic_name } : null,
      tags: row.tags,
      custom: row.custom,
      snoozed_until: row.snoozed_until?.toISOString() ?? null,
      spam: row.spam_at !== null,
      unanswered_since: row.unanswered_since?.toISOString() ?? null,
      ...deadlines(row),
      follower_ids: row.follower_ids,
      mentioned_ids: row.mentioned_ids,
      ...(row.merged_into && { merged_into: { id: row.merged_into, reference: row.merged_reference ?? '' } }),
      ...(row.contact_blocked && { blocked: true as const }),
      ...(row.draft_id && row.draft_at && { draft: { id: row.draft_id, since: row.draft_at.toISOString() } }),
    }),

    /** As it is committed: not for use inside a transaction. @throws Problem `conversation-not-found` */
    async load(workspaceId: string, id: string): Promise<ConversationDetail> {
      const [row] = await db.prepared<ConversationDetail>('conversation-detail', DETAIL, [id, workspaceId])
      if (!row) throw new Problem('conversation-not-found')
      return row
    },

    /** Who waits for a person, longest first: whose place may have moved. */
    waiting: (workspaceId: string): Promise<{ id: string; contact_id: string }[]> =>
      db.query(
        `select id, contact_id from conversations where workspace_id = $1 and waiting_since is not null
          order by waiting_since limit 200`,
        [workspaceId],
      ),
  }
}

export type ConversationViews = ReturnType<typeof createConversationViews>
