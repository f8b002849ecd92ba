// Two of the team who answer at once: who had not seen the other's reply is asked first.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import type { ConversationRow } from './conversation-row.ts'

export function createCrossing({ db }: { db: Pick<Database, 'query'> }) {
  return {
    /**
     * Under the conversation's lock. What the customer or the writer said since crosses nothing; what a machine said does
     * only while it holds the conversation: the words with which it handed over are no answer.
     * @throws Problem `reply-crossed`, whose context says who answered, when and under which number
     */
    async check(
      row: ConversationRow,
      writer: Actor,
      afterSeq: number,
      transaction: Transaction,
    ): Promise<void> {
      if (Number(row.last_seq) <= afterSeq) return
      const [crossed] = await db.query<{
        actor_kind: Actor['kind']
        actor_id: string | null
        actor_name: string
        created_at: Date
        seq: string
      }>(
        `select actor_kind, actor_id, actor_name, created_at, seq from conversation_events
          where conversation_id = $1 and seq > $2 and pub_seq is not null and type = 'message.created'
            and actor_id is distinct from $3 and (actor_kind = 'human' or actor_id = $4)
          order by seq desc limit 1`,
        [row.id, afterSeq, writer.id, row.assignee_id],
        transaction,
      )
      if (!crossed) return
      const by = { kind: crossed.actor_kind, id: crossed.actor_id, name: crossed.actor_name }
      throw new Problem('reply-crossed', `${by.name} has answered meanwhile.`, {
        context: { by, at: crossed.created_at.toISOString(), seq: Number(crossed.seq) },
      })
    },
  }
}

export type Crossing = ReturnType<typeof createCrossing>
