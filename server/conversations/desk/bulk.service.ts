// One operation on many conversations: a durable job goes through them, anybody of the team can look, its starter can
// stop it and take it back.

import type * as z from 'zod'
import type { BulkOperation, StartBulk } from '../../../sdk/protocol/desk-tools.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { asProblem } from '../../platform/as-problem.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import type { ConversationLog } from '../conversation-log.ts'
import type { Inbox } from '../inbox/inbox.service.ts'
import { BEFORE, createBulkUndo } from './bulk-undo.ts'
import type { Action, DeskActions } from './desk-actions.ts'
import type { Macros } from './macro.service.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    /** The next stretch of an operation, or of taking it back. */
    'bulk.advance': {
      workspace_id: string
      operation_id: string
      /** Who takes it back; none: who has started it. */
      by?: string
    }
  }
}

declare module '../../platform/bus/bus.ts' {
  interface BusTopics {
    'bulk.advanced': { workspace_id: string; operation_id: string; agent_id: string }
  }
}

/** Conversations a view or filter may find. */
const MOST = 5000
/** In one run of the job, so that a node that stops waits for no more. */
const STRETCH = 50
/** Between two words of progress: four a second. */
const TELL_MS = 250
const MOST_ATTEMPTS = 25
const SHOWN_FAILURES = 20
/** What taking back would not undo. */
const FOR_GOOD: ReadonlySet<Action['type']> = new Set(['reply', 'note', 'follow'])

interface Operation {
  id: string
  workspace_id: string
  agent_id: string
  digest: Buffer
  actions: Action[]
  state: BulkOperation['state']
  total: number
}

interface Item {
  place: number
  conversation_id: string
}

export interface BulkDeps {
  db: Database
  bus: Pick<Bus, 'emit'>
  jobs: Jobs
  log: ConversationLog
  inbox: Pick<Inbox, 'ids'>
  macros: Pick<Macros, 'get'>
  deskActions: Pick<DeskActions, 'run'>
  principalOf: (workspaceId: string, agentId: string) => Promise<AgentPrincipal>
  clock: () => Date
}

