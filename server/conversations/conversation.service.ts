// Beginning and end of a conversation: start, ticket, resolve, reopen, rating, and what the customer says of themselves.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { CommandParsed } from '../../sdk/protocol/command.ts'
import type { Status } from '../../sdk/protocol/conversation.ts'
import type { FieldValues } from '../../sdk/protocol/site-settings.ts'
import type { Contacts } from '../contacts/contact.service.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import { preview } from '../platform/markdown/tree-text.ts'
import { Problem } from '../platform/problem.ts'
import { actorOf, authorize, type Principal } from './access.ts'
import type { Attachments } from './attachment.service.ts'
import type { AppendResult, Cause, ConversationLog, Decision, NewEvent } from './conversation-log.ts'
import type { ConversationRow } from './conversation-row.ts'
import type { Handoff } from './handoff.service.ts'
import { checkTransition, isOpen } from './lifecycle.ts'
import { lastMessage, messagePreview, plainMessage, withFiles } from './message.service.ts'
import { newReference } from './reference.ts'
import type { SiteQuestions } from './site-questions.ts'
import { takeOver } from './take-over.ts'
import type { NewTicketRow, OpenedTicket } from './ticket-append.ts'
import type { TicketMail } from './ticket-mail.ts'

/** Characters of a chat's name. */
const SUBJECT_LENGTH = 80

export interface ConversationDeps {
  log: ConversationLog
  handoff: Handoff
  contacts: Contacts
  clock: () => Date
  /** The AI agent that answers on this site, or null where it is switched off. */
  assistantOn: (workspaceId: string, siteId: string) => Promise<Actor | null>
  checkDepartment: (workspaceId: string, id: string) => Promise<unknown>
  questions: SiteQuestions
  attachments: Pick<Attachments, 'bind'>
  /** Null: nobody is told by mail. */
  ticketMail: TicketMail
}

export interface NewTicketInput {
  conversationId: string
  subject: string
  description: string
  departmentId: string | null
  locale: string | null
  page: ConversationRow['page']
  fields?: FieldValues
  email: string
  /** Whom to make with it; null when the customer is known. */
  contact: NewTicketRow['contact']
  files?: NewTicketFiles | undefined
}

export interface NewTicketFiles {
  ids: string[]
  /** What they were uploaded for. */
  from: string
  /** Who may have uploaded them: the customer, and whoever the form was before it was a ticket. */
  uploaderIds: string[]
}

/** Whose turn it was before it was resolved, by who wrote last: a person of the team waits, a customer is waited on. */
function turnAgain({ last_message: last }: ConversationRow) {
  if (last?.actor.kind === 'human') return { status: 'waiting_on_customer' as const }
  const owed = last?.actor.kind === 'contact' ? { unanswered_since: new Date(last.at) } : {}
  return { status: 'assigned' as const, ...owed }
}

