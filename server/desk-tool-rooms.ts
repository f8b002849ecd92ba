// The team's tools that act by commands: macros and operations on many conversations. Above the commands, so put
// together after them.

import type { AgentPrincipal } from './accounts/principal.ts'
import type { Principal } from './conversations/access.ts'
import { createBulk } from './conversations/desk/bulk.service.ts'
import { createCannedReplies } from './conversations/desk/canned-reply.service.ts'
import { createDeskActions } from './conversations/desk/desk-actions.ts'
import { createMacros } from './conversations/desk/macro.service.ts'
import { createTriageLists } from './conversations/desk/triage-list.service.ts'
import type { CommandRegistry } from './platform/commands/command-registry.ts'
import type { Database } from './platform/database/database.ts'
import { errorFields } from './platform/error-fields.ts'
import type { Hub } from './platform/hub/hub-options.ts'
import type { Log } from './platform/log.ts'
import type { Rooms } from './rooms.ts'

export interface DeskToolRoomsDeps {
  db: Database
  rooms: Pick<Rooms, 'bus' | 'jobs' | 'views' | 'conversationLog' | 'inbox' | 'principalOf' | 'stripGone'>
  commands: CommandRegistry
  clock: () => Date
}

/** Registers the jobs, too: call before they start. */
export function createDeskToolRooms({ db, rooms, commands, clock }: DeskToolRoomsDeps) {
  const { bus, jobs, views, conversationLog, inbox, principalOf, stripGone } = rooms
  const deskActions = createDeskActions({ commands, views, clock })
  const macros = createMacros({ db, deskActions })
  return {
    triageLists: createTriageLists({ db, jobs, stripGone }),
    cannedReplies: createCannedReplies({ db }),
    macros,
    bulk: createBulk({
      db,
      bus,
      jobs,
      log: conversationLog,
      inbox,
      macros,
      deskActions,
      principalOf,
      clock,
    }),
  }
}

export type DeskToolRooms = ReturnType<typeof createDeskToolRooms>

/** Frames of progress to who has started an operation. The returned function stops telling. */
export function tellBulk({
  rooms: { bus },
  tools: { bulk },
  hub,
  log,
}: {
  rooms: Pick<Rooms, 'bus'>
  tools: Pick<DeskToolRooms, 'bulk'>
  hub: Pick<Hub<Principal>, 'sockets'>
  log: Log
}): () => void {
  return bus.on('bulk.advanced', ({ operation_id, agent_id }) => {
    const sockets = [...hub.sockets()].filter(({ principal }) => principal.id === agent_id)
    const [first] = sockets
    if (!first) return
    bulk
      .get(first.principal as AgentPrincipal, operation_id)
      .then((operation) => {
        for (const socket of sockets) socket.send({ type: 'bulk.progress', data: { operation } })
      })
      .catch((error: unknown) =>
        log.warn({ error: errorFields(error) }, 'live: the progress of an operation could not be read'),
      )
  })
}
