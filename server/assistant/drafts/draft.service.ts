// Answers that wait for a person of the team: written by the AI agent, sent, changed or thrown away by agents. Every
// decision is one transaction under the conversation's row lock, so of two who decide at once one wins.

import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { DiscardReason, DraftData, DraftDecision } from '../../../sdk/protocol/assistant-event.ts'
import type { MessageData } from '../../../sdk/protocol/event.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { actorOf, authorize } from '../../conversations/access.ts'
import type { AppendResult, Cause, ConversationLog, Decision } from '../../conversations/conversation-log.ts'
import { type ConversationRow, EVENT_COLUMNS, type EventRow } from '../../conversations/conversation-row.ts'
import type { Handoff } from '../../conversations/handoff.service.ts'
import { isOpen } from '../../conversations/lifecycle.ts'
import { lastMessage, messageData } from '../../conversations/message.service.ts'
import { takeOver } from '../../conversations/take-over.ts'
import { cutText } from '../../platform/cut-text.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { treePreview } from '../../platform/markdown/tree-text.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { spokenMessages } from '../conversation-turns.ts'
import type { Draft } from '../pipeline/draft.ts'
import { keptCitations } from './draft-citations.ts'
import { overtakenDrafts, superseded } from './draft-overtaken.ts'
import { createDraftRows } from './draft-row.ts'
import { editDistance } from './edit-distance.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'assistant.redraft': {
      workspace_id: string
      conversation_id: string
      draft_id: string
      instruction: string
    }
  }
}

const QUESTION_LENGTH = 500
const PREVIEW_LENGTH = 140
/** More changed than this, it is the agent's own answer, and says nothing of the article the draft rested on. */
const STILL_THE_DRAFT = 0.5
/** Of the log, newest first: where what is asked is looked for. */
const LOOKED_AT = 40

const NOTHING = { reason: null, edit_distance: null, message_id: null }

/** What a draft is made of, besides the conversation it is for. */
export interface Drafted {
  draft: Draft
  confidence: number | null
  topic: string | null
  instruction?: string | null
}

export interface DraftDeps {
  db: Database
  log: ConversationLog
  jobs: Jobs
  clock: () => Date
  handoff: Pick<Handoff, 'toQueue'>
  assistantOf: (workspaceId: string) => Promise<Actor | null>
  /** How the customer is told that a person looks first. */
  words: (row: ConversationRow) => string
  /** Whether drafts can be written to an agent's wish. */
  hasModel: boolean
  /** An answer was good enough to be sent: the article has this question to its name. */
  learn: (accepted: { row: ConversationRow; question: string; slugs: string[] }) => Promise<void>
}

type About = { conversation_id: string; draft_id: string }

