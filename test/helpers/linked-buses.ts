// Nodes' buses on one wire, which the test can slow down, make lose news and cut.

import { randomUUID } from 'node:crypto'
import type { Bus, BusTopics } from '../../server/platform/bus/bus.ts'
import type { Time } from '../../server/platform/time.ts'

type Topic = keyof BusTopics
type Listener = (payload: never) => void

export interface LinkedBus extends Bus {
  /** Off the wire, until `plug`: neither heard nor hearing. */
  unplug(): void
  plug(): void
}

export interface LinkedBusesOptions {
  time: Time
  /** Milliseconds a piece of news travels; null: it is lost. */
  fate?: (topic: Topic) => number | null
}

export function linkedBuses({ time, fate = () => 0 }: LinkedBusesOptions) {
  const ends = new Set<{ plugged: boolean; hear(topic: Topic, text: string): void }>()
  /** Sizes of all payloads told, by topic. */
  const told: { topic: Topic; bytes: number }[] = []

  function add(nodeId: string = randomUUID()): LinkedBus {
    const listeners = new Map<Topic, Set<Listener>>()
    const end = {
      plugged: true,
      hear(topic: Topic, text: string): void {
        for (const listener of listeners.get(topic) ?? []) listener(JSON.parse(text) as never)
      },
    }
    const gaps = new Set<() => void>()
    ends.add(end)
    return {
      nodeId,
      isShared: true,
      emit(topic, payload) {
        const text = JSON.stringify(payload)
        told.push({ topic, bytes: Buffer.byteLength(text) })
        for (const other of ends) {
          const ms = other === end ? 0 : end.plugged && other.plugged ? fate(topic) : null
          if (ms !== null) time.after(ms, () => other.hear(topic, text))
        }
      },
      emitHere: (topic, payload) => void time.after(0, () => end.hear(topic, JSON.stringify(payload))),
      on(topic, listener) {
        const set = listeners.get(topic) ?? new Set()
        listeners.set(topic, set)
        set.add(listener as Listener)
        return () => void set.delete(listener as Listener)
      },
      onGap(listener) {
        gaps.add(listener)
        return () => void gaps.delete(listener)
      },
      unplug() {
        end.plugged = false
      },
      plug() {
        end.plugged = true
        for (const listener of gaps) listener()
      },
      async close() {
        ends.delete(end)
        listeners.clear()
      },
    }
  }

  return { add, told }
}
