// The bell: what calls for an agent, one unread line a conversation and kind, read on every device at once.

import * as z from 'zod'
import type { Actor } from '../../../sdk/protocol/actor.ts'
import type {
  AgentNotification,
  AgentPreferences,
  NotificationKind,
  NotificationPage,
} from '../../../sdk/protocol/notification.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { readCursor, writeCursor } from '../../platform/page-cursor.ts'
import { uuidv7 } from '../../platform/uuid.ts'

declare module '../../platform/bus/bus.ts' {
  interface BusTopics {
    /** Lines of an agent's bell are new, or have been read. Other nodes read them. */
    'bell.rung': {
      workspace_id: string
      agent_id: string
      ids: string[]
      here?: { lines: AgentNotification[] }
    }
    'bell.read': { workspace_id: string; agent_id: string; ids: string[]; unread: number }
  }
}

const PAGE = 30
const KEPT_DAYS = 30
const AT_ONCE = 1000
/** Counting ends here: past it a badge says no more. */
const COUNT_LIMIT = 100

export interface NewNotification {
  workspaceId: string
  agentId: string
  kind: NotificationKind
  conversationId: string
  eventId: string | null
  /** Of the event in its log; null for what stands in none. */
  seq: number | null
  actor: Actor
  preview: string
  at: string
}

interface Row {
  id: string
  workspace_id: string
  agent_id: string
  kind: NotificationKind
  conversation_id: string
  reference: string
  subject: string
  event_id: string | null
  actor: Actor
  preview: string
  at: Date
  exactly: string
  read_at: Date | null
}

const SELECT = `select n.*, n.at::text as exactly, c.reference, c.subject
  from notifications n join conversations c on c.id = n.conversation_id`

const toLine = (row: Row): AgentNotification => ({
  id: row.id,
  kind: row.kind,
  conversation: { id: row.conversation_id, reference: row.reference, subject: row.subject },
  event_id: row.event_id,
  actor: row.actor,
  preview: row.preview,
  at: row.at.toISOString(),
  read: row.read_at !== null,
})

export interface NotificationDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'emit'>
  preferencesOf: (workspaceId: string, agentId: string) => Promise<AgentPreferences>
}