export function createDrafts(deps: DraftDeps) {
  const { db, log, jobs, clock, handoff, assistantOf, words, hasModel, learn } = deps
  const rows = createDraftRows({ db })
  log.amend(overtakenDrafts({ rows, jobs }))

  const at = (agent: AgentPrincipal, { conversation_id }: About) => ({
    workspaceId: agent.workspaceId,
    conversationId: conversation_id,
  })

  /** What the customer waits for an answer to: all they have written since anybody last replied. */
  async function askedIn(row: ConversationRow, transaction: Transaction): Promise<EventRow[]> {
    const found = await db.query<EventRow>(
      `select ${EVENT_COLUMNS} from conversation_events where conversation_id = $1 order by seq desc limit ${LOOKED_AT}`,
      [row.id],
      transaction,
    )
    const messages = spokenMessages(found.reverse())
    const since = messages.findLastIndex(({ actor_kind }) => actor_kind !== 'contact') + 1
    return since < messages.length ? messages.slice(since) : messages.slice(-1)
  }

  /** From here on a draft waits. */
  async function waiting(
    row: ConversationRow,
    agent: Actor,
    { draft, confidence, topic, instruction = null }: Drafted,
    transaction: Transaction,
    toldAlready?: boolean,
  ): Promise<Decision> {
    const asked = await askedIn(row, transaction)
    const told = toldAlready ?? (await rows.told(row, transaction))
    const { body, citations, answer, content, choices } = messageData({
      ...draft,
      allowedLinkHosts: undefined,
    })
    const data: DraftData = {
      body,
      content,
      citations,
      answer,
      ...(choices && { choices }),
      confidence,
      message_id: asked.at(-1)?.id ?? row.id,
      instruction,
    }
    const id = uuidv7()
    const question = asked.map((event) => (event.data as MessageData).body).join('\n')
    await rows.add(
      row,
      {
        id,
        question: cutText(question, QUESTION_LENGTH),
        preview: treePreview(content, PREVIEW_LENGTH),
        topic,
        data,
      },
      transaction,
    )
    const notice = {
      ...messageData({ body: words(row), citations: [], answer: null }),
      notice: 'review' as const,
    }
    return {
      events: [
        ...(told ? [] : [{ type: 'message.created' as const, actor: agent, public: true, data: notice }]),
        { id, type: 'draft.created', actor: agent, public: false, main: true, data },
      ],
      patch: { draft_id: id, draft_at: clock() },
    }
  }

  /** The agent decides about the draft that waits. */
  const decide = (
    agent: AgentPrincipal,
    input: About,
    cause: Cause,
    then: (
      row: ConversationRow,
      draft: Awaited<ReturnType<typeof rows.pending>>,
      transaction: Transaction,
    ) => Promise<Decision>,
  ): Promise<AppendResult> =>
    log.append(
      at(agent, input),
      async (row, transaction) => {
        authorize(agent, row)
        if (agent.kind !== 'human') throw new Problem('forbidden', 'A person decides about drafts.')
        return then(row, await rows.pending(row, input.draft_id, transaction), transaction)
      },
      cause,
    )

  const decidedEvent = (agent: AgentPrincipal, data: DraftDecision) => ({
    type: 'draft.decided' as const,
    actor: actorOf(agent),
    public: false,
    data,
  })
  const gone = { draft_id: null, draft_at: null }

  return {
    rows,

    /**
     * An AI agent's answer under the epoch it began with, for the team instead of the customer. Told once: a person looks.
     * @throws Problem `stale-assignment` when the conversation has changed hands since
     */
    create(
      agent: Actor,
      { epoch, ...where }: { workspaceId: string; conversationId: string; epoch: number },
      drafted: Drafted,
      cause: Cause,
    ): Promise<AppendResult> {
      return log.append(
        where,
        (row, transaction) => {
          if (row.assignment_epoch !== epoch || row.assignee_id !== agent.id || !isOpen(row.status))
            throw new Problem('stale-assignment', 'Somebody else has taken over; nothing was drafted.')
          if (row.draft_id) throw new Problem('stale-assignment', 'A draft waits already.')
          return waiting(row, agent, drafted, transaction)
        },
        cause,
      )
    },

    /** In the place of a draft that still waits; false where it no longer does. */
    async replace(
      agent: Actor,
      where: { workspaceId: string; conversationId: string },
      draftId: string,
      drafted: Drafted,
    ): Promise<boolean> {
      const appended = await log
        .append(where, async (row, transaction) => {
          if (row.draft_id !== draftId) throw new Problem('draft-decided')
          await rows.close(draftId, { outcome: 'superseded', ...NOTHING }, null, transaction)
          const next = await waiting(row, agent, drafted, transaction, true)
          return { ...next, events: [superseded(draftId, agent), ...next.events] }
        })
        .catch((error: unknown) => {
          if (error instanceof Problem && error.code === 'draft-decided') return null
          throw error
        })
      return appended !== null
    },

    /** Nothing came of what an agent asked for; the draft stands as it is. */
    async failed(
      agent: Actor,
      where: { workspaceId: string; conversationId: string },
      draftId: string,
      reason: 'unsure' | 'unavailable',
    ): Promise<void> {
      await log
        .append(where, (row) => {
          if (row.draft_id !== draftId) throw new Problem('draft-decided')
          return {
            events: [
              { type: 'draft.failed', actor: agent, public: false, data: { draft_id: draftId, reason } },
            ],
          }
        })
        .catch((error: unknown) => {
          if (!(error instanceof Problem && error.code === 'draft-decided')) throw error
        })
    },

    /** Sends it in the name of who approves: that person answers for it. @throws Problem `draft-decided` */
    async approve(
      agent: AgentPrincipal,
      input: About & { body?: string | undefined },
      cause: Cause,
    ): Promise<AppendResult> {
      let accepted: Parameters<typeof learn>[0] | undefined
      const result = await decide(agent, input, cause, async (row, draft, transaction) => {
        const { data } = draft
        const changed = input.body !== undefined && input.body !== data.body.trim()
        const { body, citations } = changed ? keptCitations(input.body!, data.citations) : data
        const distance = changed ? editDistance(data.body, input.body!) : { changed: 0, share: 0 }
        const messageId = uuidv7()
        const me = actorOf(agent)
        const message = messageData({
          body,
          citations,
          answer: null,
          choices: changed ? undefined : data.choices,
        })
        const decision = {
          outcome: changed ? ('edited' as const) : ('approved' as const),
          reason: null,
          edit_distance: distance.share,
          message_id: messageId,
        }
        await rows.close(draft.id, { ...decision, wordsChanged: distance.changed }, agent, transaction)
        const slugs = [...new Set(citations.map(({ slug }) => slug))]
        if (distance.share <= STILL_THE_DRAFT && slugs.length > 0)
          accepted = { row, question: draft.question, slugs }
        return {
          events: [
            { id: messageId, type: 'message.created', actor: me, public: true, main: true, data: message },
            decidedEvent(agent, { draft_id: draft.id, ...decision }),
          ],
          patch: { ...gone, status: 'waiting_on_customer', last_message: lastMessage(me, message, clock()) },
        }
      })
      if (accepted) await learn(accepted)
      return result
    },

    /** Not sent. Unless nothing needs an answer, a person has to give it. @throws Problem `draft-decided` */
    discard(
      agent: AgentPrincipal,
      input: About & { reason: DiscardReason; comment: string },
      cause: Cause,
    ): Promise<AppendResult> {
      return decide(agent, input, cause, async (row, draft, transaction) => {
        const decision = { ...NOTHING, outcome: 'discarded' as const, reason: input.reason }
        await rows.close(draft.id, { ...decision, comment: input.comment }, agent, transaction)
        const event = { ...decidedEvent(agent, { draft_id: draft.id, ...decision }), main: true as const }
        if (input.reason === 'not_needed') return { events: [event], patch: gone }
        const queued = handoff.toQueue(row, actorOf(agent), 'draft_discarded', null)
        const events = queued.events.map(({ main: _, ...each }) => each)
        return { events: [event, ...events], patch: { ...queued.patch, ...gone } }
      })
    },

    /** @throws Problem `draft-gone` once anything has happened since */
    async restore(agent: AgentPrincipal, input: About, cause: Cause): Promise<AppendResult> {
      const assistant = await assistantOf(agent.workspaceId)
      return log.append(
        at(agent, input),
        async (row, transaction) => {
          authorize(agent, row)
          const draft = await rows.find(row, input.draft_id, transaction)
          const [since] = await db.query<{ events: number }>(
            `select count(*)::int as events from conversation_events e, (
               select seq from conversation_events
                where conversation_id = $1 and type = 'draft.decided' and data->>'draft_id' = $2) d
              where e.conversation_id = $1 and e.seq > d.seq and e.type <> 'note.created'
                and not (e.seq = d.seq + 1 and e.type = 'conversation.handed_over')`,
            [row.id, draft.id],
            transaction,
          )
          const untouched = draft.outcome === 'discarded' && since?.events === 0 && isOpen(row.status)
          if (!untouched || !assistant)
            throw new Problem(
              'draft-gone',
              'Something has happened since: answer by hand, or ask for a new one.',
            )
          const back =
            row.assignee_id === assistant.id
              ? { events: [], patch: {} }
              : takeOver(row, actorOf(agent), assistant, { previous: null, now: clock() })
          // As if it had never been discarded, in the figures too.
          await db.query(
            `update assistant_drafts set outcome = 'superseded', reason = null where id = $1 returning id`,
            [draft.id],
            transaction,
          )
          const held = { ...row, ...back.patch }
          const { body, citations, answer, choices, confidence, instruction } = draft.data
          const again = await waiting(
            held,
            assistant,
            {
              draft: { body, citations, answer, ...(choices && { choices }) },
              confidence,
              topic: null,
              instruction,
            },
            transaction,
            true,
          )
          return {
            // Public where the customer stood in the queue: their own log shows that they left it.
            events: [...back.events.map((event) => ({ ...event, public: true })), ...again.events],
            patch: { ...back.patch, ...again.patch },
          }
        },
        cause,
      )
    },

    /** Another draft to an agent's wish: a durable job writes it. @throws Problem `model-required`, `draft-decided` */
    regenerate(
      agent: AgentPrincipal,
      input: About & { instruction: string },
      cause: Cause,
    ): Promise<AppendResult> {
      return decide(agent, input, cause, async (row, draft, transaction) => {
        if (!hasModel) throw new Problem('model-required')
        const { instruction } = input
        await jobs.add(
          'assistant.redraft',
          { workspace_id: row.workspace_id, conversation_id: row.id, draft_id: draft.id, instruction },
          { queue: `conversation:${row.id}`, maxAttempts: 3 },
          transaction,
        )
        const data = { draft_id: draft.id, instruction }
        return { events: [{ type: 'draft.requested', actor: actorOf(agent), public: false, data }] }
      })
    },
  }
}

export type Drafts = ReturnType<typeof createDrafts>
