// A stretch of the log as it reads now: edits taken in, deleted messages left out. The browser's twin, which also
// shows where something was deleted, is sdk/client/folded-messages.ts.

import type { EventRow } from './conversation-row.ts'

const isChange = ({ type }: EventRow): boolean => type === 'message.edited' || type === 'message.deleted'

/** The messages among these rows, each with its latest text. A change whose message is not among them is nothing. */
export function foldedMessages(rows: readonly EventRow[]): EventRow[] {
  const latest = new Map(
    rows.filter(isChange).map((row) => [(row.data as { message_id: string }).message_id, row]),
  )
  return rows.flatMap((row) => {
    if (row.type !== 'message.created') return []
    const change = latest.get(row.id)
    if (!change) return [row]
    return change.type === 'message.deleted' ? [] : [{ ...row, data: change.data }]
  })
}
