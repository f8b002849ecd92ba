// What the person who takes over is told: a private note with what was asked, what it was answered with and why it came
// to them. A durable job of the handoff's own transaction, so that no customer waits for it and no crash loses it.

import { createHash } from 'node:crypto'
import type { Actor } from '../../sdk/protocol/actor.ts'
import type { HandoffReason } from '../../sdk/protocol/conversation.ts'
import type { CopilotSummary } from '../../sdk/protocol/copilot.ts'
import type { MessageData } from '../../sdk/protocol/event.ts'
import { storable } from '../../sdk/protocol/plain-text.ts'
import type { ConversationLog } from '../conversations/conversation-log.ts'
import type { EventRow } from '../conversations/conversation-row.ts'
import { plainMessage } from '../conversations/message.service.ts'
import type { JobPayloads, Jobs } from '../platform/jobs/jobs.ts'
import { derivedUuid } from '../platform/uuid.ts'
import { spokenMessages } from './conversation-turns.ts'

declare module '../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'assistant.handoff_note': {
      workspace_id: string
      conversation_id: string
      /** Number of the handoff in the log. */
      seq: number
      reason: HandoffReason
    }
  }
}

const ROWS_READ = 200
const MOST_TITLES = 5
const SUMMARY_MS = 20_000

const WHY: Record<HandoffReason, string> = {
  asked_for_person: 'the customer asked for a person',
  low_confidence: 'the articles hold no sure answer',
  assistant_unavailable: 'the AI agent could not answer',
  turn_limit: 'it has replied as often as it may',
  files_only: 'files were sent, which it cannot see',
  assistant_off: 'the AI agent is off for this',
  agent_left: 'its agent left',
  sensitive_topic: 'it is a subject for people',
  repeated_question: 'the customer asked the same again',
  frustration: 'the customer is at the end of their patience',
  budget_spent: 'the allowance is spent',
  action_failed: 'a tool it needed failed',
  reopened: 'a person had resolved it, and the customer wrote again',
  draft_discarded: 'its draft was discarded',
}

export interface HandoffNoteDeps {
  jobs: Jobs
  conversationLog: ConversationLog
  assistantOf: (workspaceId: string) => Promise<Actor | null>
  summaryOf: (workspaceId: string, conversationId: string, signal: AbortSignal) => Promise<CopilotSummary>
}

/** Titles of the articles the AI agent's answers rested on, each once. */
function titlesIn(messages: readonly EventRow[]): string[] {
  const cited = messages
    .filter(({ actor_kind }) => actor_kind === 'ai')
    .flatMap(({ data }) => (data as MessageData).citations.map(({ title }) => title))
  return [...new Set(cited)].slice(0, MOST_TITLES)
}

/** A single message says all there is by itself. */
const isWorthIt = (messages: readonly EventRow[]): boolean =>
  messages.filter(({ actor_kind }) => actor_kind === 'contact').length > 1 ||
  messages.some(({ data }) => (data as MessageData).citations.length > 0)

export function createHandoffNotes({ jobs, conversationLog, assistantOf, summaryOf }: HandoffNoteDeps) {
  conversationLog.onAppend(async ({ conversation, events }, transaction) => {
    const handoff = events.find(
      ({ type, pub_seq }) => type === 'conversation.handed_over' && pub_seq !== null,
    )
    if (!handoff) return
    const { reason } = handoff.data as { reason: HandoffReason }
    const payload = {
      workspace_id: conversation.workspace_id,
      conversation_id: conversation.id,
      seq: Number(handoff.seq),
      reason,
    }
    const key = `handoff-note:${conversation.id}`
    await jobs.add('assistant.handoff_note', payload, { key, maxAttempts: 5 }, transaction)
  })

  async function write(payload: JobPayloads['assistant.handoff_note']): Promise<void> {
    const { workspace_id: workspaceId, conversation_id: conversationId, seq, reason } = payload
    const agent = await assistantOf(workspaceId)
    if (!agent) return
    const events = await conversationLog.read(conversationId, 'agent', {
      before: seq,
      limit: ROWS_READ,
      newest: true,
    })
    const messages = spokenMessages(events)
    if (!isWorthIt(messages)) return
    const cid = derivedUuid(conversationId, seq, 'handoff-note')
    const cause = { cid, digest: createHash('sha256').update('handoff-note').digest(), actorId: agent.id! }
    if (await conversationLog.holds(conversationId, cause)) return
    const { points } = await summaryOf(workspaceId, conversationId, AbortSignal.timeout(SUMMARY_MS))
    const titles = titlesIn(messages)
    const lines = [
      `Handed over because ${WHY[reason]}.`,
      ...points.map((point) => `- ${point.replace(/\s+/g, ' ')}`),
      ...(titles.length > 0 ? [`- Answered from: ${titles.join(' · ')}`] : []),
    ]
    await conversationLog.append(
      { workspaceId, conversationId },
      () => ({
        events: [
          {
            type: 'note.created',
            actor: agent,
            public: false,
            data: plainMessage(storable(lines.join('\n'))),
          },
        ],
      }),
      cause,
    )
  }

  jobs.handle('assistant.handoff_note', write)
}
