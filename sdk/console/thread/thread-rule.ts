// What holds for a conversation on screen: whether it is over, whether answering means taking it, what was read.

import type { PendingMessage } from '../../client/conversation-state.ts'
import { type FoldedMessage, type FoldedNote, foldMessages } from '../../client/folded-messages.ts'
import { isMachine } from '../../elements/mark/mark.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { LogEvent } from '../../protocol/event.ts'
import type { LogItem } from './log-item.ts'

export const isOver = ({ status }: AgentConversation): boolean => status === 'resolved' || status === 'closed'

/** Whether answering means taking it first: somebody waits, the AI agent has it, or nobody. */
export function takes(conversation: AgentConversation, me: Agent): boolean {
  const { assignee } = conversation
  if (isOver(conversation) || assignee?.id === me.id) return false
  return conversation.waiting_since !== null || assignee === null || isMachine(assignee)
}

/** The last line of the team, when nothing of the team came after it, and whether the customer has read it. */
export function deliveryOf(
  items: readonly LogItem[],
  readSeq: number,
): { key: string; read: boolean } | null {
  const last = items.findLast((item) => item.kind === 'message' && item.event.actor.kind === 'human')
  return last?.kind === 'message' ? { key: last.key, read: last.event.seq <= readSeq } : null
}

/** What this agent may do with what was written, as far as can be told here: the server has the last word. */
export function mayChange(
  { actor, deleted }: FoldedMessage | FoldedNote,
  conversation: AgentConversation,
  me: Agent,
): { edit: boolean; remove: boolean } {
  if (deleted || actor.kind === 'contact') return { edit: false, remove: false }
  const own = actor.id === me.id && !isOver(conversation)
  const ofMachine = isMachine(actor) && !isOver(conversation)
  return { edit: own, remove: own || ofMachine || me.role !== 'agent' }
}

/** The last of one's own of this kind that may still be edited. */
export function lastOwn(
  events: readonly LogEvent[],
  kind: PendingMessage['kind'],
  conversation: AgentConversation,
  me: Agent,
): FoldedMessage | FoldedNote | undefined {
  return foldMessages(events).findLast(
    (event): event is FoldedMessage | FoldedNote =>
      event.type === `${kind}.created` && mayChange(event as FoldedMessage, conversation, me).edit,
  )
}

/** The language a customer writes in, where it is not the agent's. */
export const foreignLanguage = (
  { locale }: AgentConversation['contact'],
  desk: { locale: string },
): string | null =>
  locale && locale.slice(0, 2).toLowerCase() !== desk.locale.slice(0, 2).toLowerCase() ? locale : null
