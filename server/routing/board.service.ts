// The live board: who waits, who is in with what load, how today goes. A few bounded statements, each by an index.

import type { Availability } from '../../sdk/protocol/agent.ts'
import type { AgentLoads, Board } from '../../sdk/protocol/board.ts'
import type { Database } from '../platform/database/database.ts'

const WAITING_SHOWN = 50
/** Counts end here. */
const COUNT_LIMIT = 1000
/** Conversations of one day that are looked at. */
const DAY_LIMIT = 50_000

interface Asked {
  workspaceId: string
  departmentId: string | null
  /** Where the day begins. */
  timeZone: string
}

type Waiting = Board['waiting']['conversations'][number]

interface WaitingRow extends Omit<Waiting, 'waiting_since' | 'due_at' | 'contact' | 'department'> {
  contact_id: string
  contact_name: string
  department_id: string | null
  department_name: string | null
  waiting_since: Date
  due_at: Date | null
  count: number
}

interface AgentRow {
  id: string
  kind: 'human' | 'ai' | 'bot'
  name: string
  availability: Availability
  availability_since: Date | null
  capacity: number
  departments: { id: string; name: string }[]
  open_chats: number
  overdue: number
  next_due_at: Date | null
}

interface DayRow {
  agent_id: string | null
  hour: Date | null
  person: number
  assistant: number
  median: number | null
  rating: number | null
  ratings: number
}

export interface BoardDeps {
  db: Pick<Database, 'query'>
  effective: (agentId: string, chosen: Availability) => Availability
}

const DUE = `c.unanswered_since + make_interval(mins => (w.reply_targets->>c.priority)::int)`

