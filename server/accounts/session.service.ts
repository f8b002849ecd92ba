// Sessions of agents: an opaque bearer token, 12 hours idle, 7 days at most. Times are the database's. API keys are
// sessions too, which do not end by lying idle: api-key.service.ts makes and lists them.

import type { Bus } from '../platform/bus/bus.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { hashToken, newToken } from '../platform/token.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { AgentPrincipal } from './principal.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** A session has ended before its time: its sockets must close. */
    'session.revoked': {
      workspaceId: string
      agentId: string
      sessionId: string
      reason: 'signed_out' | 'disabled'
    }
  }
}

interface SessionRow {
  id: string
  workspace_id: string
  agent_id: string
  kind: AgentPrincipal['kind']
  name: string
  role: AgentPrincipal['role']
  session_kind: AgentPrincipal['sessionKind']
}

const LIVE = `s.expires_at > now() and a.disabled_at is null
  and (s.kind = 'api_key' or s.last_seen_at > now() - interval '12 hours')`
const SESSION = 's.id, s.workspace_id, s.agent_id, s.kind as session_kind, a.kind, a.name, a.role'

const toPrincipal = (row: SessionRow): AgentPrincipal => ({
  side: 'agent',
  kind: row.kind,
  id: row.agent_id,
  name: row.name,
  role: row.role,
  workspaceId: row.workspace_id,
  sessionId: row.id,
  sessionKind: row.session_kind,
})

export function createSessions({
  db,
  bus,
}: {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'emit' | 'emitHere'>
}) {
  const tell = (rows: { id: string; workspace_id: string; agent_id: string }[]): void => {
    for (const row of rows)
      bus.emit('session.revoked', {
        workspaceId: row.workspace_id,
        agentId: row.agent_id,
        sessionId: row.id,
        reason: 'signed_out',
      })
  }

  return {
    /** Opens a session. The token is in the answer and nowhere else. */
    async create(
      agent: {
        workspaceId: string
        agentId: string
        /** The key whose host token opened it: it ends with that. */
        consoleKeyId?: string
      },
      transaction?: Transaction,
    ): Promise<{ token: string; sessionId: string; expiresAt: Date }> {
      const token = newToken()
      const sessionId = uuidv7()
      const { workspaceId, agentId, consoleKeyId = null } = agent
      const [row] = await db.query<{ expires_at: Date }>(
        `with seen as (
           update agents set last_seen_at = now() where workspace_id = $2 and id = $3
         )
         insert into agent_sessions (id, workspace_id, agent_id, token_hash, expires_at, kind, console_key_id)
         values ($1, $2, $3, $4, now() + interval '7 days', $5, $6) returning expires_at`,
        [sessionId, workspaceId, agentId, hashToken(token), consoleKeyId ? 'host' : 'browser', consoleKeyId],
        transaction,
      )
      return { token, sessionId, expiresAt: row!.expires_at }
    },

    /** The agent a token stands for, or null for a dead or unknown one. Counts as activity. */
    async verify(token: string): Promise<AgentPrincipal | null> {
      if (token.length > 200) return null
      const [row] = await db.query<SessionRow>(
        // Written at most once a minute, so that reading stays cheap.
        `with live as (
           select ${SESSION}, s.last_seen_at
             from agent_sessions s join agents a on a.id = s.agent_id and a.workspace_id = s.workspace_id
            where s.token_hash = $1 and ${LIVE}
         ), touched as (
           update agent_sessions s set last_seen_at = now() from live
            where s.id = live.id and live.last_seen_at < now() - interval '1 minute'
           returning s.agent_id, s.kind
         ), seen as (
           update agents a set last_seen_at = now() from touched
            where a.id = touched.agent_id and touched.kind <> 'api_key'
         )
         select * from live`,
        [hashToken(token)],
      )
      return row ? toPrincipal(row) : null
    },

    /** Whether the session still holds; asked for open sockets, and counts as activity as they are. */
    async holds({ workspaceId, sessionId }: AgentPrincipal): Promise<boolean> {
      const rows = await db.query(
        `update agent_sessions s set last_seen_at = now() from agents a
          where s.workspace_id = $1 and s.id = $2 and a.id = s.agent_id and a.workspace_id = s.workspace_id
            and ${LIVE}
         returning s.id`,
        [workspaceId, sessionId],
      )
      return rows.length > 0
    },

    /** Tells of those that hold no more, as if for the first time on this node: the news may have been lost. */
    async tellEnded(sessions: readonly AgentPrincipal[]): Promise<void> {
      if (sessions.length === 0) return
      const rows = await db.query<{ id: string }>(
        `select s.id from agent_sessions s join agents a on a.id = s.agent_id and a.workspace_id = s.workspace_id
          where s.id = any($1) and s.workspace_id = any($2) and ${LIVE}`,
        [sessions.map(({ sessionId }) => sessionId), [...new Set(sessions.map((s) => s.workspaceId))]],
      )
      const live = new Set(rows.map(({ id }) => id))
      for (const { workspaceId, id: agentId, sessionId } of sessions)
        if (!live.has(sessionId))
          bus.emitHere('session.revoked', { workspaceId, agentId, sessionId, reason: 'signed_out' })
    },

    /** Younger than half an hour: whoever holds it has just proven who they are. */
    async isFresh({ workspaceId, sessionId }: AgentPrincipal): Promise<boolean> {
      const rows = await db.query(
        `select id from agent_sessions
          where workspace_id = $1 and id = $2 and kind <> 'api_key'
            and created_at > now() - interval '30 minutes'`,
        [workspaceId, sessionId],
      )
      return rows.length > 0
    },

    async revoke(workspaceId: string, sessionId: string): Promise<void> {
      tell(
        await db.query(
          `delete from agent_sessions where workspace_id = $1 and id = $2
           returning id, workspace_id, agent_id`,
          [workspaceId, sessionId],
        ),
      )
    },

    /** Those that tokens of this host's key have opened. */
    async revokeOfConsoleKey(workspaceId: string, consoleKeyId: string): Promise<void> {
      tell(
        await db.query(
          `delete from agent_sessions where workspace_id = $1 and console_key_id = $2
           returning id, workspace_id, agent_id`,
          [workspaceId, consoleKeyId],
        ),
      )
    },

    /** All of an agent's sessions but the one they are using; keys of servers are another matter. */
    async revokeOthers({ workspaceId, id, sessionId }: AgentPrincipal): Promise<void> {
      tell(
        await db.query(
          `delete from agent_sessions where workspace_id = $1 and agent_id = $2 and id <> $3 and kind <> 'api_key'
           returning id, workspace_id, agent_id`,
          [workspaceId, id, sessionId],
        ),
      )
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
