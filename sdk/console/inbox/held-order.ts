// Keeps a list still while somebody aims at it: rows change where they stand, and what would move waits. Pure.

import type { AgentConversation } from '../../protocol/conversation.ts'

export interface Rows<G> {
  group: G
  rows: readonly AgentConversation[]
}

export interface Arrangement<G> {
  groups: readonly Rows<G>[]
  /** Rows that are no longer of this list and stand in only until nobody aims at it. */
  gone: ReadonlySet<string>
  /** How many wait for their place, or for a higher one. */
  news: number
}

const NONE: ReadonlySet<string> = new Set()

/** The list as the server has it. */
export const released = <G>(groups: readonly Rows<G>[]): Arrangement<G> => ({ groups, gone: NONE, news: 0 })

interface Place {
  row: AgentConversation
  group: number
  index: number
}

export interface Hold<G> {
  same: (a: G, b: G) => boolean
  /** When something was last said in each row, as the hold began. */
  spoken: ReadonlyMap<string, string>
  /** Rows that have left keep their place; otherwise they go. */
  stay: boolean
  /** This one goes in any case. */
  leaves: string | null
}

/**
 * The list as it was drawn, with what has happened since written into its rows. What comes after its last row is
 * added, as that moves nothing.
 */
export function held<G>(
  before: readonly Rows<G>[],
  live: readonly Rows<G>[],
  { same, spoken, stay, leaves }: Hold<G>,
): Arrangement<G> {
  const places = new Map<string, Place>()
  live.forEach(({ rows }, group) => {
    rows.forEach((row, index) => void places.set(row.id, { row, group, index }))
  })
  const drawn = new Set<string>()
  for (const { rows } of before) for (const { id } of rows) drawn.add(id)
  const gone = new Set<string>()
  let risen = 0
  const groups = before.map(({ group, rows }) => {
    const now = live.findIndex((each) => same(each.group, group))
    let last = -1
    const kept = rows.flatMap((row, index) => {
      const place = places.get(row.id)
      if (!place) {
        if (!stay || row.id === leaves) return []
        gone.add(row.id)
        return [row]
      }
      if (place.group === now) last = Math.max(last, place.index)
      const higher = place.group < now || (place.group === now && place.index < index)
      if (higher && saidAt(place.row) > (spoken.get(row.id) ?? saidAt(place.row))) risen++
      return [place.row]
    })
    const tail = now < 0 ? [] : live[now]!.rows.slice(last + 1).filter(({ id }) => !drawn.has(id))
    for (const { id } of tail) drawn.add(id)
    return { group, rows: tail.length > 0 ? [...kept, ...tail] : kept }
  })
  const lastDrawn = live.findLastIndex(({ group }) => before.some((each) => same(each.group, group)))
  // A group below all that are drawn moves none of them.
  for (const each of live.slice(lastDrawn + 1)) {
    const fresh = each.rows.filter(({ id }) => !drawn.has(id))
    for (const { id } of fresh) drawn.add(id)
    if (fresh.length > 0) groups.push({ group: each.group, rows: fresh })
  }
  let unseen = 0
  for (const id of places.keys()) if (!drawn.has(id)) unseen++
  return { groups: groups.filter(({ rows }) => rows.length > 0), gone, news: unseen + risen }
}

const saidAt = ({ last_message }: AgentConversation): string => last_message?.at ?? ''

export const spokenAt = <G>(groups: readonly Rows<G>[]): Map<string, string> =>
  new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.id, saidAt(row)] as const)))
