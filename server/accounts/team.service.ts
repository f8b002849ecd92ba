// The team as its administrators see and change it: inviting, roles, leaving and coming back. Owners alone make and
// change owners, and the last one stays.

import type { Role } from '../../sdk/protocol/agent.ts'
import type { AdminAgent } from '../../sdk/protocol/team-admin.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Agents } from './agent.service.ts'
import type { AgentPrincipal } from './principal.ts'

interface TeamRow extends Omit<AdminAgent, 'disabled_at' | 'last_seen_at' | 'open_conversations'> {
  disabled_at: Date | null
  last_seen_at: Date | null
}

const AGENT = `
  select a.id, a.kind, a.name, a.email, a.role, a.availability, a.capacity, a.disabled_at, seen.last_seen_at,
         a.kind = 'human' and seen.last_seen_at is null as invited,
         array(select m.department_id from department_members m where m.agent_id = a.id order by 1) as department_ids
    from agents a, lateral (
      select greatest(a.last_seen_at, max(s.last_seen_at)) as last_seen_at from agent_sessions s
       where s.agent_id = a.id and s.kind <> 'api_key') seen
   where a.workspace_id = $1`

export interface TeamInvitation {
  name: string
  email: string
  role: Role
  department_ids: readonly string[]
  capacity: number
}

export interface AgentChange {
  name?: string | undefined
  role?: Role | undefined
  department_ids?: readonly string[] | undefined
  capacity?: number | undefined
  disabled?: boolean | undefined
}

export interface TeamDeps {
  db: Pick<Database, 'query' | 'transaction'>
  agents: Pick<Agents, 'asSeen' | 'changed' | 'create' | 'end' | 'setDepartments'>
  /** Open conversations each agent has. */
  loads: (workspaceId: string) => Promise<ReadonlyMap<string, number>>
}

