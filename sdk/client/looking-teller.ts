// Tells the server that a conversation is before the customer's eyes: when that changes, and now and then while it is so.
// Whoever draws it says every second or so what is; nothing here keeps time.

import { clientId } from './client-id.ts'
import type { ConnectionState } from './connection-state.ts'

/** The server forgets after 45 s, and a hidden tab's timers are late. */
const AGAIN = 20_000
/** A tab that flaps is told of no more often. */
const REST = 1_000

interface LookingDeps {
  now(): number
  line(): ConnectionState['state']
  post(looking: { tab: string; looking: boolean }): void
}

export function createLookingTeller({ now, line, post }: LookingDeps) {
  const tab = clientId()
  let told = false
  let toldAt = -Infinity

  return {
    tell(looking: boolean): void {
      // A new line knows nothing of what an old one was told.
      if (line() !== 'online') told = false
      const since = Math.abs(now() - toldAt)
      if (line() !== 'online' || since < REST || (looking === told && (!looking || since < AGAIN))) return
      told = looking
      toldAt = now()
      post({ tab, looking })
    },
    end(): void {
      if (told) post({ tab, looking: false })
      told = false
    },
  }
}
