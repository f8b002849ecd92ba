// The other nodes of this desk: who they are, and that they live. Knows nothing of what nodes share.

import { systemTime, type Time } from '../time.ts'
import type { Bus } from './bus.ts'

declare module './bus.ts' {
  interface BusTopics {
    /** A sign of life; `versions` says how far the node's shared maps are, so that lost news is noticed. */
    'node.alive': { node: string; versions: Record<string, number> }
    /** An orderly farewell. */
    'node.gone': { node: string }
  }
}

/** `left`: said goodbye. `lost`: not heard of any more. */
export type Departure = 'left' | 'lost'

export interface PeersDeps {
  bus: Pick<Bus, 'nodeId' | 'isShared' | 'emit' | 'on' | 'onGap'>
  time?: Time
}

export const PEER_INTERVALS = {
  /** Between signs of life. */
  alive: 2000,
  /** A node heard of within so long is surely alive. */
  lately: 3000,
  /** A node silent for so long is gone. */
  lost: 20_000,
  /** Newcomers within so long are answered once. */
  answer: 50,
  /** How long a goodbye outweighs news of that node that was still on its way. */
  departed: 60_000,
}

type NodeListener<Rest extends unknown[]> = (node: string, ...rest: Rest) => void

export function createPeers({ bus, time = systemTime }: PeersDeps) {
  // A node that comes back is another one.
  const id = bus.nodeId
  const heardAt = new Map<string, number>()
  const departedAt = new Map<string, number>()
  const versions = new Map<string, () => number>()
  const onAlive = new Set<NodeListener<[versions: Record<string, number>]>>()
  const onGone = new Set<NodeListener<[departure: Departure]>>()
  let isAnswering = false
  let isClosed = false
  let stopBeat = (): void => {}

  function sayAlive(): void {
    if (isClosed) return
    const told = Object.fromEntries([...versions].map(([name, version]) => [name, version()]))
    bus.emit('node.alive', { node: id, versions: told }, { greeting: true })
  }

  /** At once instead of at the next beat: to a newcomer, who knows nobody, or once this node is on the line again. */
  function sayAliveSoon(): void {
    if (isAnswering) return
    isAnswering = true
    time.after(PEER_INTERVALS.answer, () => {
      isAnswering = false
      sayAlive()
    })
  }

  function forget(node: string, departure: Departure): void {
    if (!heardAt.delete(node)) return
    for (const listener of onGone) listener(node, departure)
  }

  function beat(plannedAt: number): void {
    const now = time.now()
    // Whoever stood still itself heard nobody meanwhile: that is not the others' fault.
    const late = Math.max(0, now - plannedAt)
    for (const [node, at] of heardAt) {
      if (now - at - late > PEER_INTERVALS.lost) forget(node, 'lost')
      else if (late > 0) heardAt.set(node, at + late)
    }
    for (const [node, at] of departedAt) if (now - at > PEER_INTERVALS.departed) departedAt.delete(node)
    sayAlive()
    arm()
  }

  function arm(): void {
    const at = time.now() + PEER_INTERVALS.alive
    stopBeat = time.after(PEER_INTERVALS.alive, () => beat(at))
  }

  const stops = [
    bus.onGap(sayAliveSoon),
    bus.on('node.alive', ({ node, versions: told }) => {
      if (node === id || departedAt.has(node)) return
      if (!heardAt.has(node)) sayAliveSoon()
      heardAt.set(node, time.now())
      for (const listener of onAlive) listener(node, told)
    }),
    bus.on('node.gone', ({ node }) => {
      if (node === id) return
      departedAt.set(node, time.now())
      forget(node, 'left')
    }),
  ]

  if (bus.isShared) {
    arm()
    // On a later turn: whoever shares something registers it first.
    time.after(0, sayAlive)
  }

  return {
    id,
    /** Whether the node is one of the others and alive. */
    knows: (node: string): boolean => heardAt.has(node),
    count: (): number => heardAt.size,
    /** Whether it is surely alive: one that has just died is known for some time yet. */
    wasHeardLately: (node: string): boolean =>
      time.now() - (heardAt.get(node) ?? Number.NEGATIVE_INFINITY) <= PEER_INTERVALS.lately,
    /** What this node shares under a name is told with each sign of life as a number that only grows. */
    tellVersion(name: string, version: () => number): () => void {
      versions.set(name, version)
      return () => void versions.delete(name)
    },
    /** Each sign of life of another node; the first makes it known. */
    onAlive(listener: NodeListener<[versions: Record<string, number>]>): () => void {
      onAlive.add(listener)
      return () => void onAlive.delete(listener)
    },
    onGone(listener: NodeListener<[departure: Departure]>): () => void {
      onGone.add(listener)
      return () => void onGone.delete(listener)
    },
    /** Says goodbye, so that the others need not wait for silence. */
    close(): void {
      if (isClosed) return
      isClosed = true
      stopBeat()
      for (const stop of stops) stop()
      bus.emit('node.gone', { node: id })
    },
  }
}

export type Peers = ReturnType<typeof createPeers>
