// Some messages of a conversation begin one of their own, as copies: what was said stays where it was said.

import type { MessageData } from '../../../sdk/protocol/event.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { actorOf, authorize } from '../access.ts'
import type { Attachments } from '../attachment.service.ts'
import type { AppendResult, Cause, ConversationLog, NewEvent } from '../conversation-log.ts'
import { type ConversationRow, EVENT_COLUMNS, type EventRow } from '../conversation-row.ts'
import { foldedMessages } from '../folded-rows.ts'
import { lastMessage, messagePreview } from '../message.service.ts'
import { newReference } from '../reference.ts'
import { refOf } from './followers.service.ts'

const SUBJECT_LENGTH = 80

export interface SplitDeps {
  db: Pick<Database, 'query'>
  log: ConversationLog
  attachments: Pick<Attachments, 'copy'>
}

export function createSplits({ db, log, attachments }: SplitDeps) {
  /** As they read now, oldest first. @throws Problem `message-not-found`, `message-deleted` */
  async function messagesOf(
    row: ConversationRow,
    ids: readonly string[],
    transaction: Transaction,
  ): Promise<EventRow[]> {
    const rows = await db.query<EventRow>(
      `select ${EVENT_COLUMNS} from conversation_events
        where conversation_id = $1 and pub_seq is not null
          and (id = any($2::uuid[]) or (type in ('message.edited', 'message.deleted')
               and data->>'message_id' = any($2::text[])))
        order by seq`,
      [row.id, ids],
      transaction,
    )
    const found = new Set(rows.filter(({ type }) => type === 'message.created').map(({ id }) => id))
    if (ids.some((id) => !found.has(id))) throw new Problem('message-not-found')
    if (rows.some(({ type }) => type === 'message.deleted')) throw new Problem('message-deleted')
    return foldedMessages(rows)
  }

  /** What the customer has read before is no news to them. */
  const markRead = (row: ConversationRow, last: number, transaction: Transaction): Promise<unknown> =>
    db.query(
      `insert into conversation_reads (conversation_id, reader_id, workspace_id, reader_kind, read_seq, read_pub_seq)
       values ($1, $2, $3, 'contact', $4, $4) returning reader_id`,
      [row.id, row.contact_id, row.workspace_id, last],
      transaction,
    )

  return {
    /** The new one is its maker's. @throws Problem `message-not-found`, `message-deleted`, `contact-blocked` */
    async split(
      agent: AgentPrincipal,
      input: { conversation_id: string; message_ids: string[]; new_id: string; subject: string },
      cause: Cause,
    ): Promise<AppendResult> {
      const { workspaceId } = agent
      const me = actorOf(agent)
      const [from] = await db.query<ConversationRow>(
        'select * from conversations where workspace_id = $1 and id = $2',
        [workspaceId, input.conversation_id],
      )
      if (!from) throw new Problem('conversation-not-found')
      const begin = {
        id: input.new_id,
        workspaceId,
        siteId: from.site_id,
        contactId: from.contact_id,
        channel: from.channel,
        reference: newReference(),
        subject: input.subject,
        departmentId: from.department_id,
        locale: from.locale,
        page: from.page,
      }
      return log.appendAll(
        { workspaceId, ids: [from.id], begin },
        async ([row, begun], transaction) => {
          authorize(agent, row!)
          const found = await messagesOf(row!, [...new Set(input.message_ids)], transaction)
          const copies: NewEvent[] = []
          for (const message of found) {
            const { message_id: _, ...data } = message.data as MessageData & { message_id?: string }
            const files = data.attachments
              ? await attachments.copy(data.attachments, { from: row!.id, to: begun!.id }, transaction)
              : undefined
            copies.push({
              type: 'message.created',
              actor: { kind: message.actor_kind, id: message.actor_id, name: message.actor_name },
              public: true,
              data: {
                ...data,
                ...(files && { attachments: files }),
                copied_from: {
                  conversation_id: row!.id,
                  message_id: message.id,
                  at: new Date(message.created_at).toISOString(),
                },
              },
            })
          }
          const last = found.at(-1)!
          const { actor, data } = copies.at(-1)!
          const subject = input.subject || messagePreview(copies[0]!.data as MessageData, SUBJECT_LENGTH)
          const named = { ...begun!, subject }
          const ids = found.map(({ id }) => id)
          await markRead(begun!, copies.length + 1, transaction)
          return [
            {
              events: [
                {
                  type: 'conversation.split',
                  actor: me,
                  public: false,
                  data: { direction: 'to', other: refOf(named), message_ids: ids },
                },
              ],
            },
            {
              events: [
                {
                  type: 'conversation.created',
                  actor: me,
                  public: true,
                  data: { channel: row!.channel, subject, page: row!.page },
                },
                ...copies,
                {
                  type: 'conversation.split',
                  actor: me,
                  public: false,
                  data: { direction: 'from', other: refOf(row!), message_ids: ids },
                },
                {
                  type: 'conversation.assigned',
                  actor: me,
                  public: false,
                  data: { assignee: me, previous: null, epoch: 1, waited_seconds: null },
                },
              ],
              patch: {
                subject,
                status: last.actor_kind === 'contact' ? 'assigned' : 'waiting_on_customer',
                assignee_id: agent.id,
                assignment_epoch: 1,
                last_message: lastMessage(actor, data as MessageData, new Date(last.created_at)),
                ...(row!.email && { email: row!.email }),
              },
            },
          ]
        },
        cause,
      )
    },
  }
}

export type Splits = ReturnType<typeof createSplits>
