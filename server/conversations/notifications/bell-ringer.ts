// Hears what is appended to logs and rings the bell of whom it concerns, some moments later and together with others: no
// message waits for it. Once a minute it looks for what is overdue. What a node that died still had to ring, another rings.

import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import { Problem } from '../../platform/problem.ts'
import { systemTime, type Time } from '../../platform/time.ts'
import { createCoalescer } from '../coalescer.ts'
import type { EventRow } from '../conversation-row.ts'
import { createBellMarks } from './bell-marks.ts'
import { type Called, callsOf } from './calls.ts'
import type { NewNotification, Notifications } from './notification.service.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'bell.look': Record<string, never>
  }
}

const REST_MS = 200
const AT_ONCE = 300
/** A conversation whose customer writes on rings once in so long: each line told again is a row written anew. */
const WRITES_ON_MS = 1000
const EVERY_MS = 60_000
/** After what could not be rung, so many times; then it is given up. */
const RETRY_MS = 1000
const MOST_TRIES = 5
/** Of what is overdue, in one look at a workspace. */
const OVERDUE_AT_ONCE = 500
/** What became overdue longer ago is no news. */
const OVERDUE_WITHIN = '2 hours'

const RINGS: ReadonlySet<string> = new Set<string>([
  'message.created',
  'note.created',
  'conversation.assigned',
  'conversation.handed_over',
  'conversation.snoozed',
  'conversation.status_changed',
  'action.requested',
  'message.unscheduled',
])

interface Due {
  workspaceId: string
  event: EventRow
}

type CalledRow = Called & { id: string; waits: boolean }

export interface BellRingerDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'on'>
  jobs: Jobs
  log: Pick<Log, 'warn' | 'info'>
  notifications: Notifications
  clock: () => Date
  time?: Time
}

