// Takes tags, topics and departments that are no more from the conversations that have them: in bounded batches, by a job
// that goes on after a restart. Nobody waits for it: a conversation shows what is no more as none.

import { setTimeout } from 'node:timers/promises'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'

export const GONE_KINDS = ['tag', 'topic', 'department'] as const
export type GoneKind = (typeof GONE_KINDS)[number]

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'conversations.strip': { workspace_id: string; kind: GoneKind; id: string; done: number }
  }
}

const AT_ONCE = 500
/** Between batches, so that whoever works meanwhile does not notice. */
const BREATH_MS = 10
/** A run of the job ends after so long, and the next one goes on: a node that stops is not held up. */
const RUN_MS = 5000
const MOST_COUNTED = 100_000
/** Once more, for who was given it in the moment it went. */
const AGAIN_MS = 60_000

/** @param id as SQL names it */
const HOLDS: Record<GoneKind, (id: string) => string> = {
  tag: (id) => `tag_ids @> array[${id}] and tag_ids <> '{}'`,
  topic: (id) => `topic_id = ${id}`,
  department: (id) => `department_id = ${id}`,
}
const WITHOUT: Record<GoneKind, string> = {
  tag: 'tag_ids = array_remove(c.tag_ids, $2::uuid)',
  topic: 'topic_id = null',
  department: 'department_id = null',
}

export interface StripGoneDeps {
  db: Pick<Database, 'query'>
  jobs: Jobs
  log: Pick<Log, 'info'>
  /** Of one batch. */
  atOnce?: number
}

/** Registers the job, too: call before they start. */
export function createStripGone({ db, jobs, log, atOnce = AT_ONCE }: StripGoneDeps) {
  /** One batch; how many it was. What somebody holds is left for later. */
  async function batch(workspaceId: string, kind: GoneKind, id: string): Promise<number> {
    const rows = await db.query(
      `update conversations c set ${WITHOUT[kind]}
        where c.id = any(array(
          select id from conversations where workspace_id = $1 and ${HOLDS[kind]('$2::uuid')} limit ${atOnce}
             for no key update skip locked))
        returning c.id`,
      [workspaceId, id],
    )
    return rows.length
  }

  async function isLeft(workspaceId: string, kind: GoneKind, id: string): Promise<boolean> {
    const rows = await db.query(
      `select id from conversations where workspace_id = $1 and ${HOLDS[kind]('$2::uuid')} limit 1`,
      [workspaceId, id],
    )
    return rows.length > 0
  }

  jobs.handle('conversations.strip', async ({ workspace_id, kind, id, done: before }) => {
    const until = performance.now() + RUN_MS
    let done = before
    for (;;) {
      const count = await batch(workspace_id, kind, id)
      done += count
      if (count < atOnce || performance.now() > until) break
      await setTimeout(BREATH_MS)
    }
    if (await isLeft(workspace_id, kind, id)) {
      log.info({ kind, id, done }, 'taken from conversations so far')
      await add(workspace_id, kind, id, done, 100)
      return
    }
    await db.query('delete from taking_away where workspace_id = $1 and kind = $2 and id = $3 returning id', [
      workspace_id,
      kind,
      id,
    ])
    if (done > 0) log.info({ kind, id, done }, 'taken from all conversations')
  })

  const add = (
    workspace_id: string,
    kind: GoneKind,
    id: string,
    done: number,
    after: number,
    transaction?: Transaction,
  ): Promise<void> =>
    jobs.add(
      'conversations.strip',
      { workspace_id, kind, id, done },
      { runAt: new Date(Date.now() + after), maxAttempts: 25 },
      transaction,
    )

  return {
    batch,
    /** How many conversations still have one that is deleted; no more are counted than somebody can make out. */
    async left(workspaceId: string, kind: GoneKind): Promise<number> {
      const [row] = await db.query<{ count: number }>(
        `select count(*)::int as count from (
           select c.id from taking_away gone
             join conversations c on c.workspace_id = $1 and ${HOLDS[kind]('gone.id')}
            where gone.workspace_id = $1 and gone.kind = $2 limit ${MOST_COUNTED}) held`,
        [workspaceId, kind],
      )
      return row!.count
    },
    /** In the transaction that takes it away: neither is without the other. */
    async begin(workspaceId: string, kind: GoneKind, id: string, transaction: Transaction): Promise<void> {
      await db.query(
        'insert into taking_away (workspace_id, kind, id) values ($1, $2, $3) on conflict do nothing returning id',
        [workspaceId, kind, id],
        transaction,
      )
      await add(workspaceId, kind, id, 0, 0, transaction)
      await add(workspaceId, kind, id, 0, AGAIN_MS, transaction)
    },
  }
}

export type StripGone = ReturnType<typeof createStripGone>
