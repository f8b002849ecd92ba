// Heads of conversations as last heard of, for heartbeats: a lost last event shows without further traffic.

import type { HubSocket } from '../platform/hub/hub-options.ts'
import type { Principal } from './access.ts'
import type { Side } from './conversation-row.ts'
import { ROOM } from './live-room.ts'

/** Oldest out first, so that it stays small. */
const KEPT = 10_000

export function createFollowedHeads() {
  const heads = new Map<string, Record<Side, number>>()

  return {
    /** A head only ever grows. */
    remember(id: string, side: Side, head: number): void {
      const known = heads.get(id) ?? { visitor: 0, agent: 0 }
      heads.delete(id)
      heads.set(id, { ...known, [side]: Math.max(known[side], head) })
      if (heads.size > KEPT) heads.delete(heads.keys().next().value!)
    },
    /** Of the conversations a socket follows, in its side's numbers. */
    of(socket: HubSocket<Principal>): Record<string, number> {
      const { side } = socket.principal
      const prefix = side === 'visitor' ? ROOM.visitors('') : ROOM.agents('')
      const followed: Record<string, number> = {}
      for (const room of socket.rooms) {
        const id = room.startsWith(prefix) ? room.slice(prefix.length) : undefined
        const head = id === undefined ? undefined : heads.get(id)?.[side]
        if (head !== undefined) followed[id!] = head
      }
      return followed
    },
  }
}

export type FollowedHeads = ReturnType<typeof createFollowedHeads>