export function createBoard({ db, effective }: BoardDeps) {
  const waiting = ({ workspaceId, departmentId }: Asked): Promise<WaitingRow[]> =>
    db.query(
      `select c.id, c.reference, c.subject, c.channel, c.contact_id, ct.name as contact_name,
              coalesce(c.last_message->>'preview', '') as preview, c.department_id, d.name as department_name,
              c.handoff_reason as reason, c.waiting_since, ${DUE} as due_at, c.count
         from (select *, (count(*) over ())::int as count from (
                 select * from conversations
                  where workspace_id = $1 and waiting_since is not null and spam_at is null
                    and ($2::uuid is null or department_id = $2)
                  order by waiting_since limit ${COUNT_LIMIT}) known
                order by waiting_since limit ${WAITING_SHOWN}) c
         join workspaces w on w.id = c.workspace_id
         join contacts ct on ct.id = c.contact_id
         left join departments d on d.id = c.department_id
        order by c.waiting_since`,
      [workspaceId, departmentId],
    )

  const agents = ({ workspaceId, departmentId }: Asked): Promise<AgentRow[]> =>
    db.query(
      `select a.id, a.kind, a.name, a.availability, a.availability_since, a.capacity,
              coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.position, d.name)
                 from department_members m join departments d on d.id = m.department_id
                where m.agent_id = a.id), '[]') as departments,
              o.open_chats, o.overdue, o.next_due_at
         from agents a
         join workspaces w on w.id = a.workspace_id
        cross join lateral (
          select (count(*) filter (where c.channel = 'chat' or a.kind <> 'human'))::int as open_chats,
                 (count(*) filter (where ${DUE} < now()))::int as overdue, min(${DUE}) as next_due_at
            from (select * from conversations
                   where workspace_id = a.workspace_id and assignee_id = a.id and is_open and snoozed_until is null
                     and spam_at is null and ($2::uuid is null or department_id = $2 or a.kind = 'human')
                   limit ${COUNT_LIMIT}) c) o
        where a.workspace_id = $1 and a.disabled_at is null
          and ($2::uuid is null or a.kind <> 'human' or exists (
            select from department_members m where m.agent_id = a.id and m.department_id = $2))
        order by lower(a.name), a.id limit 500`,
      [workspaceId, departmentId],
    )

  /** Of today: by the hour, by the person, and all together. */
  const day = ({ workspaceId, departmentId, timeZone }: Asked): Promise<DayRow[]> =>
    db.query(
      `with began as (select date_trunc('day', now() at time zone $3) at time zone $3 as at),
       today as materialized (
         select c.* from conversations c, began
          where c.workspace_id = $1 and c.is_open in (true, false) and c.updated_at >= began.at
            and c.spam_at is null and ($2::uuid is null or c.department_id = $2)
          limit ${DAY_LIMIT}),
       facts as (
         select case when a.kind = 'human' then a.id end as agent_id,
                case when t.resolved_at >= began.at and not t.is_open
                     then date_trunc('hour', t.resolved_at at time zone $3) at time zone $3 end as hour,
                coalesce(a.kind, 'ai') <> 'human' and t.accepted_at is null as by_assistant,
                case when t.accepted_at >= began.at then t.waited_seconds end as waited,
                case when (t.rating->>'at')::timestamptz >= began.at then (t.rating->>'score')::int end as score
           from began, today t left join agents a on a.id = t.assignee_id)
       select agent_id, hour, (count(*) filter (where hour is not null and not by_assistant))::int as person,
              (count(*) filter (where hour is not null and by_assistant))::int as assistant,
              percentile_cont(0.5) within group (order by waited) as median,
              avg(score)::float8 as rating, count(score)::int as ratings
         from facts group by grouping sets ((), (agent_id), (hour))
       having grouping(agent_id) = 1 and grouping(hour) = 1 or agent_id is not null or hour is not null
        order by hour`,
      [workspaceId, departmentId, timeZone],
    )

  const waits = ({ workspaceId, departmentId }: Asked): Promise<{ at: Date; seconds: number }[]> =>
    db.query(
      `select date_bin('10 minutes', s.at, '2000-01-01') as at,
              max(case when s.department_id is not distinct from $2::uuid then s.seconds else 0 end)::int as seconds
         from wait_samples s
        where s.workspace_id = $1 and s.at >= date_bin('10 minutes', now(), '2000-01-01') - interval '2 hours'
        group by 1 order by 1`,
      [workspaceId, departmentId],
    )

  const figures = ({ workspaceId, departmentId }: Asked) =>
    db.query<{ now: Date; target: number | null; drafts: number }>(
      `select now() as now, (w.reply_targets->>'normal')::int * 60 as target,
              (select count(*)::int from (
                 select from conversations c where c.workspace_id = w.id and c.draft_id is not null
                    and ($2::uuid is null or c.department_id = $2) limit ${COUNT_LIMIT}) d) as drafts
         from workspaces w where w.id = $1`,
      [workspaceId, departmentId],
    )

  const loads = (workspaceId: string): Promise<AgentLoads['loads']> =>
    db.query(
      `select a.id, o.open_chats
         from agents a
        cross join lateral (
          select count(*)::int as open_chats
            from (select from conversations c
                   where c.workspace_id = a.workspace_id and c.assignee_id = a.id and c.is_open and c.channel = 'chat'
                     and c.snoozed_until is null and c.spam_at is null
                   limit ${COUNT_LIMIT}) c) o
        where a.workspace_id = $1 and a.kind = 'human' and a.disabled_at is null
        limit 500`,
      [workspaceId],
    )

  const seconds = (now: Date, since: Date): number =>
    Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000))

  return {
    loads,

    async show(asked: Asked): Promise<Board> {
      const [waitingRows, agentRows, dayRows, waitRows, [known]] = await Promise.all([
        waiting(asked),
        agents(asked),
        day(asked),
        waits(asked),
        figures(asked),
      ])
      const { now, target, drafts } = known!
      const people = agentRows.filter(({ kind }) => kind === 'human')
      const machines = agentRows.filter(({ kind }) => kind !== 'human')
      const today = dayRows.find(({ agent_id, hour }) => !agent_id && !hour)
      const ofAgent = new Map(dayRows.flatMap((row) => (row.agent_id ? [[row.agent_id, row]] : [])))
      const seen = people.map((agent) => ({
        ...agent,
        availability: effective(agent.id, agent.availability),
      }))
      const staffed = seen.filter(({ availability }) => availability === 'online')
      const longest = waitingRows[0] ? seconds(now, waitingRows[0].waiting_since) : null
      const sum = (rows: readonly AgentRow[], field: 'open_chats' | 'overdue' | 'capacity'): number =>
        rows.reduce((all, row) => all + row[field], 0)
      return {
        at: now.toISOString(),
        waiting: {
          count: waitingRows[0]?.count ?? 0,
          longest_seconds: longest,
          target_seconds: target,
          conversations: waitingRows.map(
            ({ contact_id, contact_name, department_id, department_name, count: _count, ...row }) => ({
              ...row,
              contact: { id: contact_id, name: contact_name },
              department:
                department_id && department_name !== null
                  ? { id: department_id, name: department_name }
                  : null,
              waiting_since: row.waiting_since.toISOString(),
              due_at: row.due_at?.toISOString() ?? null,
            }),
          ),
        },
        with_person: {
          count: sum(people, 'open_chats'),
          places: sum(staffed, 'capacity'),
          free: staffed.reduce(
            (all, { capacity, open_chats }) => all + Math.max(0, capacity - open_chats),
            0,
          ),
        },
        assistant: { count: sum(machines, 'open_chats'), drafts },
        first_reply: { median_seconds: today?.median ?? null, target_seconds: target },
        resolved: {
          by_assistant: today?.assistant ?? 0,
          all: (today?.assistant ?? 0) + (today?.person ?? 0),
        },
        rating: { average: today?.rating ?? null, count: today?.ratings ?? 0 },
        overdue: sum(people, 'overdue'),
        agents: seen.map((agent) => ({
          id: agent.id,
          name: agent.name,
          availability: agent.availability,
          since: agent.availability_since?.toISOString() ?? null,
          departments: agent.departments,
          open_chats: agent.open_chats,
          capacity: agent.capacity,
          next_due_at: agent.next_due_at?.toISOString() ?? null,
          first_reply_median_seconds: ofAgent.get(agent.id)?.median ?? null,
          rating_average: ofAgent.get(agent.id)?.rating ?? null,
          rating_count: ofAgent.get(agent.id)?.ratings ?? 0,
        })),
        longest_wait: [
          ...waitRows.map(({ at, seconds: most }) => ({ at: at.toISOString(), seconds: most })),
          { at: now.toISOString(), seconds: longest ?? 0 },
        ],
        solved: dayRows.flatMap(({ hour, person, assistant }) =>
          hour ? [{ at: hour.toISOString(), person, assistant }] : [],
        ),
      }
    },
  }
}

export type BoardService = ReturnType<typeof createBoard>
