// Redraws what has changed besides the log: a conversation's row in the inbox and in the customer's list, and the places
// of those who wait.

import type { ServerFrame } from '../../sdk/protocol/frame.ts'
import { errorFields } from '../platform/error-fields.ts'
import type { Hub } from '../platform/hub/hub-options.ts'
import type { Log } from '../platform/log.ts'
import type { Principal } from './access.ts'
import { createCoalescer } from './coalescer.ts'
import type { ConversationViews } from './conversation-view.ts'
import { ROOM } from './live-room.ts'

/** A busy conversation's row in the inbox is redrawn so often at most; its messages travel on their own. */
const REST_MS = 400

export interface RefreshDeps {
  hub: Pick<Hub<Principal>, 'publish'>
  log: Log
  views: ConversationViews
}

export function createConversationRefresh({ hub, log, views }: RefreshDeps) {
  const frame = (conversation: unknown) =>
    ({ type: 'conversation.changed', data: { conversation } }) as ServerFrame

  const conversations = createCoalescer<{ workspaceId: string; id: string }>({
    keyOf: ({ id }) => id,
    restMs: REST_MS,
    onError: (error) =>
      log.warn({ error: errorFields(error) }, 'live: a conversation could not be read for its followers'),
    async run({ workspaceId, id }) {
      const row = await views.load(workspaceId, id)
      hub.publish(ROOM.workspace(workspaceId), frame(views.forAgent(row)))
      hub.publish(ROOM.contact(row.contact_id), frame(views.forVisitor(row)))
    },
  })

  const queues = createCoalescer<string>({
    keyOf: (workspaceId) => workspaceId,
    restMs: REST_MS,
    onError: (error) => log.warn({ error: errorFields(error) }, 'live: the queue could not be read'),
    async run(workspaceId) {
      for (const row of await views.waiting(workspaceId))
        hub.publish(ROOM.contact(row.contact_id), frame(views.forVisitor(row)))
    },
  })

  return {
    /** Sends a conversation's present state to the team and to the customer, soon. */
    conversation: (workspaceId: string, id: string): void => conversations.ask({ workspaceId, id }),
    /** Tells everybody who waits of their new place, soon. */
    queue: (workspaceId: string): void => queues.ask(workspaceId),
    close(): void {
      conversations.close()
      queues.close()
    },
  }
}

export type ConversationRefresh = ReturnType<typeof createConversationRefresh>
