// Out of sight until a time, or until the customer writes. A durable job wakes it, fenced by the very time it was set to.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import { TRIAGE_LIMITS } from '../../../sdk/protocol/triage.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import { actorOf, authorize } from '../access.ts'
import type { AppendResult, Cause, ConversationLog, Decision, NewEvent } from '../conversation-log.ts'
import type { ConversationRow } from '../conversation-row.ts'
import { isOpen } from '../lifecycle.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'conversation.wake': { workspace_id: string; conversation_id: string; until: string }
  }
}

const DAY = 86_400_000
/** Tried for a day: nobody may find out weeks later that something never came back. */
const MOST_ATTEMPTS = 20

/** The job has come for a snooze that is no more. */
class Overtaken extends Error {}

/** A moment that lies ahead, but not years. @throws Problem `invalid-request` */
export function aheadOf(now: Date, at: string, pointer: string): Date {
  const time = new Date(at)
  const ahead = time.getTime() - now.getTime()
  if (ahead > 0 && ahead <= TRIAGE_LIMITS.daysAhead * DAY) return time
  const detail = ahead > 0 ? `At most ${TRIAGE_LIMITS.daysAhead} days ahead.` : 'This time has passed.'
  throw new Problem('invalid-request', detail, { errors: [{ pointer, detail }] })
}

/** What the log says of it. */
export const snoozed = (
  row: Pick<ConversationRow, 'snoozed_until'>,
  actor: Actor,
  until: Date | null,
  why: 'agent' | 'due' | 'reply',
): NewEvent => ({
  type: 'conversation.snoozed',
  actor,
  public: false,
  data: {
    until: until?.toISOString() ?? null,
    previous: row.snoozed_until?.toISOString() ?? null,
    why,
  },
})

/** A job for each time that is set, or nobody wakes it. */
function planWake(
  jobs: Pick<Jobs, 'add'>,
  { workspace_id, id }: Pick<ConversationRow, 'workspace_id' | 'id'>,
  until: Date,
  transaction: Transaction,
): Promise<void> {
  const payload = { workspace_id, conversation_id: id, until: until.toISOString() }
  const options = { key: `wake:${id}`, runAt: until, maxAttempts: MOST_ATTEMPTS }
  return jobs.add('conversation.wake', payload, options, transaction)
}

/** A snooze as it was before, with somebody to wake it; null for one whose time has passed meanwhile. */
export async function snoozeAgain(
  { jobs, clock }: { jobs: Pick<Jobs, 'add'>; clock: () => Date },
  row: ConversationRow,
  before: string | null,
  transaction: Transaction,
): Promise<Date | null> {
  const until = before === null ? null : new Date(before)
  if (until === null || until <= clock()) return null
  await planWake(jobs, row, until, transaction)
  return until
}

export interface SnoozeDeps {
  log: ConversationLog
  jobs: Jobs
  clock: () => Date
}

export function createSnoozes({ log, jobs, clock }: SnoozeDeps) {
  /** Inside an append of the conversation: what else is decided there comes with it. */
  async function put(
    row: ConversationRow,
    actor: Actor,
    at: string,
    transaction: Transaction,
    pointer = '/until',
  ): Promise<Decision> {
    const until = aheadOf(clock(), at, pointer)
    await planWake(jobs, row, until, transaction)
    return { events: [snoozed(row, actor, until, 'agent')], patch: { snoozed_until: until } }
  }

  jobs.handle(
    'conversation.wake',
    async ({ workspace_id: workspaceId, conversation_id: conversationId, until }) => {
      const system: Actor = { kind: 'system', id: null, name: '' }
      try {
        await log.append({ workspaceId, conversationId }, (row) => {
          if (row.snoozed_until?.toISOString() !== until) throw new Overtaken()
          return { events: [snoozed(row, system, null, 'due')], patch: { snoozed_until: null } }
        })
      } catch (error) {
        const gone = error instanceof Problem && error.code === 'conversation-not-found'
        if (!(error instanceof Overtaken) && !gone) throw error
      }
    },
  )

  return {
    put,

    /** Null wakes it. @throws Problem `conversation-closed`, `transition-refused` where nothing would change */
    set(
      agent: AgentPrincipal,
      input: { conversation_id: string; until: string | null },
      cause: Cause,
    ): Promise<AppendResult> {
      const at = { workspaceId: agent.workspaceId, conversationId: input.conversation_id }
      return log.append(
        at,
        async (row, transaction) => {
          authorize(agent, row)
          if (!isOpen(row.status)) throw new Problem('conversation-closed', 'Reopen it first.')
          if (input.until) return put(row, actorOf(agent), input.until, transaction)
          if (!row.snoozed_until) throw new Problem('transition-refused', 'It is awake already.')
          return {
            events: [snoozed(row, actorOf(agent), null, 'agent')],
            patch: { snoozed_until: null },
          }
        },
        cause,
      )
    },
  }
}

export type Snoozes = ReturnType<typeof createSnoozes>
