// A chat of Escalated's widget: an ordinary conversation, held by a secret in the path instead of a session.

import { createHash } from 'node:crypto'
import type { MessageData } from '../../sdk/protocol/event.ts'
import { wordsFor } from '../assistant/assistant-words.ts'
import type { Contacts } from '../contacts/contact.service.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import type { Conversations } from '../conversations/conversation.service.ts'
import type { Grants } from '../conversations/conversation-grant.ts'
import type { Cause, ConversationLog } from '../conversations/conversation-log.ts'
import type { ConversationRow } from '../conversations/conversation-row.ts'
import type { ConversationDetail, ConversationViews } from '../conversations/conversation-view.ts'
import { foldedMessages } from '../conversations/folded-rows.ts'
import { isOpen } from '../conversations/lifecycle.ts'
import type { Messages } from '../conversations/message.service.ts'
import type { Bus } from '../platform/bus/bus.ts'
import { treeToText } from '../platform/markdown/tree-text.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import type { Site } from '../sites/site.service.ts'
import type { TypingWatch } from './typing-watch.ts'

/** The widget forgets its chat with the page; a day is more than any page stands open. */
const CHAT_SECONDS = 24 * 3600
/** Rows of the log that are looked through for messages. */
const ROWS = 300

export interface EscalatedChatDeps {
  contacts: Contacts
  conversations: Conversations
  messages: Messages
  log: ConversationLog
  views: ConversationViews
  grants: Grants
  checkDepartment: (workspaceId: string, id: string) => Promise<unknown>
  bus: Pick<Bus, 'emit'>
  typing: TypingWatch
}

export interface NewEscalatedChat {
  name: string
  email: string
  message: string
  department_id: string | null
  /** Of the browser. */
  locale: string | null
  page: ConversationRow['page']
}

interface OpenChat {
  row: ConversationDetail
  visitor: VisitorPrincipal
}

/** It repeats nothing by itself, so each of its calls is a command of its own. */
const newCause = (actorId: string): Cause => ({
  cid: uuidv7(),
  actorId,
  digest: createHash('sha256').update('escalated').digest(),
})

export function createEscalatedChats(deps: EscalatedChatDeps) {
  const { contacts, conversations, messages, log, views, grants, checkDepartment, bus, typing } = deps

  /** Where it stands, in the widget's words. */
  async function state({ row }: OpenChat) {
    const events = foldedMessages(await log.read(row.id, 'visitor', { limit: ROWS, newest: true }))
    return {
      messages: events.map((event) => ({
        id: event.id,
        // Shown as text, so it is made one: no marks of Markdown, no numbers of sources.
        body: treeToText((event.data as MessageData).content),
        is_agent: event.actor_kind !== 'contact',
        author: { name: event.actor_name || row.contact_name },
        created_at: new Date(event.created_at).toISOString(),
      })),
      agent: row.assignee_name === null ? null : { name: row.assignee_name },
      typing: typing.nameIn(row.id),
      ended: !isOpen(row.status),
    }
  }

  function demandOpen({ row }: OpenChat): void {
    if (!isOpen(row.status)) throw new Problem('conversation-closed', 'The chat has ended.')
  }

  return {
    state,

    /** @throws Problem `conversation-not-found` for a secret that opens nothing here */
    async open(site: Site, secret: string): Promise<OpenChat> {
      const id = await grants.open(site, 'chat', secret)
      if (!id) throw new Problem('conversation-not-found', 'There is no such chat, or it is over.')
      const row = await views.load(site.workspaceId, id)
      const visitor: VisitorPrincipal = {
        side: 'visitor',
        kind: 'contact',
        id: row.contact_id,
        name: row.contact_name,
        workspaceId: row.workspace_id,
        siteId: row.site_id,
        sessionId: '',
      }
      return { row, visitor }
    },

    /** The answer to its start. The secret is in it and nowhere else. */
    async start(site: Site, { name, email, message, ...about }: NewEscalatedChat) {
      const { id: siteId, workspaceId } = site
      if (about.department_id) await checkDepartment(workspaceId, about.department_id)
      const contact = await contacts.create({ workspaceId, siteId, name, email, locale: about.locale })
      const visitor: VisitorPrincipal = {
        side: 'visitor',
        kind: 'contact',
        id: contact.id,
        name,
        workspaceId,
        siteId,
        sessionId: '',
      }
      const { department_id, page } = about
      const locale = about.locale ?? site.locale
      const input = { conversation_id: uuidv7(), department_id, locale, page: page ?? undefined }
      const cause = newCause(contact.id)
      await (message
        ? conversations.start(visitor, { ...input, email, message, want: 'assistant' }, cause)
        : conversations.startSilently(
            visitor,
            { ...input, email, greeting: wordsFor(locale).greeting },
            cause,
          ))
      const row = await views.load(workspaceId, input.conversation_id)
      const { token, expires_at } = await grants.issue(
        { workspaceId, conversationId: row.id },
        'chat',
        CHAT_SECONDS,
      )
      return {
        id: token,
        session_id: token,
        expires_at,
        ticket_reference: row.reference,
        status: row.assignee_id ? 'active' : 'waiting',
        agent_name: row.assignee_name,
        ...(await state({ row, visitor })),
      }
    },

    async send(chat: OpenChat, body: string): Promise<string> {
      demandOpen(chat)
      const input = { conversation_id: chat.row.id, body }
      const { first } = await messages.send(chat.visitor, input, newCause(chat.visitor.id))
      return first.id
    },

    type(chat: OpenChat): void {
      demandOpen(chat)
      const { row, visitor } = chat
      bus.emit(
        'conversation.typing',
        {
          workspace_id: row.workspace_id,
          conversation_id: row.id,
          actor: { kind: 'contact', id: visitor.id, name: visitor.name },
          side: 'visitor',
          text: '',
        },
        { ephemeral: true },
      )
    },

    async end(chat: OpenChat): Promise<void> {
      demandOpen(chat)
      await conversations.resolve(chat.visitor, chat.row.id, newCause(chat.visitor.id))
    },

    async rate({ row, visitor }: OpenChat, input: { rating: number; comment: string }): Promise<void> {
      await conversations.rate(visitor, { conversation_id: row.id, ...input }, newCause(visitor.id))
    },
  }
}

export type EscalatedChats = ReturnType<typeof createEscalatedChats>
