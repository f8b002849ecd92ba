// Heads of conversations as last heard of, for heartbeats: a lost last event shows without further traffic.

import type { HubSocket } from '../platform/hub/hub-options.ts'
import type { Principal } from './access.ts'
import type { Side } from './conversation-row.ts'
import { ROOM, roomOf } from './live-room.ts'

/** More than a node has sockets; oldest out first. */
const KEPT = 100_000

export function createFollowedHeads() {
  /** By the room of the side's followers. */
  const heads = new Map<string, number>()

  return {
    /** A head only ever grows. */
    remember(id: string, side: Side, head: number): void {
      const room = roomOf(side, id)
      const known = heads.get(room) ?? 0
      heads.delete(room)
      heads.set(room, Math.max(known, head))
      if (heads.size > KEPT) heads.delete(heads.keys().next().value!)
    },
    /** Undefined: nobody has followed it here of late. */
    known: (id: string, side: Side): number | undefined => heads.get(roomOf(side, id)),
    /** Nobody follows it here any more. */
    forget: (id: string, side: Side): void => void heads.delete(roomOf(side, id)),
    /** Of the conversations a socket follows, in its side's numbers. */
    of(socket: HubSocket<Principal>): Record<string, number> {
      const { side } = socket.principal
      const prefix = side === 'visitor' ? ROOM.visitors('') : ROOM.agents('')
      const followed: Record<string, number> = {}
      for (const room of socket.rooms) {
        const head = room.startsWith(prefix) ? heads.get(room) : undefined
        if (head !== undefined) followed[room.slice(prefix.length)] = head
      }
      return followed
    },
  }
}

export type FollowedHeads = ReturnType<typeof createFollowedHeads>
