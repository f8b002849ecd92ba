// A conversation as turns: what the AI agent is told has been said. Stands between the log and the pipeline.

import type { MessageData } from '../../sdk/protocol/event.ts'
import type { EventRow } from '../conversations/conversation-row.ts'
import { foldedMessages } from '../conversations/folded-rows.ts'
import type { Turn } from './pipeline/asked.ts'

const SPEAKER = {
  contact: 'customer',
  ai: 'assistant',
  human: 'agent',
  bot: 'agent',
  system: 'agent',
} as const

/** The word that a person looks first is no reply: without it, what was asked is unanswered still. */
export const isNotice = ({ data }: EventRow): boolean => (data as MessageData).notice !== undefined

/** Messages as they read now, oldest first. */
export const spokenMessages = (rows: readonly EventRow[]): EventRow[] =>
  foldedMessages(rows).filter((row) => !isNotice(row))

export function turnOf({ actor_kind, data }: EventRow): Turn {
  const { body, attachments = [], citations = [] } = data as MessageData
  return {
    by: SPEAKER[actor_kind],
    body,
    ...(attachments.length > 0 && { files: attachments.map(({ name }) => name) }),
    ...(citations.length > 0 && { cited: [...new Set(citations.map(({ slug }) => slug))] }),
  }
}
