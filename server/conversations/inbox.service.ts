// The team's inbox: views over the open conversations, paged by key, with counts.

import * as z from 'zod'
import type { InboxPage, InboxView } from '../../sdk/protocol/conversation.ts'
import type { AgentPrincipal } from '../accounts/principal.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { type ConversationDetail, type ConversationViews, DETAIL_SELECT } from './conversation-view.ts'

const OPEN = `c.is_open`

/** $1 is the workspace, $2 the agent who asks. */
const VIEWS: Record<InboxView, string> = {
  mine: `c.assignee_id = $2 and ${OPEN}`,
  waiting: `c.waiting_since is not null`,
  unassigned: `c.assignee_id is null and ${OPEN}`,
  assistant: `${OPEN} and c.assignee_id in (select id from agents where workspace_id = $1 and kind <> 'human')`,
  drafts: `c.draft_id is not null`,
  mentions: `$2 = any(c.mentioned_ids) and ${OPEN}`,
  following: `$2 = any(c.follower_ids) and ${OPEN}`,
  open: OPEN,
  snoozed: `c.snoozed_until is not null and ${OPEN}`,
  resolved: `not c.is_open`,
  spam: `c.spam_at is not null`,
}

/** Counts stop here: past it a rail shows "999+", and no view is counted to its end. */
const COUNT_LIMIT = 1000

const TIME = z.iso.datetime()
const ID = z.uuid()

type Cursor = readonly [at: string, id: string]

function parseCursor(text: string): Cursor {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    if (TIME.safeParse(at).success && ID.safeParse(id).success) return [at as string, id as string]
  } catch {
    // Falls through to the refusal.
  }
  throw new Problem('invalid-request', 'The cursor is not one of ours.', {
    errors: [{ pointer: '/cursor', detail: 'Pass next_cursor of the page before.' }],
  })
}

export function createInbox({ db, views }: { db: Database; views: ConversationViews }) {
  async function counts(agent: AgentPrincipal): Promise<Record<InboxView, number>> {
    const names = Object.keys(VIEWS) as InboxView[]
    const columns = names.map(
      (name) =>
        `(select count(*)::int from (select 1 from conversations c, me
           where c.workspace_id = $1 and ${VIEWS[name]} limit ${COUNT_LIMIT}) x) as ${name}`,
    )
    const [row] = await db.query<Record<InboxView, number>>(
      `with me as (select $2::uuid as id) select ${columns.join(', ')}`,
      [agent.workspaceId, agent.id],
    )
    return row!
  }

  return {
    /** One page of a view: longest waiting first in `waiting` and `drafts`, latest first elsewhere. */
    async list(
      agent: AgentPrincipal,
      input: { view: InboxView; cursor?: string | undefined; limit: number },
    ): Promise<InboxPage> {
      const [column, order, beyond] =
        input.view === 'waiting'
          ? ['waiting_since', 'asc', '>']
          : input.view === 'drafts'
            ? ['draft_at', 'asc', '>']
            : ['updated_at', 'desc', '<']
      const cursor = input.cursor === undefined ? null : parseCursor(input.cursor)
      const after = cursor ? `and (c.${column}, c.id) ${beyond} ($4::timestamptz, $5::uuid)` : ''
      const rows = await db.query<ConversationDetail & { key: string }>(
        // Microseconds as text: a Date would round the key and skip or repeat rows.
        `select v.*, to_char(v.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key
           from (${DETAIL_SELECT} where c.workspace_id = $1 and $2::uuid is not null and ${VIEWS[input.view]} ${after}
                 order by c.${column} ${order}, c.id ${order} limit $3) v`,
        [agent.workspaceId, agent.id, input.limit + 1, ...(cursor ?? [])],
      )
      const page = rows.slice(0, input.limit)
      const last = page.at(-1)
      const more = rows.length > input.limit && last
      return {
        conversations: page.map(views.forAgent),
        next_cursor: more ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null,
        counts: await counts(agent),
      }
    },
  }
}

export type Inbox = ReturnType<typeof createInbox>
