// Redraws what has changed besides the log: a conversation's row in the inbox and in the customer's list, and the places
// of those who wait.

import { setTimeout } from 'node:timers/promises'
import type { ServerFrame } from '../../sdk/protocol/frame.ts'
import { errorFields } from '../platform/error-fields.ts'
import type { Hub } from '../platform/hub/hub-options.ts'
import type { Log } from '../platform/log.ts'
import type { Principal } from './access.ts'
import { createCoalescer } from './coalescer.ts'
import type { ConversationDetail, ConversationViews } from './conversation-view.ts'
import { ROOM } from './live-room.ts'

/** Rests between two looks at what is due: messages travel on their own, only what is around them waits. */
const REST_MS = 250
/** Conversations read in one look. More wait for the next, so that the cost has an end however many are busy. */
const AT_ONCE = 200
/** Redrawn in one go, with a breath after it: fifty in a row would keep every ack of that moment waiting. */
const IN_A_ROW = 5
const BREATH_MS = 5

export interface RefreshDeps {
  hub: Pick<Hub<Principal>, 'publish' | 'inRoom'>
  log: Log
  views: Pick<ConversationViews, 'forAgent' | 'forVisitor' | 'waiting'>
  /** A conversation as it is now; those asked for in one moment are read together. */
  latest: (key: { workspaceId: string; id: string }) => Promise<ConversationDetail | undefined>
}

interface Due {
  workspaceId: string
  id: string
  contactId: string
}

export function createConversationRefresh({ hub, log, views, latest }: RefreshDeps) {
  const frame = (conversation: unknown) =>
    ({ type: 'conversation.changed', data: { conversation } }) as ServerFrame

  const hasListeners = (room: string): boolean => {
    for (const _ of hub.inRoom(room)) return true
    return false
  }

  /** In the order they were asked for; asked for again, one keeps its place. */
  const due = new Map<string, Due>()

  /** What cannot be read now is due still: nobody would ask for it again. */
  async function read(changed: Due): Promise<ConversationDetail | undefined> {
    const { workspaceId, id } = changed
    try {
      return await latest({ workspaceId, id })
    } catch (error) {
      if (!due.has(id)) due.set(id, changed)
      conversations.ask('all')
      throw error
    }
  }

  async function redraw(changed: Due): Promise<void> {
    const { workspaceId, contactId } = changed
    const forTeam = hasListeners(ROOM.workspace(workspaceId))
    const forContact = hasListeners(ROOM.contact(contactId))
    const row = forTeam || forContact ? await read(changed) : undefined
    if (!row) return
    if (forTeam) hub.publish(ROOM.workspace(workspaceId), frame(views.forAgent(row)))
    if (forContact) hub.publish(ROOM.contact(contactId), frame(views.forVisitor(row)))
  }

  const conversations = createCoalescer<'all'>({
    keyOf: (all) => all,
    restMs: REST_MS,
    onError: (error) =>
      log.warn({ error: errorFields(error) }, 'live: conversations could not be read for their followers'),
    async run() {
      const now = [...due.values()].slice(0, AT_ONCE)
      for (const { id } of now) due.delete(id)
      if (due.size > 0) conversations.ask('all')
      let failure: unknown
      for (let from = 0; from < now.length; from += IN_A_ROW) {
        if (from > 0) await setTimeout(BREATH_MS, undefined, { ref: false })
        const outcomes = await Promise.allSettled(now.slice(from, from + IN_A_ROW).map(redraw))
        const failed = outcomes.find(({ status }) => status === 'rejected')
        if (failed) failure ??= (failed as PromiseRejectedResult).reason
      }
      if (failure) throw failure
    },
  })

  const queues = createCoalescer<string>({
    keyOf: (workspaceId) => workspaceId,
    restMs: REST_MS,
    onError: (error) => log.warn({ error: errorFields(error) }, 'live: the queue could not be read'),
    async run(workspaceId) {
      await tellQueue(workspaceId).catch((error: unknown) => {
        queues.ask(workspaceId)
        throw error
      })
    },
  })

  async function tellQueue(workspaceId: string): Promise<void> {
    const waiting = await views.waiting(workspaceId)
    // Counting somebody's place is dear: only for who is there to be told.
    const there = waiting.filter(({ contact_id }) => hasListeners(ROOM.contact(contact_id)))
    const rows = await Promise.all(there.map(({ id }) => latest({ workspaceId, id })))
    for (const row of rows) if (row) hub.publish(ROOM.contact(row.contact_id), frame(views.forVisitor(row)))
  }

  return {
    /** Sends a conversation's present state to the team and to the customer, soon. */
    conversation(changed: Due): void {
      due.set(changed.id, changed)
      conversations.ask('all')
    },
    /** Tells everybody who waits of their new place, soon. */
    queue: (workspaceId: string): void => queues.ask(workspaceId),
    close(): void {
      conversations.close()
      queues.close()
    },
  }
}

export type ConversationRefresh = ReturnType<typeof createConversationRefresh>
