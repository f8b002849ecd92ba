// A conversation as the copilot reads it: who said what and when, notes of the team among it.

import type { MessageData } from '../../../sdk/protocol/event.ts'
import type { EventRow } from '../../conversations/conversation-row.ts'
import { isNotice } from '../conversation-turns.ts'

export interface Said {
  id: string
  /** `note`: the team among itself. */
  kind: 'customer' | 'assistant' | 'agent' | 'note'
  by: string
  at: string
  body: string
  files: string[]
  /** Not of the customer, and more than a greeting or the word that a person is called. */
  isReply: boolean
}

const KIND = { contact: 'customer', ai: 'assistant', human: 'agent', bot: 'agent', system: 'agent' } as const

/** As it reads now: edits taken in, what was deleted left out. @param customer  what they are called */
export function saidIn(rows: readonly EventRow[], customer: string): Said[] {
  const changes = new Map(
    rows
      .filter(({ type }) => type === 'message.edited' || type === 'message.deleted')
      .map((row) => [(row.data as { message_id: string }).message_id, row]),
  )
  return rows.flatMap((row): Said[] => {
    if ((row.type !== 'message.created' && row.type !== 'note.created') || isNotice(row)) return []
    const change = changes.get(row.id)
    if (change?.type === 'message.deleted') return []
    const { body, attachments = [], answer } = (change ?? row).data as MessageData
    const kind = row.type === 'note.created' ? 'note' : KIND[row.actor_kind]
    return [
      {
        id: row.id,
        kind,
        by: kind === 'customer' ? customer : row.actor_name || 'AI agent',
        at: new Date(row.created_at).toISOString(),
        body,
        files: attachments.map(({ name }) => name),
        isReply: kind === 'agent' || (kind === 'assistant' && answer !== null),
      },
    ]
  })
}

/** What the customer wrote last, since anybody replied; else their last message. */
export function lastAsked(said: readonly Said[]): Said[] {
  const talk = said.filter(({ kind }) => kind !== 'note')
  const since = talk.findLastIndex(({ kind }) => kind !== 'customer') + 1
  const asked = talk.slice(since)
  return asked.length > 0 ? asked : talk.filter(({ kind }) => kind === 'customer').slice(-1)
}
