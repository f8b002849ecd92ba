// Changing and deleting what was written. Both are rows of the log like any other; only a deletion also blanks rows
// that are there. Decides who may; knows no transport.

import type { MessageData } from '../../sdk/protocol/event.ts'
import { LIMITS } from '../../sdk/protocol/limits.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { preview } from '../platform/markdown/tree-text.ts'
import { Problem } from '../platform/problem.ts'
import { actorOf, authorize, type Principal } from './access.ts'
import type { Attachments } from './attachment.service.ts'
import type { AppendResult, Cause, ConversationLog, Decision } from './conversation-log.ts'
import {
  type ConversationPatch,
  type ConversationRow,
  EVENT_COLUMNS,
  type EventRow,
} from './conversation-row.ts'
import { foldedMessages } from './folded-rows.ts'
import { isOpen } from './lifecycle.ts'
import { messagePreview, plainMessage, withFiles } from './message.service.ts'

const SUBJECT_LENGTH = 80

/** A message or note with what became of it, oldest first. */
const WITH_CHANGES = `
  select ${EVENT_COLUMNS},
         -- The database's clock, as it was what stamped the row.
         created_at < clock_timestamp() - interval '${LIMITS.editMinutes} minutes' as late
    from conversation_events
   where conversation_id = $1 and (id = $2 or
         (type in ('message.edited', 'message.deleted') and data->>'message_id' = $2::text))
   order by seq`

type ChangedRow = EventRow & { late: boolean }

interface Found {
  original: ChangedRow
  data: MessageData
}

type Wish = 'edit' | 'delete'

const isAdmin = (principal: Principal): boolean => principal.side === 'agent' && principal.role !== 'agent'

/** @throws Problem `forbidden`, `conversation-closed`, `edit-too-late` */
function checkMay(principal: Principal, row: ConversationRow, { original }: Found, wish: Wish): void {
  const { actor_kind: author, actor_id } = original
  const own = author === principal.kind && actor_id === principal.id
  // A machine's answer is answered for by the whole team, a person's text by that person and the administrators.
  const ofMachine = author === 'ai' || author === 'bot'
  const ofTeam = ofMachine || author === 'human'
  const asTeam =
    principal.side === 'agent' && wish === 'delete' && ofTeam && (ofMachine || isAdmin(principal))
  if (!own && !asTeam) throw new Problem('forbidden', `Only its author may ${wish} this message.`)
  // What must go has to be able to go, also when all is said and done.
  if (!isOpen(row.status) && !(asTeam && isAdmin(principal)))
    throw new Problem('conversation-closed', 'It has ended: what was written stays as it is.')
  if (principal.side === 'visitor' && original.late)
    throw new Problem('edit-too-late', `A message can be changed for ${LIMITS.editMinutes} minutes.`)
}

export interface EditDeps {
  db: Database
  log: ConversationLog
  attachments: Pick<Attachments, 'discard'>
}

