// What follows for a shelved conversation from whatever is decided about it, by whichever way it was decided. An
// amendment of the log: it runs under the conversation's lock, before the rows are written.

import type { MessageData } from '../../../sdk/protocol/event.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import type { Amendment, Decision, NewEvent } from '../conversation-log.ts'
import type { ConversationPatch, ConversationRow } from '../conversation-row.ts'
import { isOpen } from '../lifecycle.ts'
import { dropMerge, takenApart } from './merge-rows.ts'
import { snoozed } from './snooze.service.ts'

export interface ConsequenceDeps {
  db: Pick<Database, 'query'>
  jobs: Pick<Jobs, 'add'>
}

const isCopy = ({ data }: NewEvent): boolean => (data as MessageData | null)?.copied_from !== undefined
/** The customer did it just now. */
const byCustomer = (event: NewEvent): boolean => event.actor.kind === 'contact' && !isCopy(event)
const writes = (event: NewEvent): boolean => event.type === 'message.created' && byCustomer(event)

export function triageConsequences({ db, jobs }: ConsequenceDeps): Amendment {
  /** @throws Problem `contact-blocked` */
  async function checkBlocked({ contact_id }: ConversationRow, transaction: Transaction): Promise<void> {
    const [contact] = await db.query<{ blocked: boolean }>(
      'select blocked_at is not null as blocked from contacts where id = $1',
      [contact_id],
      transaction,
    )
    if (contact?.blocked) throw new Problem('contact-blocked')
  }

  /** It is out of sight no more when the customer writes or waits for a person, or when it has ended. */
  function wake(row: ConversationRow, { events, patch = {} }: Decision): Decision | null {
    if (!row.snoozed_until || 'snoozed_until' in patch) return null
    const cause =
      events.find(writes) ??
      (patch.waiting_since && !row.waiting_since ? events[0] : undefined) ??
      (patch.status && !isOpen(patch.status) ? events[0] : undefined)
    if (!cause) return null
    const why = cause.actor.kind === 'contact' ? 'reply' : 'agent'
    return { events: [snoozed(row, cause.actor, null, why)], patch: { snoozed_until: null } }
  }

  /** A merged one that is open again is on its own again: whoever opened it, nothing is lost. */
  async function comeApart(
    row: ConversationRow,
    { events, patch = {} }: Decision,
    transaction: Transaction,
  ): Promise<Decision | null> {
    if (!row.merged_into || 'merged_into' in patch || !patch.status || !isOpen(patch.status)) return null
    const actor = events[0]!.actor
    const why = events.some(byCustomer) ? ('reply' as const) : ('agent' as const)
    const into = await dropMerge(db, row, transaction)
    if (!into) return { events: [], patch: { merged_into: null } }
    // The other one is told by itself: its lock, taken now, could be waited for in a ring.
    const payload = {
      workspace_id: row.workspace_id,
      conversation_id: into.id,
      from_id: row.id,
      actor,
      why,
    }
    await jobs.add('conversation.came_apart', payload, {}, transaction)
    return { events: [takenApart(actor, 'into', into, why)], patch: { merged_into: null } }
  }

  async function takeBackScheduled(
    row: ConversationRow,
    { events }: Decision,
    transaction: Transaction,
  ): Promise<Decision | null> {
    const cause = row.reply_cancels ? events.find(writes) : undefined
    if (!cause) return null
    const taken = await db.query<{ id: string }>(
      `update scheduled_messages set state = 'customer_wrote'
        where conversation_id = $1 and state = 'waiting' and unless_reply returning id`,
      [row.id],
      transaction,
    )
    return {
      events: taken.map(({ id }) => ({
        type: 'message.unscheduled' as const,
        actor: cause.actor,
        public: false,
        data: { scheduled_id: id, why: 'customer_wrote' },
      })),
      patch: { reply_cancels: false },
    }
  }

  return async function amend(row, decision, transaction) {
    const { patch = {} } = decision
    if (decision.events.some(byCustomer)) await checkBlocked(row, transaction)
    const more = [
      wake(row, decision),
      await comeApart(row, decision, transaction),
      await takeBackScheduled(row, decision, transaction),
    ].filter((each) => each !== null)
    const also: ConversationPatch = {}
    // Nobody is called for by what has ended, and spam waits for nobody.
    if (patch.status && !isOpen(patch.status) && row.mentioned_ids.length > 0) also.mentioned_ids = []
    if (row.spam_at && patch.waiting_since && !('spam_at' in patch)) also.waiting_since = null
    return {
      events: [...decision.events, ...more.flatMap(({ events }) => events)],
      patch: Object.assign({}, patch, ...more.map((each) => each.patch), also),
    }
  }
}