export function createBulk(deps: BulkDeps) {
  const { db, bus, jobs, log, inbox, macros, deskActions, principalOf, clock } = deps
  const undo = createBulkUndo({ db, log, jobs, clock })
  const toldAt = new Map<string, number>()

  /** @throws Problem `bulk-not-found` */
  async function load(workspaceId: string, id: string): Promise<Operation> {
    const [row] = await db.query<Operation>(
      `select id, workspace_id, agent_id, digest, actions, state, total from bulk_operations
        where workspace_id = $1 and id = $2`,
      [workspaceId, id],
    )
    if (!row) throw new Problem('bulk-not-found')
    return row
  }

  async function shown(operation: Operation): Promise<BulkOperation> {
    const undoing = operation.state === 'undoing' || operation.state === 'undone'
    const [counts] = await db.query<{ done: number; failed: number; kept: number }>(
      `select count(*) filter (where state = $2)::int as done, count(*) filter (where state = $3)::int as failed,
              count(*) filter (where state = 'done')::int as kept
         from bulk_items where operation_id = $1`,
      [operation.id, undoing ? 'undone' : 'done', undoing ? 'undo_failed' : 'failed'],
    )
    const failures = await db.query<{ conversation_id: string; reference: string; reason: string }>(
      `select i.conversation_id, c.reference, coalesce(i.reason, '') as reason
         from bulk_items i join conversations c on c.id = i.conversation_id
        where i.operation_id = $1 and i.state = $2 order by i.place limit ${SHOWN_FAILURES}`,
      [operation.id, undoing ? 'undo_failed' : 'failed'],
    )
    const ended = operation.state === 'done' || operation.state === 'cancelled'
    const { id, state, total } = operation
    const canBe = operation.actions.some(({ type }) => !FOR_GOOD.has(type))
    return {
      id,
      state,
      total,
      done: counts!.done,
      failed: counts!.failed,
      failures,
      undoable: ended && canBe && counts!.kept > 0,
    }
  }

  function tell({ id, workspace_id, agent_id }: Operation, always = false, by = agent_id): void {
    const now = performance.now()
    if (!always && now - (toldAt.get(id) ?? Number.NEGATIVE_INFINITY) < TELL_MS) return
    if (always) toldAt.delete(id)
    else toldAt.set(id, now)
    for (const told of new Set([agent_id, by]))
      bus.emit('bulk.advanced', { workspace_id, operation_id: id, agent_id: told })
  }

  const goOn = ({ id, workspace_id }: Operation, by?: string, transaction?: Transaction): Promise<void> =>
    jobs.add(
      'bulk.advance',
      { workspace_id, operation_id: id, ...(by && { by }) },
      { key: `bulk:${id}`, maxAttempts: MOST_ATTEMPTS },
      transaction,
    )

  async function set(
    operation: Operation,
    from: readonly BulkOperation['state'][],
    to: BulkOperation['state'],
    transaction?: Transaction,
  ): Promise<Operation | null> {
    const [row] = await db.query(
      `update bulk_operations set state = $3, updated_at = now()
        where workspace_id = $1 and id = $2 and state = any($4) returning id`,
      [operation.workspace_id, operation.id, to, from],
      transaction,
    )
    return row ? { ...operation, state: to } : null
  }

  const finish = (
    operation: Operation,
    { place }: Item,
    state: string,
    reason: string | null,
  ): Promise<unknown> =>
    db.query(
      `update bulk_items i set state = $3, reason = $4,
              after_seq = case when $3 = 'done' then c.last_seq else i.after_seq end
         from conversations c where c.id = i.conversation_id and i.operation_id = $1 and i.place = $2 returning place`,
      [operation.id, place, state, reason],
    )

  /** How it was is written down first: a second try finds that, not what the first has made of it. */
  async function doOne(operation: Operation, agent: AgentPrincipal, item: Item): Promise<void> {
    await db.query(
      `update bulk_items i set before = ${BEFORE} from conversations c
        where i.operation_id = $1 and i.place = $2 and i.before is null and c.id = i.conversation_id returning place`,
      [operation.id, item.place],
    )
    const results = await deskActions.run(agent, item.conversation_id, operation.actions, operation.id)
    const failed = results.find(({ state }) => state === 'failed')
    if (failed) await finish(operation, item, 'failed', failed.detail ?? failed.code ?? '')
    else await finish(operation, item, 'done', null)
  }

  async function undoOne(operation: Operation, agent: AgentPrincipal, item: Item): Promise<void> {
    const reason = await undo.restore(agent, operation, item)
    if (reason) await finish(operation, item, 'undo_failed', reason)
    else await finish(operation, item, 'undone', null)
  }

  async function end(operation: Operation, state: BulkOperation['state'], by?: string): Promise<void> {
    const ended = await set(operation, [operation.state], state)
    if (!ended && operation.state === 'running') await undoLate(operation)
    tell(operation, true, by)
  }

  /** Stopped and taken back while one was still at work: that one comes after. */
  async function undoLate(operation: Operation): Promise<void> {
    const [late] = await db.query(
      `select 1 from bulk_items where operation_id = $1 and state = 'done' limit 1`,
      [operation.id],
    )
    const undoing = late && (await set(operation, ['undoing', 'undone'], 'undoing'))
    if (undoing) await goOn(undoing)
  }

  jobs.handle('bulk.advance', async ({ workspace_id, operation_id, by }, { attempt }) => {
    const operation = await load(workspace_id, operation_id)
    const undoing = operation.state === 'undoing'
    if (operation.state !== 'running' && !undoing) return
    const items = await db.query<Item>(
      `select place, conversation_id from bulk_items where operation_id = $1 and state = $2
        order by place limit ${STRETCH}`,
      [operation_id, undoing ? 'done' : 'waiting'],
    )
    const agentId = by ?? operation.agent_id
    const agent = await principalOf(workspace_id, agentId).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'agent-not-found') return null
      throw error
    })
    // What is not taken back yet can still be, by somebody else.
    const stopped = undoing ? 'done' : 'cancelled'
    for (const item of agent ? items : []) {
      // Stopped meanwhile, perhaps on another node, or whoever does it has had to go.
      const [still] = await db.query(
        `select 1 from bulk_operations o join agents a on a.id = $3 and a.disabled_at is null
          where o.id = $1 and o.state = $2`,
        [operation_id, operation.state, agentId],
      )
      if (!still) return end(operation, stopped, by)
      try {
        await (undoing ? undoOne : doOne)(operation, agent!, item)
      } catch (error) {
        const problem = asProblem(error)
        if (problem.retryable && attempt < MOST_ATTEMPTS) throw error
        const reason = problem.detail ?? problem.message
        await finish(operation, item, undoing ? 'undo_failed' : 'failed', reason)
      }
      tell(operation, false, by)
    }
    // Whoever is not there any more does nothing any more.
    if (agent && items.length === STRETCH) return goOn(operation, by)
    await end(operation, !agent ? stopped : undoing ? 'undone' : 'done', by)
  })

  return {
    /** @throws Problem `bulk-not-found` */
    get: async (agent: AgentPrincipal, id: string): Promise<BulkOperation> =>
      shown(await load(agent.workspaceId, id)),

    /** A repeat finds the first. @throws Problem `macro-not-found`, `cid-reused` for the id of another one */
    async start(
      agent: AgentPrincipal,
      input: z.output<typeof StartBulk>,
      digest: Buffer,
    ): Promise<BulkOperation> {
      const { workspaceId } = agent
      const actions = input.macro_id ? (await macros.get(agent, input.macro_id)).actions : input.actions!
      const ids =
        input.conversation_ids ??
        (await inbox.ids(agent, { view: input.view ?? 'open', filter: input.filter }, MOST))
      const begun = await db.transaction(async (transaction) => {
        const [made] = await db.query<Operation>(
          `insert into bulk_operations (id, workspace_id, agent_id, digest, actions)
           values ($1, $2, $3, $4, $5::jsonb) on conflict (id) do nothing
           returning id, workspace_id, agent_id, digest, actions, state, total`,
          [input.id, workspaceId, agent.id, digest, JSON.stringify(actions)],
          transaction,
        )
        if (!made) return null
        const items = await db.query(
          `insert into bulk_items (operation_id, place, conversation_id)
           select $1, row_number() over (order by g.n), c.id
             from unnest($3::uuid[]) with ordinality as g (id, n)
             join conversations c on c.id = g.id and c.workspace_id = $2
           returning place`,
          [input.id, workspaceId, [...new Set(ids)]],
          transaction,
        )
        await db.query(
          'update bulk_operations set total = $2 where id = $1 returning id',
          [input.id, items.length],
          transaction,
        )
        await goOn(made, undefined, transaction)
        return { ...made, total: items.length }
      })
      if (begun) return shown(begun)
      const held = await load(workspaceId, input.id)
      if (held.agent_id !== agent.id || !held.digest.equals(digest))
        throw new Problem('cid-reused', 'Use a new id for every operation.')
      return shown(held)
    },

    /** What is done stays done. @throws Problem `bulk-not-found`, `forbidden` */
    async cancel(agent: AgentPrincipal, id: string): Promise<BulkOperation> {
      const operation = await load(agent.workspaceId, id)
      checkMay(agent, operation)
      const now = await set(operation, ['running'], 'cancelled')
      tell(operation, true)
      return shown(now ?? (await load(agent.workspaceId, id)))
    },

    /** @throws Problem `bulk-not-found`, `forbidden`, `transition-refused` where there is nothing to take back */
    async undo(agent: AgentPrincipal, id: string): Promise<BulkOperation> {
      const operation = await load(agent.workspaceId, id)
      checkMay(agent, operation)
      if (operation.state === 'undoing' || operation.state === 'undone') return shown(operation)
      if (!(await shown(operation)).undoable)
        throw new Problem('transition-refused', 'There is nothing to take back.')
      const undoing = await db.transaction(async (transaction) => {
        const now = await set(operation, ['done', 'cancelled'], 'undoing', transaction)
        if (now) await goOn(now, agent.id, transaction)
        return now
      })
      return shown(undoing ?? (await load(agent.workspaceId, id)))
    },
  }
}

/** @throws Problem `forbidden` */
function checkMay(agent: AgentPrincipal, { agent_id }: Operation): void {
  if (agent_id !== agent.id && agent.role === 'agent')
    throw new Problem('forbidden', 'Its starter or an administrator may.')
}

export type Bulk = ReturnType<typeof createBulk>
