// Who listens where. A room exists while somebody is in it; most have one listener, who is kept without a set around.

export function createRoomRegistry<S extends object>() {
  const rooms = new Map<string, S | Set<S>>()
  return {
    join(room: string, member: S): void {
      const held = rooms.get(room)
      if (held === undefined) rooms.set(room, member)
      else if (held instanceof Set) held.add(member)
      else if (held !== member) rooms.set(room, new Set([held, member]))
    },
    leave(room: string, member: S): void {
      const held = rooms.get(room)
      if (held === member) rooms.delete(room)
      else if (held instanceof Set && held.delete(member) && held.size === 0) rooms.delete(room)
    },
    members(room: string): Iterable<S> {
      const held = rooms.get(room)
      if (held === undefined) return []
      return held instanceof Set ? held : [held]
    },
    has: (room: string): boolean => rooms.has(room),
    get size(): number {
      return rooms.size
    },
  }
}

export type RoomRegistry<S extends object> = ReturnType<typeof createRoomRegistry<S>>