export function createEdits({ db, log, attachments }: EditDeps) {
  /** @throws Problem `message-not-found`, `message-deleted` */
  async function find(
    principal: Principal,
    conversationId: string,
    messageId: string,
    transaction: Transaction,
  ): Promise<Found> {
    const rows = await db.query<ChangedRow>(WITH_CHANGES, [conversationId, messageId], transaction)
    const original = rows.find(({ id }) => id === messageId)
    const hidden = principal.side === 'visitor' && original?.pub_seq === null
    if (!original || hidden || !['message.created', 'note.created'].includes(original.type))
      throw new Problem('message-not-found')
    if (rows.some(({ type }) => type === 'message.deleted')) throw new Problem('message-deleted')
    const latest = rows.findLast(({ type }) => type === 'message.edited') ?? original
    return { original, data: latest.data as MessageData }
  }

  /**
   * Takes the text away where it stands: the one exception to "rows are only added", as a log that went on holding
   * what was deleted would still send it to everybody who reads it from the start. The rows keep their numbers.
   */
  async function blank(row: ConversationRow, messageId: string, transaction: Transaction): Promise<void> {
    await db.query(
      `update conversation_events set data = (data - 'choices' - 'attachments') || '{"body": "", "content": [], "citations": []}'
        where conversation_id = $1 and (id = $2 or (type = 'message.edited' and data->>'message_id' = $2::text))
        returning seq`,
      [row.id, messageId],
      transaction,
    )
  }

  /** The ends of the conversation's messages that are not deleted: the text of these is shown elsewhere, too. */
  async function ends(row: ConversationRow, transaction: Transaction) {
    const [first] = await db.query<{ id: string }>(
      `select id from conversation_events where conversation_id = $1 and type = 'message.created'
        order by seq limit 1`,
      [row.id],
      transaction,
    )
    const [last] = await db.query<EventRow>(
      `select * from conversation_events
        where conversation_id = $1 and type = 'message.created' and (data->>'body' <> '' or data->'attachments' is not null)
        order by seq desc limit 1`,
      [row.id],
      transaction,
    )
    return { firstId: first?.id, last }
  }

  /** A chat is named after its first message. */
  const named = (row: ConversationRow, messageId: string, firstId: string | undefined): boolean =>
    row.channel === 'chat' && messageId === firstId

  /** A change is no news: a customer who had read to the end still has. */
  async function keepRead(row: ConversationRow, transaction: Transaction): Promise<void> {
    await db.query(
      `update conversation_reads set read_seq = $3, read_pub_seq = $2::bigint + 1, updated_at = now()
        where conversation_id = $1 and reader_kind = 'contact' and read_pub_seq = $2 returning reader_id`,
      [row.id, row.last_pub_seq, Number(row.last_seq) + 1],
      transaction,
    )
  }

  /** An answer to the customer's former words comes too late: the AI agent begins again under the new epoch. */
  const fence = (row: ConversationRow, { original }: Found): ConversationPatch =>
    original.actor_kind === 'contact' ? { assignment_epoch: row.assignment_epoch + 1 } : {}

  function append(
    principal: Principal,
    input: { conversation_id: string; message_id: string },
    wish: Wish,
    decide: (row: ConversationRow, found: Found, transaction: Transaction) => Promise<Decision>,
    cause: Cause,
  ): Promise<AppendResult> {
    return log.append(
      { workspaceId: principal.workspaceId, conversationId: input.conversation_id },
      async (row, transaction) => {
        authorize(principal, row)
        const found = await find(principal, row.id, input.message_id, transaction)
        checkMay(principal, row, found, wish)
        const decision = await decide(row, found, transaction)
        if (found.original.pub_seq === null) return decision
        await keepRead(row, transaction)
        return { ...decision, patch: { ...decision.patch, ...fence(row, found) } }
      },
      cause,
    )
  }

  return {
    /**
     * Gives a message or note of one's own another text.
     * @throws Problem `message-not-found`, `message-deleted`, `message-unchanged`, or why one may not
     */
    edit(
      principal: Principal,
      input: { conversation_id: string; message_id: string; body: string },
      cause: Cause,
    ): Promise<AppendResult> {
      const text = plainMessage(input.body)
      return append(
        principal,
        input,
        'edit',
        async (row, { original, data: before }, transaction) => {
          if (before.body === input.body) throw new Problem('message-unchanged')
          const data = withFiles(text, before.attachments ?? [])
          const { firstId, last } = await ends(row, transaction)
          const patch: ConversationPatch = {}
          if (named(row, original.id, firstId)) patch.subject = preview(input.body, SUBJECT_LENGTH)
          // Its time stays: it is not a new message.
          if (row.last_message && last?.id === original.id)
            patch.last_message = { ...row.last_message, preview: messagePreview(data) }
          return {
            events: [
              {
                type: 'message.edited',
                actor: actorOf(principal),
                public: original.pub_seq !== null,
                data: { message_id: original.id, ...data },
              },
            ],
            patch,
          }
        },
        cause,
      )
    },

    /**
     * Deletes a message or note for everybody and for good.
     * @throws Problem `message-not-found`, `message-deleted`, or why one may not
     */
    remove(
      principal: Principal,
      input: { conversation_id: string; message_id: string },
      cause: Cause,
    ): Promise<AppendResult> {
      return append(
        principal,
        input,
        'delete',
        async (row, { original, data }, transaction) => {
          await blank(row, original.id, transaction)
          const at = { workspaceId: row.workspace_id, conversationId: row.id }
          await attachments.discard(
            at,
            (data.attachments ?? []).map(({ id }) => id),
            transaction,
          )
          const { firstId, last } = await ends(row, transaction)
          const patch: ConversationPatch = {}
          if (original.type === 'message.created' && Number(last?.seq ?? 0) < Number(original.seq))
            patch.last_message = await lastMessageOf(last, transaction)
          if (named(row, original.id, firstId)) {
            patch.subject = ''
            await db.query(
              `update conversation_events set data = data || '{"subject": ""}'
                where conversation_id = $1 and type = 'conversation.created' returning seq`,
              [row.id],
              transaction,
            )
          }
          return {
            events: [
              {
                type: 'message.deleted',
                actor: actorOf(principal),
                public: original.pub_seq !== null,
                data: { message_id: original.id },
              },
            ],
            patch,
          }
        },
        cause,
      )
    },
  }

  /** The message before, as it reads now. */
  async function lastMessageOf(
    row: EventRow | undefined,
    transaction: Transaction,
  ): Promise<ConversationRow['last_message']> {
    if (!row) return null
    const rows = await db.query<ChangedRow>(WITH_CHANGES, [row.conversation_id, row.id], transaction)
    const data = foldedMessages(rows)[0]!.data as MessageData
    const actor = { kind: row.actor_kind, id: row.actor_id, name: row.actor_name }
    return { preview: messagePreview(data), at: new Date(row.created_at).toISOString(), actor }
  }
}

export type Edits = ReturnType<typeof createEdits>