export function createBellRinger({
  db,
  bus,
  jobs,
  log,
  notifications,
  clock,
  time = systemTime,
}: BellRingerDeps) {
  let due: Due[] = []

  async function conversations(ids: readonly string[]): Promise<Map<string, CalledRow>> {
    const rows = await db.query<CalledRow>(
      `select c.id, case when a.kind = 'human' then c.assignee_id end as assignee_id, c.follower_ids,
              c.waiting_since is not null as waits,
              coalesce(case when c.last_message->'actor'->>'kind' <> 'ai' then c.last_message->>'preview' end,
                nullif(c.subject, ''), c.last_message->>'preview') as preview, c.spam_at is not null as spam,
              case when a.kind = 'human' then '{}'::uuid[] else array(
                select p.id from agents p
                 where p.workspace_id = c.workspace_id and p.kind = 'human' and p.disabled_at is null
                   and (d.id is null or exists (
                     select from department_members m where m.department_id = d.id and m.agent_id = p.id))
                 limit 500) end as team_ids
         from conversations c left join agents a on a.id = c.assignee_id
         left join departments d on d.id = c.department_id
        where c.id = any($1::uuid[])`,
      [ids],
    )
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** Who had asked for a message to be sent later. */
  async function scheduledBy({ conversation_id, data }: EventRow): Promise<string | null> {
    const [row] = await db.query<{ actor_id: string | null }>(
      `select actor_id from conversation_events
        where conversation_id = $1 and type = 'message.scheduled' and data->>'scheduled_id' = $2`,
      [conversation_id, (data as { scheduled_id: string }).scheduled_id],
    )
    return row?.actor_id ?? null
  }

  /** Harmless to repeat. `late`: some time after it happened, when who waited may have been taken care of. */
  async function ring(now: readonly Due[], late = false): Promise<void> {
    const about = await conversations([...new Set(now.map(({ event }) => event.conversation_id))])
    const lines: NewNotification[] = []
    for (const { workspaceId, event } of now) {
      const conversation = about.get(event.conversation_id)
      if (!conversation) continue
      const author = event.type === 'message.unscheduled' ? await scheduledBy(event) : null
      for (const call of callsOf(event, conversation, author)) {
        if (late && call.kind === 'waiting' && !conversation.waits) continue
        lines.push({
          ...call,
          workspaceId,
          conversationId: event.conversation_id,
          eventId: event.id,
          seq: Number(event.seq),
          actor: { kind: event.actor_kind, id: event.actor_id, name: event.actor_name },
          at: new Date(event.created_at).toISOString(),
        })
      }
    }
    await notifications.ring(lines)
    // Who has it now looks after it: nobody else is called any more.
    const taken = now.filter(
      ({ event }) =>
        event.type === 'conversation.assigned' && (event.data as { assignee: unknown }).assignee !== null,
    )
    for (const [workspaceId, each] of Map.groupBy(taken, (one) => one.workspaceId))
      await notifications.settle(
        workspaceId,
        each.map(({ event }) => ({ conversationId: event.conversation_id, seq: Number(event.seq) })),
        'waiting',
      )
  }

  const isWriting = ({ type, actor_kind }: EventRow): boolean =>
    type === 'message.created' && actor_kind === 'contact'
  /** Until when a conversation's customer may write on without being told of again. */
  const rests = new Map<string, number>()

  /** What is due now, in order; of a conversation all or nothing. */
  function ready(): Due[] {
    const now = time.now()
    for (const [id, until] of rests) if (until <= now) rests.delete(id)
    if (rests.size === 0) return due
    const more = new Set(
      due.filter(({ event }) => !isWriting(event)).map(({ event }) => event.conversation_id),
    )
    return due.filter(({ event: { conversation_id: id } }) => !rests.has(id) || more.has(id))
  }

  let tries = 0
  const rounds = createCoalescer<'all'>({
    keyOf: (all) => all,
    restMs: REST_MS,
    onError(error) {
      log.warn({ error: errorFields(error) }, 'bell: agents could not be called')
      setTimeout(() => rounds.ask('all'), RETRY_MS).unref()
    },
    async run() {
      const now = ready().slice(0, AT_ONCE)
      // It stays due until it has been rung: the node's mark does not pass it by.
      if (now.length > 0 && ++tries <= MOST_TRIES)
        await ring(now).catch((error: unknown) => {
          // While the database is away nothing can be rung: that may take minutes and says nothing about these.
          if (error instanceof Problem && error.code === 'unavailable') tries -= 1
          throw error
        })
      else if (now.length > 0)
        log.warn({ events: now.map(({ event }) => event.id) }, 'bell: these are given up')
      const rung = new Set(now)
      due = due.filter((each) => !rung.has(each))
      tries = 0
      const until = time.now() + WRITES_ON_MS
      for (const { event } of now) if (isWriting(event)) rests.set(event.conversation_id, until)
      if (due.length > 0) rounds.ask('all')
    },
  })

  const marks = createBellMarks({
    db,
    log,
    pendingSince: () => (due[0] ? new Date(due[0].event.created_at) : null),
    types: RINGS,
    ringLate: (events) => ring(events, true),
  })

  const stops = [
    bus.on('conversation.appended', ({ workspace_id, here }) => {
      const events = here?.events.filter(({ type }) => RINGS.has(type)) ?? []
      if (events.length === 0) return
      due.push(...events.map((event) => ({ workspaceId: workspace_id, event })))
      rounds.ask('all')
    }),
    bus.on('conversation.read', ({ workspace_id, conversation_id, actor }) => {
      if (actor.kind !== 'human' || !actor.id) return
      notifications
        .mark(workspace_id, actor.id, { conversation_id })
        .catch((error: unknown) => log.warn({ error: errorFields(error) }, 'bell: lines could not be read'))
    }),
  ]

  /** People's conversations whose answer has become overdue and who have not been told. */
  async function lookForOverdue(): Promise<void> {
    const rows = await db.query<{
      workspace_id: string
      agent_id: string
      id: string
      preview: string
      due_at: Date
    }>(
      `select c.workspace_id, a.id as agent_id, c.id, coalesce(c.last_message->>'preview', c.subject) as preview, d.due_at
         from agents a
         join workspaces w on w.id = a.workspace_id
         join conversations c on c.workspace_id = a.workspace_id and c.assignee_id = a.id and c.is_open
        cross join lateral (
          select c.unanswered_since + make_interval(mins => (w.reply_targets->>c.priority)::int) as due_at) d
        where a.kind = 'human' and a.disabled_at is null and c.unanswered_since is not null and c.spam_at is null
          and d.due_at between now() - interval '${OVERDUE_WITHIN}' and now()
          and not exists (
            select from notifications n
             where n.conversation_id = c.id and n.kind = 'overdue' and n.agent_id = a.id
               -- Kept to the millisecond.
               and n.at > d.due_at - interval '1 second')
        limit ${OVERDUE_AT_ONCE}`,
    )
    await notifications.ring(
      rows.map((row) => ({
        workspaceId: row.workspace_id,
        agentId: row.agent_id,
        kind: 'overdue',
        conversationId: row.id,
        eventId: null,
        seq: null,
        actor: { kind: 'system', id: null, name: '' },
        preview: row.preview,
        at: row.due_at.toISOString(),
      })),
    )
  }

  const schedule = (after = EVERY_MS): Promise<void> =>
    jobs.add(
      'bell.look',
      {},
      { key: 'bell.look', runAt: new Date(clock().getTime() + after), maxAttempts: 20 },
    )

  jobs.handle('bell.look', async () => {
    await schedule()
    await lookForOverdue()
    await notifications.purge()
  })

  return {
    /** Once the jobs have started. */
    async schedule(): Promise<void> {
      await marks.start()
      await schedule()
    },
    lookForOverdue,
    /** Rings on where nodes that have died stopped. */
    takeOver: marks.look,
    close(): void {
      for (const stop of stops) stop()
      rounds.close()
      marks.close()
    },
  }
}

export type BellRinger = ReturnType<typeof createBellRinger>