export function createTeam({ db, agents, loads }: TeamDeps) {
  async function read(workspaceId: string, agentId?: string): Promise<AdminAgent[]> {
    const [rows, load] = await Promise.all([
      db.query<TeamRow>(`${AGENT} and ($2::uuid is null or a.id = $2) order by lower(a.name), a.id`, [
        workspaceId,
        agentId ?? null,
      ]),
      loads(workspaceId),
    ])
    return rows.map((row) => ({
      ...agents.asSeen(row),
      invited: row.invited,
      disabled_at: row.disabled_at?.toISOString() ?? null,
      last_seen_at: row.last_seen_at?.toISOString() ?? null,
      open_conversations: load.get(row.id) ?? 0,
    }))
  }

  /** @throws Problem `agent-not-found` */
  async function get(workspaceId: string, agentId: string): Promise<AdminAgent> {
    const [agent] = await read(workspaceId, agentId)
    if (!agent) throw new Problem('agent-not-found')
    return agent
  }

  /** @throws Problem `forbidden` */
  function checkOwnership(by: AgentPrincipal, ...roles: (Role | undefined)[]): void {
    if (by.role !== 'owner' && roles.includes('owner'))
      throw new Problem('forbidden', 'Owners alone make and change owners.')
  }

  /** Locks all owners: of two who leave at once, the second sees that the first has gone. @throws Problem `last-owner` */
  async function checkOwnersStay(
    workspaceId: string,
    leaving: string,
    transaction: Transaction,
  ): Promise<void> {
    const owners = await db.query<{ id: string }>(
      `select id from agents
        where workspace_id = $1 and role = 'owner' and kind = 'human' and disabled_at is null
        order by id for update`,
      [workspaceId],
      transaction,
    )
    if (owners.length === 1 && owners[0]!.id === leaving)
      throw new Problem('last-owner', 'Make somebody else an owner first.')
  }

  const held = (workspaceId: string, agentId: string, transaction: Transaction) =>
    db.query<{ kind: AdminAgent['kind']; role: Role; disabled: boolean }>(
      `select kind, role, disabled_at is not null as disabled from agents
        where workspace_id = $1 and id = $2 for update`,
      [workspaceId, agentId],
      transaction,
    )

  /** Somebody who was disabled and is invited again is the same person, who begins anew. */
  async function revive(by: AgentPrincipal, input: TeamInvitation, transaction: Transaction) {
    const { workspaceId } = by
    const { name, email, role, capacity, department_ids } = input
    const [gone] = await db.query<{ role: Role }>(
      `select role from agents
        where workspace_id = $1 and lower(email) = $2 and kind = 'human' and disabled_at is not null for update`,
      [workspaceId, email],
      transaction,
    )
    // The link signs in as them.
    checkOwnership(by, gone?.role)
    const [row] = await db.query<{ id: string }>(
      `update agents set name = $3, role = $4, capacity = $5, disabled_at = null, password_hash = null,
              last_seen_at = null, availability = 'online'
        where workspace_id = $1 and lower(email) = $2 and kind = 'human' and disabled_at is not null
       returning id`,
      [workspaceId, email, name, role, capacity],
      transaction,
    )
    if (row) await agents.setDepartments(workspaceId, row.id, department_ids, transaction)
    return row?.id
  }

  return {
    get,
    /** All, the disabled too, by name. */
    list: (workspaceId: string): Promise<AdminAgent[]> => read(workspaceId),

    /** @throws Problem `forbidden`, `department-not-found`, `invalid-request` when the e-mail is taken */
    async invite(by: AgentPrincipal, input: TeamInvitation): Promise<AdminAgent> {
      checkOwnership(by, input.role)
      const { workspaceId } = by
      const id = await db.transaction(async (transaction) => {
        const back = await revive(by, input, transaction)
        if (back) return back
        const { department_ids: departmentIds, ...rest } = input
        const agent = await agents.create({ workspaceId, kind: 'human', ...rest, departmentIds }, transaction)
        return agent.id
      })
      agents.changed(workspaceId, id)
      return get(workspaceId, id)
    },

    /** Whom an API key may act as. @throws Problem `agent-not-found`, `forbidden` */
    async checkKeyFor(by: AgentPrincipal, agentId: string): Promise<void> {
      checkOwnership(by, (await get(by.workspaceId, agentId)).role)
    },

    /** Whom a new link may be made for. @throws Problem `agent-not-found`, `forbidden` */
    async checkInvitable(by: AgentPrincipal, agentId: string): Promise<AdminAgent> {
      const agent = await get(by.workspaceId, agentId)
      if (agent.kind !== 'human' || agent.disabled_at) throw new Problem('agent-not-found')
      // A link signs in as them.
      checkOwnership(by, agent.role)
      return agent
    },

    /** @throws Problem `agent-not-found`, `department-not-found`, `forbidden`, `last-owner` */
    async change(by: AgentPrincipal, agentId: string, change: AgentChange): Promise<AdminAgent> {
      const { workspaceId } = by
      const { name, role, capacity, disabled, department_ids } = change
      const ended = await db.transaction(async (transaction) => {
        // Before the row itself is locked, so that everybody locks owners in one order.
        if (disabled || (role !== undefined && role !== 'owner'))
          await checkOwnersStay(workspaceId, agentId, transaction)
        const [row] = await held(workspaceId, agentId, transaction)
        if (!row) throw new Problem('agent-not-found')
        checkOwnership(by, row.role, role)
        if (row.kind === 'ai' && (disabled !== undefined || role !== undefined))
          throw new Problem('forbidden', 'The AI agent is switched on and off in its own settings.')
        await db.query(
          `update agents set name = coalesce($3, name), role = coalesce($4, role), capacity = coalesce($5, capacity),
                  disabled_at = case when $6::boolean then null else disabled_at end
            where workspace_id = $1 and id = $2 returning id`,
          [workspaceId, agentId, name ?? null, role ?? null, capacity ?? null, disabled === false],
          transaction,
        )
        if (department_ids) await agents.setDepartments(workspaceId, agentId, department_ids, transaction)
        return disabled && !row.disabled ? agents.end(workspaceId, agentId, transaction) : null
      })
      ended?.()
      agents.changed(workspaceId, agentId)
      return get(workspaceId, agentId)
    },
  }
}

export type Team = ReturnType<typeof createTeam>