export function createConversations(deps: ConversationDeps) {
  const { log, handoff, contacts, clock, assistantOn, checkDepartment, questions, attachments, ticketMail } =
    deps

  const created = (actor: Actor, row: ConversationRow): NewEvent => ({
    type: 'conversation.created',
    actor,
    public: true,
    data: { channel: row.channel, subject: row.subject, page: row.page },
  })

  const statusEvent = (actor: Actor, from: Status, to: Status): NewEvent => ({
    type: 'conversation.status_changed',
    actor,
    public: true,
    data: { from, to },
  })

  /** Who gets a new chat first: the AI agent, or the queue where there is none or a person is wanted. */
  async function firstOwner(
    row: ConversationRow,
    actor: Actor,
    want: 'assistant' | 'person',
  ): Promise<Decision> {
    const assistant = await assistantOn(row.workspace_id, row.site_id)
    if (assistant && want === 'assistant')
      return takeOver(row, assistant, assistant, { previous: null, now: clock() })
    return handoff.toQueue(row, actor, want === 'person' ? 'asked_for_person' : 'assistant_off', assistant)
  }

  return {
    /** Starts a chat with its first message. Repeating it (same id, same cid) finds the first one. */
    async start(
      visitor: VisitorPrincipal,
      input: CommandParsed<'conversation.start'>,
      cause: Cause,
    ): Promise<AppendResult> {
      if (input.department_id) await checkDepartment(visitor.workspaceId, input.department_id)
      const opening = { siteId: visitor.siteId, conversationId: input.conversation_id, cause }
      const answered = await questions.ofChat(opening, input.fields)
      const { name = answered.name, email = answered.email } = input
      const contact =
        name !== undefined || email !== undefined
          ? await contacts.update(visitor.workspaceId, visitor.id, { name, email })
          : visitor
      const actor: Actor = { ...actorOf(visitor), name: contact.name }
      const said = await questions.message(visitor.siteId, input.proactive)
      const text = plainMessage(input.message)
      return log.create(
        {
          id: input.conversation_id,
          workspaceId: visitor.workspaceId,
          siteId: visitor.siteId,
          contactId: visitor.id,
          channel: 'chat',
          reference: newReference(),
          subject: preview(input.message, SUBJECT_LENGTH),
          departmentId: input.department_id ?? null,
          locale: input.locale ?? null,
          page: input.page ?? null,
        },
        async (row, transaction) => {
          const owner = await firstOwner(row, actor, input.want)
          const to = { workspaceId: row.workspace_id, conversationId: row.id, uploaderIds: [visitor.id] }
          const files = input.attachments ? await attachments.bind(input.attachments, to, transaction) : []
          const data = withFiles(text, files)
          // Begun with files alone, it is named after them.
          const subject = row.subject || messagePreview(data, SUBJECT_LENGTH)
          return {
            events: [
              created(actor, { ...row, subject }),
              ...said,
              { type: 'message.created', actor, public: true, main: true, data },
              ...owner.events.map(({ main: _, ...event }) => event),
            ],
            patch: {
              last_message: lastMessage(actor, data, clock()),
              ...(subject !== row.subject && { subject }),
              ...(answered.fields && { fields: answered.fields }),
              ...(email && { email }),
              ...owner.patch,
            },
          }
        },
        cause,
      )
    },

    /** Begins a chat of a customer who has said nothing yet: the AI agent greets them, or they wait for a person. */
    async startSilently(
      visitor: VisitorPrincipal,
      input: Pick<
        CommandParsed<'conversation.start'>,
        'conversation_id' | 'department_id' | 'locale' | 'page'
      > & {
        email: string | null
        greeting: string
      },
      cause: Cause,
    ): Promise<AppendResult> {
      if (input.department_id) await checkDepartment(visitor.workspaceId, input.department_id)
      const actor = actorOf(visitor)
      return log.create(
        {
          id: input.conversation_id,
          workspaceId: visitor.workspaceId,
          siteId: visitor.siteId,
          contactId: visitor.id,
          channel: 'chat',
          reference: newReference(),
          subject: '',
          departmentId: input.department_id ?? null,
          locale: input.locale ?? null,
          page: input.page ?? null,
        },
        async (row) => {
          const assistant = await assistantOn(row.workspace_id, row.site_id)
          const owner = await firstOwner(row, actor, 'assistant')
          const data = plainMessage(input.greeting)
          const patch = { ...owner.patch, ...(input.email && { email: input.email }) }
          const events = [created(actor, row), ...owner.events.map(({ main: _, ...event }) => event)]
          if (!assistant) return { events, patch }
          return {
            events: [...events, { type: 'message.created', actor: assistant, public: true, data }],
            patch: {
              ...patch,
              status: 'waiting_on_customer',
              last_message: lastMessage(assistant, data, clock()),
            },
          }
        },
        cause,
      )
    },

    /** A ticket waits for a person from the start. Repeating it finds the first one. */
    async openTicket(
      visitor: VisitorPrincipal,
      { files, ...input }: NewTicketInput,
      cause: Cause,
    ): Promise<OpenedTicket> {
      const { workspaceId, siteId } = visitor
      if (input.departmentId) await checkDepartment(workspaceId, input.departmentId)
      const actor = actorOf(visitor)
      const text = plainMessage(input.description)
      const last = lastMessage(actor, text, clock())
      const opening = { siteId, conversationId: input.conversationId, cause }
      const fields = await questions.ofTicket(opening, input.fields)
      const ticket = { ...input, fields, workspaceId, siteId, reference: newReference() }
      // With files or a mail it goes the long way, as they belong to its transaction.
      const opened =
        files || ticketMail
          ? null
          : await log.openTicket({
              ...ticket,
              contactId: visitor.id,
              name: visitor.name,
              data: text,
              lastMessage: last,
              waitingSince: clock(),
              cause,
            })
      if (opened) return opened
      if (input.contact) await contacts.ensure({ id: visitor.id, workspaceId, siteId, ...input.contact })
      const { conversation } = await log.create(
        {
          ...ticket,
          id: input.conversationId,
          contactId: visitor.id,
          channel: 'ticket',
          // The one that was tried may be what somebody else's ticket has.
          reference: newReference(),
        },
        async (row, transaction) => {
          const { ids = [], ...given } = files ?? { uploaderIds: [] }
          const to = { workspaceId, conversationId: row.id, ...given }
          const data = withFiles(text, files ? await attachments.bind(ids, to, transaction) : [])
          await ticketMail?.(row, input.email, transaction)
          return {
            events: [created(actor, row), { type: 'message.created', actor, public: true, main: true, data }],
            patch: {
              waiting_since: clock(),
              last_message: last,
              email: input.email,
              ...(fields && { fields }),
            },
          }
        },
        cause,
      )
      return conversation
    },

    /** Resolved by the team, or ended by the customer; either way it can be rated and reopened. */
    resolve(principal: Principal, conversationId: string, cause: Cause): Promise<AppendResult> {
      const by = principal.side === 'visitor' ? 'contact' : 'agent'
      return log.append(
        { workspaceId: principal.workspaceId, conversationId },
        (row) => {
          authorize(principal, row)
          if (row.status === 'resolved') throw new Problem('transition-refused', 'It is resolved already.')
          checkTransition(row.status, 'resolved', by)
          return {
            events: [statusEvent(actorOf(principal), row.status, 'resolved')],
            // The epoch moves on, so that an answer the AI is still writing comes too late.
            patch: {
              status: 'resolved',
              resolved_at: clock(),
              waiting_since: null,
              assignment_epoch: row.assignment_epoch + 1,
            },
          }
        },
        cause,
      )
    },

    reopen(principal: Principal, conversationId: string, cause: Cause): Promise<AppendResult> {
      return log.append(
        { workspaceId: principal.workspaceId, conversationId },
        (row) => {
          authorize(principal, row)
          if (isOpen(row.status)) throw new Problem('transition-refused', 'It is open already.')
          checkTransition(row.status, 'assigned', 'agent')
          const me = actorOf(principal)
          const reopened = { ...statusEvent(me, row.status, 'assigned'), main: true as const }
          // What nobody has is the reopener's, and the log says so.
          const taken = row.assignee_id ? null : takeOver(row, me, me, { previous: null, now: clock() })
          return {
            events: [reopened, ...(taken?.events ?? [])],
            patch: {
              resolved_at: null,
              assignment_epoch: row.assignment_epoch + 1,
              ...taken?.patch,
              ...turnAgain(row),
            },
          }
        },
        cause,
      )
    },

    /** A customer's rating, once the conversation has ended; a later one replaces it. */
    rate(
      visitor: VisitorPrincipal,
      input: { conversation_id: string; rating: number; comment: string },
      cause: Cause,
    ): Promise<AppendResult> {
      return log.append(
        { workspaceId: visitor.workspaceId, conversationId: input.conversation_id },
        (row) => {
          authorize(visitor, row)
          if (isOpen(row.status)) throw new Problem('not-rateable')
          const rating = { score: input.rating, comment: input.comment }
          return {
            events: [{ type: 'conversation.rated', actor: actorOf(visitor), public: true, data: rating }],
            patch: { rating: { ...rating, at: clock().toISOString() } },
          }
        },
        cause,
      )
    },

    /** Name and e-mail the customer gives of themselves: labels, so that they can be reached. */
    updateContact(
      visitor: VisitorPrincipal,
      input: { conversation_id: string; name?: string | undefined; email?: string | undefined },
      cause: Cause,
    ): Promise<AppendResult> {
      return log.append(
        { workspaceId: visitor.workspaceId, conversationId: input.conversation_id },
        async (row, transaction) => {
          authorize(visitor, row)
          const contact = await contacts.update(visitor.workspaceId, visitor.id, input, transaction)
          const actor = { ...actorOf(visitor), name: contact.name }
          const data = { name: contact.name, email: contact.email }
          return {
            events: [{ type: 'contact.updated', actor, public: true, data }],
            patch: input.email ? { email: input.email } : {},
          }
        },
        cause,
      )
    },
  }
}

export type Conversations = ReturnType<typeof createConversations>
