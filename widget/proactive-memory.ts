// What this browser remembers of an owner's messages: when each was shown, and that the visitor wants no more today.
// Under consent it remembers only as long as the page lives. Nothing is written before a message was shown.

import type { ProactiveMessage } from '../sdk/protocol/site-settings.ts'

const DAY_MS = 86_400_000
const SHOWN = 'deskbell-proactive'
const ENOUGH = 'deskbell-proactive-off'

export interface ProactiveMemoryDeps {
  mayStore: boolean
  now: () => number
  /** Kept for good, and for as long as the tab lives. Reading either may throw where storage is blocked. */
  storage?: () => Pick<Storage, 'getItem' | 'setItem'>
  session?: () => Pick<Storage, 'getItem' | 'setItem'>
}

export function createProactiveMemory({
  mayStore,
  now,
  storage = () => localStorage,
  session = () => sessionStorage,
}: ProactiveMemoryDeps) {
  let shown: Record<string, number> | undefined
  let enough = false

  /** A browser that keeps nothing forgets with the page, which is no error. */
  function attempt<T>(act: () => T, otherwise: T): T {
    try {
      return mayStore ? act() : otherwise
    } catch {
      return otherwise
    }
  }
  const held = (): Record<string, number> => {
    shown ??= attempt(() => JSON.parse(storage().getItem(SHOWN) ?? '{}') as Record<string, number>, {})
    return shown
  }

  return {
    isDue: ({ id, every_days }: Pick<ProactiveMessage, 'id' | 'every_days'>): boolean =>
      !enough &&
      now() - (held()[id] ?? Number.NEGATIVE_INFINITY) >= every_days * DAY_MS &&
      !attempt(() => session().getItem(ENOUGH) !== null, false),
    shown(id: string): void {
      held()[id] = now()
      attempt(() => storage().setItem(SHOWN, JSON.stringify(held())), undefined)
    },
    /** The visitor closed one: none of them shows again before the tab is closed. */
    dismissed(): void {
      enough = true
      attempt(() => session().setItem(ENOUGH, '1'), undefined)
    },
  }
}
