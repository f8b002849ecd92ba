// Who listens where. A room exists while somebody is in it.

export function createRoomRegistry<S>() {
  const rooms = new Map<string, Set<S>>()
  const nobody: ReadonlySet<S> = new Set()
  return {
    join(room: string, member: S): void {
      const members = rooms.get(room)
      if (members) members.add(member)
      else rooms.set(room, new Set([member]))
    },
    leave(room: string, member: S): void {
      const members = rooms.get(room)
      members?.delete(member)
      if (members?.size === 0) rooms.delete(room)
    },
    members: (room: string): ReadonlySet<S> => rooms.get(room) ?? nobody,
    get size(): number {
      return rooms.size
    },
  }
}

export type RoomRegistry<S> = ReturnType<typeof createRoomRegistry<S>>
