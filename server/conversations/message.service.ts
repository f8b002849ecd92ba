// Messages and notes: what people and AI agents write into a conversation.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Attachment } from '../../sdk/protocol/attachment.ts'
import type { Citation } from '../../sdk/protocol/citation.ts'
import type { LastMessage, Status } from '../../sdk/protocol/conversation.ts'
import type { MessageData } from '../../sdk/protocol/event.ts'
import type { Choice } from '../../sdk/protocol/site-settings.ts'
import { cutText } from '../platform/cut-text.ts'
import type { Transaction } from '../platform/database/database.ts'
import { markdownToTree } from '../platform/markdown/markdown-tree.ts'
import { treePreview } from '../platform/markdown/tree-text.ts'
import { Problem } from '../platform/problem.ts'
import { actorOf, authorize, type OwnerOf, type Principal } from './access.ts'
import type { Attachments } from './attachment.service.ts'
import type {
  AppendedRow,
  AppendResult,
  Cause,
  ConversationLog,
  Decision,
  NewEvent,
} from './conversation-log.ts'
import type { ConversationRow } from './conversation-row.ts'
import type { Crossing } from './crossing.ts'
import { checkReopening, checkTransition, isOpen } from './lifecycle.ts'
import { takeOver } from './take-over.ts'
import type { Snoozes } from './triage/snooze.service.ts'

export interface Answer {
  body: string
  citations: Citation[]
  answer: 'model' | 'quoted' | null
  /** What the customer may answer with one tap. */
  choices?: Choice[] | undefined
  /** Hosts an AI's links may lead to; left out for people. */
  allowedLinkHosts?: string[]
}

export const messageData = ({ body, citations, answer, choices, allowedLinkHosts }: Answer): MessageData => ({
  body,
  content: markdownToTree(body, {
    citations: citations.length,
    // A line's end is meant in a chat.
    breaks: true,
    ...(allowedLinkHosts && { allowedLinkHosts }),
  }),
  citations,
  answer,
  ...(choices && { choices }),
})

export const plainMessage = (body: string, choices?: Choice[]): MessageData =>
  messageData({ body, citations: [], answer: null, choices })

/** The message with its files, as far as there are any. */
export const withFiles = (data: MessageData, attachments: Attachment[]): MessageData =>
  attachments.length > 0 ? { ...data, attachments } : data

/** What a message is called in a line of its own: its text, else its files. */
export const messagePreview = ({ content, attachments = [] }: MessageData, limit = 140): string =>
  treePreview(content, limit) || cutText(attachments.map(({ name }) => name).join(', '), limit)

export function lastMessage(actor: Actor, data: MessageData, at: Date): LastMessage {
  return { preview: messagePreview(data), at: at.toISOString(), actor }
}

interface Written {
  conversation_id: string
  body: string
  attachments?: string[] | undefined
}

/** What a reply of the team may have besides. */
interface Reply extends Written {
  choices?: Choice[] | undefined
  after_seq?: number | undefined
  and?: { do: 'resolve' } | { do: 'snooze'; until: string } | undefined
}

export interface MessageDeps {
  log: ConversationLog
  clock: () => Date
  ownerOf: OwnerOf
  attachments: Pick<Attachments, 'bind'>
  /** Out of sight until then, in the same transaction. */
  snooze: Snoozes['put']
  crossing: Crossing
  /** @throws Problem `agent-not-found` */
  agentActor: (workspaceId: string, agentId: string) => Promise<Actor>
}

