// From the AI agent to a person and back: the queue. The customer is always told, in the same transaction.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Department } from '../../sdk/protocol/agent.ts'
import type { HandoffReason } from '../../sdk/protocol/conversation.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import { Problem } from '../platform/problem.ts'
import { actorOf, authorize, type OwnerOf } from './access.ts'
import type { AppendResult, Cause, ConversationLog, Decision } from './conversation-log.ts'
import type { ConversationRow } from './conversation-row.ts'
import type { Staffing } from './conversation-view.ts'
import { checkReopening, checkTransition, isOpen } from './lifecycle.ts'
import { lastMessage, plainMessage } from './message.service.ts'
import { takeOver } from './take-over.ts'

/** Words in which the AI agent tells the customer of the handoff, in their language. */
export type HandoffWords = (
  locale: string | null,
  facts: { reason: HandoffReason; staffed: boolean; reference: string; care?: boolean },
) => string

/** What else is known of a handoff. */
export interface HandoffMore {
  /** The customer's, where it is not their page's. */
  language?: string
  /** Somebody may be in danger. */
  care?: boolean
  /** Where it goes; null: where it is. */
  departmentId?: string | null
}

export interface HandoffDeps {
  log: ConversationLog
  clock: () => Date
  staffing: Staffing
  ownerOf: OwnerOf
  /** The AI agent that answers on this site, or null where it is switched off. */
  assistantOn: (workspaceId: string, siteId: string) => Promise<Actor | null>
  words: HandoffWords
  department: (workspaceId: string, departmentId: string) => Promise<Department>
}

/** The page's own way of a language where it is the one that was written. */
const localeOf = ({ locale }: ConversationRow, language: string | undefined): string | null =>
  language === undefined || locale?.toLowerCase().split('-')[0] === language ? locale : language

const notFound =
  (code: Problem['code']) =>
  (error: unknown): null => {
    if (error instanceof Problem && error.code === code) return null
    throw error
  }

export function createHandoff({
  log,
  clock,
  staffing,
  ownerOf,
  assistantOn,
  words,
  department,
}: HandoffDeps) {
  /** Into the queue: nobody owns it, the epoch moves on, so a running answer of the AI comes too late. */
  function toQueue(
    row: ConversationRow,
    by: Actor,
    reason: HandoffReason,
    speaker: Actor | null,
    { language, care, to }: Pick<HandoffMore, 'language' | 'care'> & { to?: Department | null } = {},
  ): Decision {
    const staffed = staffing.isStaffed(row.workspace_id)
    const now = clock()
    const said =
      speaker &&
      plainMessage(
        words(localeOf(row, language), { reason, staffed, reference: row.reference, ...(care && { care }) }),
      )
    return {
      events: [
        ...(speaker && said
          ? [{ type: 'message.created' as const, actor: speaker, public: true, data: said }]
          : []),
        {
          type: 'conversation.handed_over',
          actor: by,
          public: true,
          main: true,
          data: { reason, department: to ?? null, staffed, reference: row.reference },
        },
      ],
      patch: {
        status: 'escalated',
        ...(to && { department_id: to.id }),
        resolved_at: null,
        assignee_id: null,
        assignment_epoch: row.assignment_epoch + 1,
        waiting_since: row.waiting_since ?? now,
        handoff_reason: reason,
        ...(speaker && said && { last_message: lastMessage(speaker, said, now) }),
      },
    }
  }

  const alreadyWaiting = (row: ConversationRow, by: Actor, reason: HandoffReason): Decision => ({
    events: [
      {
        type: 'conversation.handed_over',
        actor: by,
        public: false,
        main: true,
        data: {
          reason,
          department: null,
          staffed: staffing.isStaffed(row.workspace_id),
          reference: row.reference,
        },
      },
    ],
  })

  return {
    toQueue,

    /** The customer asks for a person. No model has a say in it. */
    request(visitor: VisitorPrincipal, conversationId: string, cause: Cause): Promise<AppendResult> {
      const by = actorOf(visitor)
      return log.append(
        { workspaceId: visitor.workspaceId, conversationId },
        async (row) => {
          authorize(visitor, row)
          if (row.waiting_since) return alreadyWaiting(row, by, 'asked_for_person')
          const owner = await ownerOf(row)
          if (owner?.kind === 'human' && isOpen(row.status))
            throw new Problem('transition-refused', `${owner.name} has this conversation already.`)
          checkReopening(row, clock())
          checkTransition(row.status, 'escalated', 'contact')
          const speaker = owner ?? (await assistantOn(row.workspace_id, row.site_id))
          return toQueue(row, by, 'asked_for_person', speaker)
        },
        cause,
      )
    },

    /** The customer leaves the queue: the AI agent answers as before. */
    cancel(visitor: VisitorPrincipal, conversationId: string, cause: Cause): Promise<AppendResult> {
      const by = actorOf(visitor)
      return log.append(
        { workspaceId: visitor.workspaceId, conversationId },
        async (row) => {
          authorize(visitor, row)
          const assistant = await assistantOn(row.workspace_id, row.site_id)
          if (!row.waiting_since || !assistant)
            throw new Problem('transition-refused', 'Nobody waits for a person here.')
          checkTransition(row.status, 'assigned', 'contact')
          const taken = takeOver(row, by, assistant, { previous: null, now: clock() })
          const [assigned] = taken.events
          // Public this once: the customer's own log must show that they left the queue.
          return { ...taken, events: [{ ...assigned!, public: true, main: true }] }
        },
        cause,
      )
    },

    /**
     * An AI or bot agent gives the conversation up, under the epoch it began with.
     * @throws Problem `stale-assignment`
     */
    async giveUp(
      agent: Actor,
      at: { workspaceId: string; conversationId: string; epoch: number },
      reason: HandoffReason,
      more: HandoffMore = {},
    ): Promise<AppendResult> {
      // A department that is no more leaves the conversation where it is.
      const to = more.departmentId
        ? await department(at.workspaceId, more.departmentId).catch(notFound('department-not-found'))
        : null
      return log.append(at, (row) => {
        if (row.assignment_epoch !== at.epoch || row.assignee_id !== agent.id || !isOpen(row.status))
          throw new Problem('stale-assignment', 'Somebody else has taken over.')
        checkTransition(row.status, 'escalated', 'agent')
        return toQueue(row, agent, reason, agent, { ...more, to })
      })
    },
  }
}

export type Handoff = ReturnType<typeof createHandoff>
