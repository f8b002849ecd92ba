// How people and machines are called on screen, also those who gave no name.

import type { Actor } from '../protocol/actor.ts'
import type { AgentConversation } from '../protocol/conversation.ts'
import type { ConsoleTranslate } from './desk.context.ts'

export function actorName(actor: Pick<Actor, 'kind' | 'name'>, t: ConsoleTranslate): string {
  if (actor.name) return actor.name
  if (actor.kind === 'contact') return t('customer.unnamed')
  return actor.kind === 'system' ? t('event.system') : t('assistant.name')
}

/** The customer's name, else the part of the e-mail before the sign, else "Visitor". */
export function customerName(contact: AgentConversation['contact'], t: ConsoleTranslate): string {
  return contact.name || contact.email?.split('@')[0] || t('customer.unnamed')
}

/** What the thread and the page are headed with: the subject, else the first words. */
export const conversationTitle = (conversation: AgentConversation, t: ConsoleTranslate): string =>
  conversation.subject || conversation.last_message?.preview || t('thread.untitled')
