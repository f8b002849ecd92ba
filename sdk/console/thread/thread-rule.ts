// What holds for a conversation on screen: whether it is over, whether answering means taking it, what was read.

import { isMachine } from '../../elements/mark/mark.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { LogItem } from './log-item.ts'

export const isOver = ({ status }: AgentConversation): boolean => status === 'resolved' || status === 'closed'

/** Whether answering means taking it first: somebody waits, the AI agent has it, or nobody. */
export function takes(conversation: AgentConversation, me: Agent): boolean {
  const { assignee } = conversation
  if (isOver(conversation) || assignee?.id === me.id) return false
  return conversation.waiting_since !== null || assignee === null || isMachine(assignee)
}

/** The last line of the team that the customer has read, when nothing of the team came after it. */
export function readKey(items: readonly LogItem[], readSeq: number): string | null {
  const last = items.findLast((item) => item.kind === 'message' && item.event.actor.kind === 'human')
  return last?.kind === 'message' && last.event.seq <= readSeq ? last.key : null
}
