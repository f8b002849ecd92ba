// Rows drawn again instead of anew: a row that comes takes the element of one that goes. To make one and throw one away
// costs more than all that is written into it. Pure.

/** Numbers the elements of each group's rows. */
export function createRowSlots<G>() {
  const groups = new Map<G, ReadonlyMap<string, number>>()
  let made = 0
  return {
    /**
     * Once a drawing and group; gives which element shows which row. While one of them has the focus none is handed on:
     * to be put elsewhere takes the focus from an element, and what stays where it is would have it on another row.
     */
    take(group: G, ids: readonly string[], handOn: boolean): (id: string) => number {
      const held = groups.get(group) ?? new Map<string, number>()
      const here = new Set(ids)
      const free = handOn ? [...held].filter(([id]) => !here.has(id)).map(([, slot]) => slot) : []
      const slots = new Map(ids.map((id) => [id, held.get(id) ?? free.pop() ?? made++]))
      groups.set(group, slots)
      return (id) => slots.get(id)!
    },
  }
}
