// Which tabs of this node's sockets look at which conversation. A tab looks at one at a time and says so again and again;
// one that falls silent, or whose socket ends, looks no more.

import type { Time } from '../platform/time.ts'

/** A browser with more tabs that are all looked at is none. */
const TABS = 20

interface Tab {
  id: string
  cancel(): void
}

export interface LookingTabsDeps {
  time: Time
  /** Ms without a word. */
  expiry: number
  /** The first tab looks at the conversation. */
  began(id: string): void
  /** The last one does no more. */
  ended(id: string): void
}

export function createLookingTabs({ time, expiry, began, ended }: LookingTabsDeps) {
  const bySocket = new Map<string, Map<string, Tab>>()
  const counts = new Map<string, number>()

  function count(id: string, by: 1 | -1): void {
    const before = counts.get(id) ?? 0
    const after = before + by
    if (after > 0) counts.set(id, after)
    else counts.delete(id)
    if (before === 0) began(id)
    else if (after === 0) ended(id)
  }

  function stop(socketId: string, name: string): void {
    const tabs = bySocket.get(socketId)
    const tab = tabs?.get(name)
    if (!tabs || !tab) return
    tab.cancel()
    tabs.delete(name)
    if (tabs.size === 0) bySocket.delete(socketId)
    count(tab.id, -1)
  }

  return {
    look(socketId: string, name: string, id: string): void {
      const tabs = bySocket.get(socketId) ?? new Map<string, Tab>()
      const before = tabs.get(name)
      if (!before && tabs.size >= TABS) return
      before?.cancel()
      bySocket.set(socketId, tabs)
      tabs.set(name, { id, cancel: time.after(expiry, () => stop(socketId, name)) })
      if (before?.id === id) return
      count(id, 1)
      if (before) count(before.id, -1)
    },
    stop,
    /** The socket has gone. */
    leave(socketId: string): void {
      for (const name of [...(bySocket.get(socketId)?.keys() ?? [])]) stop(socketId, name)
    },
    close(): void {
      for (const tabs of bySocket.values()) for (const { cancel } of tabs.values()) cancel()
    },
  }
}

export type LookingTabs = ReturnType<typeof createLookingTabs>
