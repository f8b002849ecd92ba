// Web Locks among the tabs of a manual browser: a queue for each name, stealing, and release by death.

import type { TabState } from './manual-browser.ts'

interface Wish {
  tab: TabState
  granted(): void
  stolen?: () => void
}

interface Options {
  ifFree?: boolean
  steal?: boolean
  granted(): void
  refused?: () => void
  stolen?: () => void
}

/** `deliver` runs something in a tab a moment later. */
export function createTabLocks(deliver: (tab: TabState, call: () => void) => void) {
  const holders = new Map<string, Wish>()
  const queues = new Map<string, Wish[]>()

  function grant(name: string, wish: Wish): void {
    holders.set(name, wish)
    deliver(wish.tab, () => holders.get(name) === wish && wish.granted())
  }

  function passOn(name: string): void {
    holders.delete(name)
    const next = queues.get(name)?.shift()
    if (next) grant(name, next)
  }

  return {
    request(tab: TabState, name: string, { ifFree, steal, granted, refused, stolen }: Options) {
      const wish: Wish = { tab, granted, ...(stolen && { stolen }) }
      const held = holders.get(name)
      if (held && steal) {
        deliver(held.tab, () => held.stolen?.())
        grant(name, wish)
      } else if (!held) grant(name, wish)
      else if (ifFree) deliver(tab, () => refused?.())
      else queues.set(name, [...(queues.get(name) ?? []), wish])
      return {
        /** Lets go of it, or leaves the queue. */
        release(): void {
          if (holders.get(name) === wish) passOn(name)
          else queues.set(name, queues.get(name)?.filter((other) => other !== wish) ?? [])
        },
      }
    },
    /** Everything a dead tab held or waited for. */
    drop(tab: TabState): void {
      for (const [name, queue] of queues)
        queues.set(
          name,
          queue.filter((wish) => wish.tab !== tab),
        )
      for (const [name, wish] of [...holders]) if (wish.tab === tab) passOn(name)
    },
    holder: (prefix: string): TabState | undefined =>
      [...holders].find(([name]) => name.startsWith(prefix))?.[1].tab,
  }
}