export function createMessages({
  log,
  clock,
  ownerOf,
  attachments,
  snooze,
  crossing,
  agentActor,
}: MessageDeps) {
  /** The message with the files it names, which are bound to it in its own transaction. */
  async function bound(
    data: MessageData,
    { workspaceId, id }: Principal,
    { conversation_id: conversationId, attachments: ids }: Written,
    transaction: Transaction,
    isPrivate = false,
  ): Promise<MessageData> {
    if (!ids) return data
    return withFiles(
      data,
      await attachments.bind(ids, { workspaceId, conversationId, uploaderIds: [id], isPrivate }, transaction),
    )
  }

  const statusChange = (actor: Actor, from: Status, to: Status): NewEvent => ({
    type: 'conversation.status_changed',
    actor,
    public: from === 'resolved',
    data: { from, to },
  })

  /** A customer writes: what waited on them is the agent's turn again, what was resolved is reopened. */
  function customerWrites(row: ConversationRow, actor: Actor): Decision {
    if (row.status === 'closed') checkTransition(row.status, 'assigned', 'contact')
    if (row.status === 'resolved') {
      checkReopening(row, clock())
      const to: Status = row.assignee_id ? 'assigned' : 'escalated'
      checkTransition(row.status, to, 'contact')
      const waiting = row.assignee_id ? {} : { waiting_since: clock() }
      return {
        events: [statusChange(actor, row.status, to)],
        patch: { status: to, resolved_at: null, ...waiting },
      }
    }
    if (row.status === 'waiting_on_customer') return { events: [], patch: { status: 'assigned' } }
    return { events: [] }
  }

  function agentWrites(row: ConversationRow, actor: Actor): Decision {
    if (!isOpen(row.status)) {
      checkTransition(row.status, 'assigned', 'agent')
      return {
        events: [statusChange(actor, row.status, 'assigned')],
        patch: { status: 'waiting_on_customer', resolved_at: null },
      }
    }
    return { events: [], patch: row.status === 'assigned' ? { status: 'waiting_on_customer' } : {} }
  }

  /** The first reply of a person to what nobody owns, or what the AI holds, takes it: the AI never talks over people. */
  async function personTakes(row: ConversationRow, principal: Principal): Promise<Decision> {
    if (principal.side !== 'agent' || principal.kind !== 'human' || row.assignee_id === principal.id)
      return { events: [] }
    const previous = await ownerOf(row)
    if (previous?.kind === 'human') return { events: [] }
    const me = actorOf(principal)
    const taken = takeOver(row, me, me, { previous, now: clock() })
    return { ...taken, patch: { ...taken.patch, status: 'waiting_on_customer' } }
  }

  /** What was to come with a reply, as the reply leaves the conversation. */
  async function alongWith(
    row: ConversationRow,
    actor: Actor,
    and: NonNullable<Reply['and']>,
    transaction: Transaction,
  ): Promise<Decision> {
    if (and.do === 'snooze') return snooze(row, actor, and.until, transaction, '/and/until')
    const ended: NewEvent = {
      type: 'conversation.status_changed',
      actor,
      public: true,
      data: { from: row.status, to: 'resolved' },
    }
    const patch = { status: 'resolved' as const, resolved_at: clock(), waiting_since: null }
    return { events: [ended], patch: { ...patch, assignment_epoch: row.assignment_epoch + 1 } }
  }

  return {
    /**
     * Sends a message of a visitor or a person of the team. `also` decides under the same lock what else happens.
     * @throws Problem `conversation-not-found`, `conversation-closed`, `cid-reused`, `contact-blocked`,
     * `reply-crossed` where a colleague has answered after what the writer had seen, `forbidden` where a customer does
     * what only the team does
     */
    async send(
      principal: Principal,
      input: Reply,
      cause: Cause,
      also?: (row: ConversationRow, transaction: Transaction) => Promise<Decision>,
    ): Promise<AppendedRow> {
      const actor = actorOf(principal)
      const at = { workspaceId: principal.workspaceId, conversationId: input.conversation_id }
      const { choices, after_seq: afterSeq, and } = input
      if (principal.side === 'visitor' && (choices || and || afterSeq !== undefined))
        throw new Problem('forbidden', 'Only the team does that.')
      const text = plainMessage(input.body, choices)
      const plain = {
        ...at,
        actor,
        data: text,
        lastMessage: lastMessage(actor, text, clock()),
        afterSeq,
        cause,
      }
      // What carries more than text is rare, and goes the long way.
      const isMore = choices || and || input.attachments || also
      const appended = isMore ? null : await log.appendPlain(plain)
      if (appended) return appended
      return log.append(
        at,
        async (row, transaction) => {
          authorize(principal, row)
          if (afterSeq !== undefined) await crossing.check(row, actor, afterSeq, transaction)
          const more: Decision = also ? await also(row, transaction) : { events: [] }
          const data = await bound(text, principal, input, transaction)
          const effect = principal.side === 'visitor' ? customerWrites(row, actor) : agentWrites(row, actor)
          const taken = await personTakes(row, principal)
          const left = { ...row, ...effect.patch, ...taken.patch }
          const along: Decision = and ? await alongWith(left, actor, and, transaction) : { events: [] }
          return {
            events: [
              ...more.events,
              ...effect.events,
              ...taken.events,
              { type: 'message.created', actor, public: true, main: true, data },
              ...along.events,
            ],
            patch: {
              ...effect.patch,
              ...taken.patch,
              last_message: lastMessage(actor, data, clock()),
              ...more.patch,
              ...along.patch,
            },
          }
        },
        cause,
      )
    },

    /** Who is called for follows the conversation from here on. @throws Problem `agent-not-found` */
    async addNote(
      principal: Principal,
      input: Written & { mention_ids?: string[] | undefined },
      cause: Cause,
    ): Promise<AppendResult> {
      const at = { workspaceId: principal.workspaceId, conversationId: input.conversation_id }
      const called = await Promise.all(
        [...new Set(input.mention_ids)].map((id) => agentActor(principal.workspaceId, id)),
      )
      const ids = called.map(({ id }) => id!)
      const mentions = called.map(({ name }, index) => ({ id: ids[index]!, name }))
      const text = { ...plainMessage(input.body), ...(mentions.length > 0 && { mentions }) }
      return log.append(
        at,
        async (row, transaction) => {
          authorize(principal, row)
          const data = await bound(text, principal, input, transaction, true)
          return {
            events: [{ type: 'note.created', actor: actorOf(principal), public: false, data }],
            patch:
              ids.length > 0
                ? {
                    mentioned_ids: [...new Set([...row.mentioned_ids, ...ids])],
                    follower_ids: [...new Set([...row.follower_ids, ...ids])],
                  }
                : {},
          }
        },
        cause,
      )
    },

    /**
     * An AI or bot agent answers under the epoch it began with; the row lock makes check and insert one step.
     * @throws Problem `stale-assignment` when the conversation has changed hands since
     */
    answer(
      agent: Actor,
      at: { workspaceId: string; conversationId: string; epoch: number },
      answer: Answer,
      also: (row: ConversationRow) => Decision = () => ({ events: [] }),
      cause?: Cause,
    ): Promise<AppendResult> {
      const data = messageData(answer)
      return log.append(
        at,
        (row) => {
          if (row.assignment_epoch !== at.epoch || row.assignee_id !== agent.id || !isOpen(row.status))
            throw new Problem('stale-assignment', 'Somebody else has taken over; nothing was sent.')
          const more = also(row)
          return {
            events: [
              { type: 'message.created', actor: agent, public: true, main: true, data },
              ...more.events,
            ],
            patch: {
              status: 'waiting_on_customer',
              last_message: lastMessage(agent, data, clock()),
              ...more.patch,
            },
          }
        },
        cause,
      )
    },
  }
}

export type Messages = ReturnType<typeof createMessages>
