// Gives the conversations of one contact to another: a visitor has signed in, and turns out to be a customer we know.
// Numbers, texts and cids of the log stay; only whose they are changes, everywhere at once, so that a repeated command
// still finds its first outcome, a message its author, and a mark its reader.

import type { Database, Transaction } from '../platform/database/database.ts'

export interface ContactMove {
  workspaceId: string
  from: string
  to: string
}

export type MoveConversations = (move: ContactMove, transaction: Transaction) => Promise<void>

/**
 * Leaves `from` locked, so that no conversation can begin under it before the caller has deleted it: whoever tries
 * waits, and finds it gone.
 */
export function createConversationMove({ db }: { db: Pick<Database, 'query'> }): MoveConversations {
  return async function moveConversations({ workspaceId, from, to }, transaction): Promise<void> {
    const query = (sql: string, bind: unknown[]) => db.query<{ id: string }>(sql, bind, transaction)
    // Conversations before the contact, as every command takes them: two that take turns never wait in a ring.
    await query(
      `select id from conversations where workspace_id = $1 and contact_id = $2 order by id for no key update`,
      [workspaceId, from],
    )
    await query('select id from contacts where workspace_id = $1 and id = $2 for update', [workspaceId, from])
    // A statement of its own: it sees also what was begun until a moment ago.
    const moved = await query(
      'update conversations set contact_id = $3 where workspace_id = $1 and contact_id = $2 returning id',
      [workspaceId, from, to],
    )
    // Signing in is no way around being blocked.
    await query(
      `update contacts k set blocked_at = now() from contacts a
        where k.workspace_id = $1 and k.id = $3 and k.blocked_at is null and a.id = $2 and a.blocked_at is not null
        returning k.id`,
      [workspaceId, from, to],
    )
    const ids = moved.map(({ id }) => id)
    // Files, also those of a message that is still being written.
    await query(
      `update attachments set uploader_id = $3
        where uploader_kind = 'contact' and uploader_id = $2
          and (conversation_id = any($1::uuid[]) or state <> 'bound') returning id`,
      [ids, from, to],
    )
    if (ids.length === 0) return
    await query(
      `update conversation_events set actor_id = $3
        where conversation_id = any($1::uuid[]) and actor_kind = 'contact' and actor_id = $2 returning id`,
      [ids, from, to],
    )
    await query(
      `update conversations set last_message = jsonb_set(last_message, '{actor,id}', to_jsonb($3::text))
        where id = any($1::uuid[]) and last_message->'actor'->>'id' = $2::text returning id`,
      [ids, from, to],
    )
    await query(
      `update conversation_reads set reader_id = $3
        where conversation_id = any($1::uuid[]) and reader_id = $2 returning reader_id as id`,
      [ids, from, to],
    )
  }
}
