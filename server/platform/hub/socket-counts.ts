// The nodes' open sockets, by principal and by address, so that a limit holds for all nodes together.

import type { SharedMap } from '../bus/shared-map.ts'
import type { Elsewhere } from './tally.ts'

/** Most addresses have a few sockets: from here on the others are told. */
const TELL_ADDRESS_FROM = 10

/** What principals and addresses are counted by elsewhere; one map holds both. */
export interface SocketCounts {
  principals: Elsewhere
  addresses: Elsewhere
}

export function createSocketCounts(map: Pick<SharedMap<number>, 'set' | 'delete' | 'lately'>): SocketCounts {
  const part = (prefix: string, from: number): Elsewhere => ({
    count(key) {
      let sum = 0
      // A node that has just died still holds its sockets for some seconds: they must not keep out who comes back here.
      for (const count of map.lately(prefix + key)) sum += count
      return sum
    },
    tell(key, count) {
      if (count >= from) map.set(prefix + key, count)
      else map.delete(prefix + key)
    },
  })
  return { principals: part('', 1), addresses: part('ip ', TELL_ADDRESS_FROM) }
}
