// Keeps the index of messages up with the logs, after their commits: what is heard of on the bus soon, what nobody heard
// of by looking at what has changed, what was there before newest first. Nothing it does keeps a message waiting.

import { setTimeout } from 'node:timers/promises'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import { createCoalescer } from '../coalescer.ts'
import type { MessageIndex } from './message-index.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    /** Looks for logs that have grown unheard; once a minute. */
    'search.catch_up': Record<string, never>
    /** Reads a workspace's older logs, a stretch a run. */
    'search.read_past': { workspace_id: string }
  }
}

/** Between two goes: messages of one moment are taken in together. */
const REST_MS = 500
const CONVERSATIONS = 100
/** Rests between two goes of one moment, as a multiple of what the last one took. */
const SHARE = 3
const EVERY_MS = 60_000
/** A row shows only when its transaction commits, up to some seconds after the time it carries. */
const OVERLAP_S = 20
/** Between stretches of old logs, so that whoever works meanwhile does not notice. */
const BREATH_MS = 20
/** A run of the job ends after so long, and the next one goes on: a node that stops is not held up. */
const RUN_MS = 5000

export interface MessageFeederDeps {
  db: Database
  bus: Pick<Bus, 'on'>
  jobs: Jobs
  log: Pick<Log, 'warn' | 'info'>
  index: MessageIndex
  clock: () => Date
}

export function createMessageFeeder({ db, bus, jobs, log, index, clock }: MessageFeederDeps) {
  let due = new Set<string>()
  let isClosed = false

  const feed = createCoalescer<'all'>({
    keyOf: (all) => all,
    restMs: REST_MS,
    onError: (error) => log.warn({ error: errorFields(error) }, 'search: messages could not be taken in'),
    async run() {
      const now = [...due]
      due = new Set()
      for (let from = 0; from < now.length && !isClosed; from += CONVERSATIONS) {
        const began = performance.now()
        // What fails here the job finds.
        await index.index(now.slice(from, from + CONVERSATIONS))
        // However many are busy, most of the time belongs to their messages.
        if (from + CONVERSATIONS < now.length) await setTimeout(SHARE * (performance.now() - began))
      }
    },
  })

  const stop = bus.on('conversation.appended', ({ conversation_id, here }) => {
    // Whoever has appended it takes it in; what dies with its node the job finds.
    if (!here) return
    due.add(conversation_id)
    feed.ask('all')
  })

  const ofWorkspace = (workspaceId: string) => ({
    queue: `search.past:${workspaceId}`,
    key: `search.past:${workspaceId}`,
    maxAttempts: 25,
  })

  /** Workspaces that nobody has looked at yet: their logs until now are their past. */
  async function begin(): Promise<void> {
    const rows = await db.query<{ workspace_id: string }>(
      `insert into message_search_progress (workspace_id, looked_at, past_at, past_id, behind)
       select w.id, now(), 'infinity', w.id, coalesce((
         select sum(c.last_seq) from conversations c where c.workspace_id = w.id), 0)
         from workspaces w
        where not exists (select from message_search_progress p where p.workspace_id = w.id)
           on conflict do nothing returning workspace_id`,
    )
    for (const row of rows) await jobs.add('search.read_past', row, ofWorkspace(row.workspace_id))
  }

  /** What has changed since the last look and is not taken in. */
  async function catchUp(): Promise<void> {
    // The database's clock, as it is what stamps conversations.
    const workspaces = await db.query<{ workspace_id: string; looked_at: Date; now: Date }>(
      'select workspace_id, looked_at, now() as now from message_search_progress where workspace_id is not null',
    )
    for (const { workspace_id, looked_at, now } of workspaces) {
      const rows = await db.query<{ id: string }>(
        `select c.id from conversations c
           left join message_search_heads h on h.conversation_id = c.id
          where c.workspace_id = $1 and c.is_open in (true, false)
            and c.updated_at > $2::timestamptz - interval '${OVERLAP_S} seconds'
            and c.last_seq > coalesce(h.seq, 0)`,
        [workspace_id, looked_at.toISOString()],
      )
      for (let from = 0; from < rows.length; from += CONVERSATIONS)
        await index.index(rows.slice(from, from + CONVERSATIONS).map(({ id }) => id))
      await db.query(
        `update message_search_progress set looked_at = greatest(looked_at, $2::timestamptz)
          where workspace_id = $1 returning workspace_id`,
        [workspace_id, now.toISOString()],
      )
    }
  }

  /** One stretch of what was there before, newest first; false when there is no more. */
  async function readPast(workspaceId: string): Promise<boolean> {
    const rows = await db.query<{ id: string; updated_at: string; last_seq: string }>(
      `select c.id, c.updated_at::text as updated_at, c.last_seq
         from message_search_progress p
        cross join lateral (
          select id, updated_at, last_seq from conversations c
           where c.workspace_id = p.workspace_id and (c.updated_at, c.id) < (p.past_at, p.past_id)
           order by c.updated_at desc, c.id desc limit ${CONVERSATIONS}) c
        where p.workspace_id = $1`,
      [workspaceId],
    )
    const last = rows.at(-1)
    if (last) await index.index(rows.map(({ id }) => id))
    await db.query(
      last
        ? `update message_search_progress
              set past_at = $2::timestamptz, past_id = $3, behind = greatest(0, behind - $4::bigint)
            where workspace_id = $1 returning workspace_id`
        : `update message_search_progress set past_at = null, past_id = null, behind = 0
            where workspace_id = $1 returning workspace_id`,
      last
        ? [
            workspaceId,
            last.updated_at,
            last.id,
            rows.reduce((sum, { last_seq }) => sum + Number(last_seq), 0),
          ]
        : [workspaceId],
    )
    return last !== undefined
  }

  jobs.handle('search.read_past', async ({ workspace_id }) => {
    const until = performance.now() + RUN_MS
    while (!isClosed && performance.now() < until) {
      if (!(await readPast(workspace_id))) {
        log.info({ workspace_id }, 'search: all messages are in the index')
        return
      }
      await setTimeout(BREATH_MS)
    }
    await jobs.add('search.read_past', { workspace_id }, ofWorkspace(workspace_id))
  })

  const schedule = (after: number): Promise<void> =>
    jobs.add(
      'search.catch_up',
      {},
      { key: 'search.catch_up', runAt: new Date(clock().getTime() + after), maxAttempts: 20 },
    )

  jobs.handle('search.catch_up', async () => {
    await schedule(EVERY_MS)
    await begin()
    await catchUp()
  })

  return {
    /** Looks at once, and again each minute. */
    schedule: (): Promise<void> => schedule(0),
    begin,
    catchUp,
    readPast,
    close(): void {
      isClosed = true
      due = new Set()
      stop()
      feed.close()
    },
  }
}

export type MessageFeeder = ReturnType<typeof createMessageFeeder>
