// Agents: whoever may hold a conversation, people and machines alike.

import type { AgentKind } from '../../sdk/protocol/actor.ts'
import type { Agent, Availability, Role } from '../../sdk/protocol/agent.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** Somebody joined, left, was renamed or set their availability. */
    'agent.changed': { workspaceId: string; agentId: string }
  }
}

export interface NewAgent {
  workspaceId: string
  kind: AgentKind
  name: string
  email?: string | null
  role?: Role
  departmentIds?: readonly string[]
  capacity?: number
}

export interface AgentsDeps {
  db: Pick<Database, 'query' | 'transaction'>
  bus: Pick<Bus, 'emit'>
  /** What colleagues see of a person's choice: without an open console they are offline. */
  effective?: (agentId: string, chosen: Availability) => Availability
  /** What somebody who leaves has open goes elsewhere: told in the transaction that ends their access. */
  onDisabled?: (agent: { workspaceId: string; agentId: string }, transaction: Transaction) => Promise<void>
}

const AGENT = `
  select a.id, a.kind, a.name, a.email, a.role, a.availability, a.capacity,
         array(select m.department_id from department_members m where m.agent_id = a.id order by 1) as department_ids
    from agents a`

export function createAgents({
  db,
  bus,
  effective = (_agentId, chosen) => chosen,
  onDisabled = async () => {},
}: AgentsDeps) {
  /** Machines have no capacity to speak of. */
  const asSeen = <A extends Agent>({ capacity, ...agent }: A): A =>
    (agent.kind === 'human'
      ? { ...agent, capacity, availability: effective(agent.id, agent.availability) }
      : agent) as A

  const changed = (workspaceId: string, agentId: string): void =>
    bus.emit('agent.changed', { workspaceId, agentId })

  async function join(
    agent: Pick<NewAgent, 'workspaceId' | 'departmentIds'>,
    agentId: string,
    transaction?: Transaction,
  ): Promise<void> {
    const ids = [...new Set(agent.departmentIds ?? [])]
    if (ids.length === 0) return
    const rows = await db.query(
      `insert into department_members (workspace_id, department_id, agent_id)
       select workspace_id, id, $3 from departments where workspace_id = $1 and id = any($2::uuid[])
       returning department_id`,
      [agent.workspaceId, ids, agentId],
      transaction,
    )
    if (rows.length < ids.length) throw new Problem('department-not-found')
  }

  /** @throws Problem `agent-not-found` */
  async function get(workspaceId: string, agentId: string, transaction?: Transaction): Promise<Agent> {
    const [row] = await db.query<Agent>(
      `${AGENT} where a.workspace_id = $1 and a.id = $2 and a.disabled_at is null`,
      [workspaceId, agentId],
      transaction,
    )
    if (!row) throw new Problem('agent-not-found')
    return asSeen(row)
  }

  async function insert(input: NewAgent, transaction: Transaction): Promise<Agent> {
    const { workspaceId, kind, name, email = null, role = 'agent', capacity = null } = input
    const id = uuidv7()
    const rows = await db.query(
      `insert into agents (id, workspace_id, kind, name, email, role, capacity)
       values ($1, $2, $3, $4, $5, $6, coalesce($7, 6))
       on conflict (workspace_id, lower(email)) where email is not null do nothing returning id`,
      [id, workspaceId, kind, name, email, role, capacity],
      transaction,
    )
    const taken = { pointer: '/email', detail: 'Another agent has this e-mail.' }
    if (rows.length === 0) throw new Problem('invalid-request', taken.detail, { errors: [taken] })
    await join(input, id, transaction)
    return get(workspaceId, id, transaction)
  }

  /** Within a transaction; the returned function tells of it, once that has committed. */
  async function end(workspaceId: string, agentId: string, transaction: Transaction): Promise<() => void> {
    const both = [workspaceId, agentId]
    const rows = await db.query(
      `update agents set disabled_at = now() where workspace_id = $1 and id = $2 and disabled_at is null
       returning id`,
      both,
      transaction,
    )
    if (rows.length === 0) throw new Problem('agent-not-found')
    await db.query('delete from login_links where workspace_id = $1 and agent_id = $2', both, transaction)
    const sessions = await db.query<{ id: string }>(
      'delete from agent_sessions where workspace_id = $1 and agent_id = $2 returning id',
      both,
      transaction,
    )
    await onDisabled({ workspaceId, agentId }, transaction)
    return () => {
      for (const { id } of sessions)
        bus.emit('session.revoked', { workspaceId, agentId, sessionId: id, reason: 'disabled' })
      changed(workspaceId, agentId)
    }
  }

  return {
    get,
    asSeen,
    changed,

    /** Exactly these from here on. @throws Problem `department-not-found` */
    async setDepartments(
      workspaceId: string,
      agentId: string,
      departmentIds: readonly string[],
      transaction: Transaction,
    ): Promise<void> {
      await db.query(
        'delete from department_members where workspace_id = $1 and agent_id = $2',
        [workspaceId, agentId],
        transaction,
      )
      await join({ workspaceId, departmentIds }, agentId, transaction)
    },

    /** All who are not disabled, by name. */
    async list(workspaceId: string): Promise<Agent[]> {
      const rows = await db.query<Agent>(
        `${AGENT} where a.workspace_id = $1 and a.disabled_at is null order by lower(a.name), a.id`,
        [workspaceId],
      )
      return rows.map(asSeen)
    },

    /** @throws Problem `invalid-request` when the e-mail is taken, `department-not-found` */
    async create(input: NewAgent, transaction?: Transaction): Promise<Agent> {
      const agent = transaction
        ? await insert(input, transaction)
        : await db.transaction((own) => insert(input, own))
      changed(input.workspaceId, agent.id)
      return agent
    },

    /** The AI agent of the workspace, or null where there is none. */
    async assistantOf(workspaceId: string): Promise<Agent | null> {
      const [row] = await db.query<Agent>(
        `${AGENT} where a.workspace_id = $1 and a.kind = 'ai' and a.disabled_at is null
          order by a.created_at, a.id limit 1`,
        [workspaceId],
      )
      return row ? asSeen(row) : null
    },

    /** What the agent chose; `list` and `get` show what comes of it. */
    async chosenAvailability(workspaceId: string, agentId: string): Promise<Availability> {
      const [row] = await db.query<{ availability: Availability }>(
        'select availability from agents where workspace_id = $1 and id = $2',
        [workspaceId, agentId],
      )
      if (!row) throw new Problem('agent-not-found')
      return row.availability
    },

    /** @throws Problem `agent-not-found` */
    async setAvailability(workspaceId: string, agentId: string, availability: Availability): Promise<void> {
      const rows = await db.query(
        `update agents set availability = $3, availability_since = case availability when $3 then availability_since else now() end
          where workspace_id = $1 and id = $2 and disabled_at is null
         returning id`,
        [workspaceId, agentId, availability],
      )
      if (rows.length === 0) throw new Problem('agent-not-found')
      changed(workspaceId, agentId)
    },

    end,

    /** Ends an agent's access at once: their sessions, keys and links go with it. */
    async disable(workspaceId: string, agentId: string): Promise<void> {
      const tell = await db.transaction((own) => end(workspaceId, agentId, own))
      tell()
    },
  }
}

export type Agents = ReturnType<typeof createAgents>
