// Who of the team has a conversation on screen, on whichever node: said again now and then, forgotten when it is not.

import type { ServerFrame } from '../../../sdk/protocol/frame.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { SharedMap } from '../../platform/bus/shared-map.ts'
import { systemTime, type Time } from '../../platform/time.ts'

export interface Viewer {
  id: string
  name: string
  /** ISO 8601. */
  since: string
}

const FORGOTTEN_MS = 45_000

export interface ViewersDeps {
  /** By conversation. */
  map: SharedMap<Viewer[]>
  clock: () => Date
  time?: Time
}

export function createViewers({ map, clock, time = systemTime }: ViewersDeps) {
  /** When each is forgotten; only this node's own. */
  const timers = new Map<string, () => void>()
  const listeners = new Set<(conversationId: string) => void>()
  const stop = map.onChange((id) => {
    for (const listener of listeners) listener(id)
  })

  function remove(conversationId: string, agentId: string): void {
    const key = `${conversationId} ${agentId}`
    timers.get(key)?.()
    timers.delete(key)
    const left = (map.own(conversationId) ?? []).filter(({ id }) => id !== agentId)
    if (left.length > 0) map.set(conversationId, left)
    else map.delete(conversationId)
  }

  return {
    /** Once for each, since when they were first seen there. */
    of(conversationId: string): Viewer[] {
      const byId = new Map<string, Viewer>()
      for (const viewer of [map.own(conversationId) ?? [], ...map.others(conversationId)].flat()) {
        const known = byId.get(viewer.id)
        if (!known || viewer.since < known.since) byId.set(viewer.id, viewer)
      }
      return [...byId.values()].sort((a, b) => (a.since < b.since ? -1 : 1))
    },

    frame(conversationId: string): ServerFrame {
      return {
        type: 'viewers.changed',
        data: { conversation_id: conversationId, viewers: this.of(conversationId) },
      }
    },

    show({ id, name }: Pick<AgentPrincipal, 'id' | 'name'>, conversationId: string): void {
      const own = map.own(conversationId) ?? []
      if (!own.some((viewer) => viewer.id === id)) {
        map.set(conversationId, [...own, { id, name, since: clock().toISOString() }])
      }
      const key = `${conversationId} ${id}`
      timers.get(key)?.()
      timers.set(
        key,
        time.after(FORGOTTEN_MS, () => remove(conversationId, id)),
      )
    },

    hide: ({ id }: Pick<AgentPrincipal, 'id'>, conversationId: string): void => remove(conversationId, id),

    onChange(listener: (conversationId: string) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    close(): void {
      stop()
      for (const cancel of timers.values()) cancel()
    },
  }
}

export type Viewers = ReturnType<typeof createViewers>