export function createNotifications({ db, bus, preferencesOf }: NotificationDeps) {
  /** Kinds that an agent keeps out of the list. */
  async function hidden(workspaceId: string, agentId: string): Promise<string[]> {
    const { notify } = await preferencesOf(workspaceId, agentId)
    return Object.entries(notify).flatMap(([kind, { list }]) => (list ? [] : [kind]))
  }

  async function unread(workspaceId: string, agentId: string): Promise<number> {
    const [row] = await db.query<{ count: number }>(
      `select count(*)::int as count from (
         select from notifications where workspace_id = $1 and agent_id = $2 and read_at is null
            and kind <> all($3::text[]) limit ${COUNT_LIMIT}) n`,
      [workspaceId, agentId, await hidden(workspaceId, agentId)],
    )
    return row!.count
  }

  /**
   * Several are told as one line each, the newest as it is. What a line tells already, or its agent has read in the log,
   * is told no more. What is returned tells whoever is in: call it when the lines are committed.
   */
  async function record(given: readonly NewNotification[]): Promise<() => void> {
    const newest = new Map(
      given.map((each) => [`${each.agentId} ${each.conversationId} ${each.kind}`, each] as const),
    )
    if (newest.size === 0) return () => {}
    const rows = await db.query<Row>(
      `with given as (
         select * from jsonb_to_recordset($1::jsonb) as g (
           id uuid, "workspaceId" uuid, "agentId" uuid, kind text, "conversationId" uuid, "eventId" uuid,
           seq bigint, actor jsonb, preview text, at timestamptz)
       ), written as (
         insert into notifications
           (id, workspace_id, agent_id, kind, conversation_id, event_id, seq, actor, preview, at)
         select g.id, g."workspaceId", g."agentId", g.kind, g."conversationId", g."eventId", g.seq, g.actor, g.preview,
                g.at
           from given g join agents a on a.id = g."agentId" and a.workspace_id = g."workspaceId"
          where a.kind = 'human' and a.disabled_at is null
            and not exists (select from notifications n where n.agent_id = g."agentId"
                  and n.conversation_id = g."conversationId" and n.kind = g.kind and n.seq >= g.seq)
            and not exists (select from conversation_reads r where r.conversation_id = g."conversationId"
                  and r.reader_id = g."agentId" and r.read_seq >= g.seq)
          order by g."agentId", g."conversationId", g.kind
             on conflict (agent_id, conversation_id, kind) where read_at is null do update
                -- The place to jump to stays the first that was not seen.
                set actor = excluded.actor, preview = excluded.preview, at = excluded.at,
                    seq = coalesce(excluded.seq, notifications.seq)
         returning *
       )
       select w.*, w.at::text as exactly, c.reference, c.subject
         from written w join conversations c on c.id = w.conversation_id`,
      [JSON.stringify([...newest.values()].map((each) => ({ ...each, id: uuidv7() })))],
    )
    return () => {
      for (const row of rows)
        bus.emit('bell.rung', {
          workspace_id: row.workspace_id,
          agent_id: row.agent_id,
          ids: [row.id],
          here: { lines: [toLine(row)] },
        })
    }
  }

  async function tellRead(
    rows: readonly { id: string; agent_id: string; workspace_id: string }[],
  ): Promise<void> {
    const byAgent = Map.groupBy(rows, ({ agent_id }) => agent_id)
    for (const [agentId, read] of byAgent) {
      const workspaceId = read[0]!.workspace_id
      bus.emit('bell.read', {
        workspace_id: workspaceId,
        agent_id: agentId,
        ids: read.map(({ id }) => id),
        unread: await unread(workspaceId, agentId),
      })
    }
  }

  return {
    record,
    ring: async (given: readonly NewNotification[]): Promise<void> => (await record(given))(),
    unread,

    /** Newest first. @throws Problem `invalid-request` for a cursor that is not ours */
    async page(workspaceId: string, agentId: string, cursor?: string): Promise<NotificationPage> {
      const [at, id] = cursor
        ? readCursor(z.tuple([z.string().regex(/^\d{4}-[\d :.+-]+$/), z.uuid()]), cursor)
        : ['infinity', workspaceId]
      const rows = await db.query<Row>(
        `${SELECT} where n.workspace_id = $1 and n.agent_id = $2 and n.kind <> all($3::text[])
            and (n.at, n.id) < ($4::timestamptz, $5::uuid)
          order by n.at desc, n.id desc limit ${PAGE + 1}`,
        [workspaceId, agentId, await hidden(workspaceId, agentId), at, id],
      )
      const shown = rows.slice(0, PAGE)
      const last = rows.length > PAGE ? shown.at(-1) : undefined
      return {
        notifications: shown.map(toLine),
        next_cursor: last ? writeCursor(last.exactly, last.id) : null,
        unread: await unread(workspaceId, agentId),
      }
    },

    /** Lines by id, for a node that did not write them. */
    async lines(agentId: string, ids: readonly string[]): Promise<AgentNotification[]> {
      const rows = await db.query<Row>(`${SELECT} where n.agent_id = $1 and n.id = any($2::uuid[])`, [
        agentId,
        ids,
      ])
      return rows.map(toLine)
    },

    /** Of an agent: these, those of a conversation, or all; returns how many are unread then. */
    async mark(
      workspaceId: string,
      agentId: string,
      which: {
        ids?: readonly string[] | undefined
        conversation_id?: string | undefined
        read?: boolean | undefined
      },
    ): Promise<number> {
      const read = which.read ?? true
      const rows = await db.query<{ id: string; agent_id: string; workspace_id: string }>(
        `update notifications n set read_at = case when $5 then now() end
          where workspace_id = $1 and agent_id = $2 and (read_at is null) = $5
            and ($3::uuid[] is null or id = any($3)) and ($4::uuid is null or conversation_id = $4)
            -- One unread line a conversation and kind.
            and ($5 or not exists (select from notifications o where o.agent_id = n.agent_id
                  and o.conversation_id = n.conversation_id and o.kind = n.kind and o.read_at is null)
              and n.id in (select distinct on (conversation_id, kind) id from notifications
                  where agent_id = $2 and read_at is not null and ($3::uuid[] is null or id = any($3))
                    and ($4::uuid is null or conversation_id = $4)
                  order by conversation_id, kind, at desc, id desc))
         returning id, agent_id, workspace_id`,
        [workspaceId, agentId, which.ids ?? null, which.conversation_id ?? null, read],
      )
      if (rows.length > 0 && read) await tellRead(rows)
      return unread(workspaceId, agentId)
    },

    /** For everybody: somebody has taken care of what was told before these rows of the logs. */
    async settle(
      workspaceId: string,
      done: readonly { conversationId: string; seq: number }[],
      kind: NotificationKind,
    ): Promise<void> {
      const rows = await db.query<{ id: string; agent_id: string; workspace_id: string }>(
        `update notifications n set read_at = now()
           from unnest($2::uuid[], $3::bigint[]) as g (conversation_id, seq)
          where n.workspace_id = $1 and n.conversation_id = g.conversation_id and n.kind = $4 and n.read_at is null
            and (n.seq is null or n.seq < g.seq)
         returning n.id, n.agent_id, n.workspace_id`,
        [workspaceId, done.map(({ conversationId }) => conversationId), done.map(({ seq }) => seq), kind],
      )
      await tellRead(rows)
    },

    /** What is older than thirty days goes. */
    async purge(): Promise<void> {
      for (;;) {
        const gone = await db.query(
          `delete from notifications where id in (
             select id from notifications where at < now() - interval '${KEPT_DAYS} days' order by at limit ${AT_ONCE})
           returning id`,
        )
        if (gone.length < AT_ONCE) return
      }
    },
  }
}

export type Notifications = ReturnType<typeof createNotifications>
