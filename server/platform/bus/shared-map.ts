// Small facts every node knows of every other: each node owns its own entries and tells them, and they end with it.
// News may be lost or late: each node's news is numbered, and whoever lacks a number asks for all of it.

import { systemTime, type Time } from '../time.ts'
import type { Bus } from './bus.ts'
import type { Departure, Peers } from './peers.ts'

declare module './bus.ts' {
  interface BusTopics {
    /** One step of a node's map, from the version before. */
    'map.changed': { map: string; node: string; version: number; set: Entry[]; gone: string[] }
    /** Somebody lacks something of that node's map. */
    'map.wanted': { map: string; node: string }
    /** All of a node's map as of a version, in pieces. */
    'map.snapshot': MapPiece
  }
}

type Entry = [key: string, value: unknown]

interface MapPiece {
  map: string
  node: string
  version: number
  part: number
  parts: number
  entries: Entry[]
}

/** Why an entry changed: its owner said so, or its owner went. */
export type ChangeCause = 'told' | Departure

export interface SharedMapDeps {
  name: string
  bus: Pick<Bus, 'emit' | 'on'>
  peers: Pick<Peers, 'id' | 'knows' | 'count' | 'wasHeardLately' | 'tellVersion' | 'onAlive' | 'onGone'>
  time?: Time
}

/** Changes within so many milliseconds are told together. */
const BATCH_MS = 50
/** A piece fits a notification of PostgreSQL (8,000 bytes) with its envelope. */
const PIECE_BYTES = 6000
/** Least time between two requests for one node's map, and between two answers. */
const ASK_MS = 1000

/** What is held of one other node. */
interface Held<V> {
  version: number
  entries: Map<string, V>
  askedAt: number
  /** A snapshot of which pieces are missing still. */
  coming: { version: number; entries: Map<string, V>; missing: Set<number> } | null
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function inPieces<T>(items: Iterable<T>): T[][] {
  const pieces: T[][] = []
  let room = 0
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1
    if (bytes > room) {
      pieces.push([])
      room = PIECE_BYTES
    }
    pieces.at(-1)!.push(item)
    room -= bytes
  }
  return pieces
}

export function createSharedMap<V>({ name, bus, peers, time = systemTime }: SharedMapDeps) {
  const own = new Map<string, V>()
  const held = new Map<string, Held<V>>()
  const pending = new Set<string>()
  const listeners = new Set<(key: string, cause: ChangeCause) => void>()
  let version = 0
  let toldAllAt = Number.NEGATIVE_INFINITY
  let stopFlush: (() => void) | null = null
  let stopTelling: (() => void) | null = null

  function changed(keys: Iterable<string>, cause: ChangeCause): void {
    for (const key of keys) for (const listener of listeners) listener(key, cause)
  }

  function plan(): void {
    stopFlush ??= time.after(BATCH_MS, flush)
  }

  function flush(): void {
    stopFlush?.()
    stopFlush = null
    const keys = [...pending]
    pending.clear()
    // With nobody to hear, one number stands for all that changed: whoever comes later lacks it and asks.
    if (peers.count() === 0) version += keys.length > 0 ? 1 : 0
    else
      for (const piece of inPieces(keys.map((key): Entry => [key, own.get(key)]))) {
        version += 1
        const set = piece.filter(([key]) => own.has(key))
        const gone = piece.filter(([key]) => !own.has(key)).map(([key]) => key)
        bus.emit('map.changed', { map: name, node: peers.id, version, set, gone })
      }
  }

  /** However many ask. */
  function planTelling(): void {
    stopTelling ??= time.after(Math.max(BATCH_MS, toldAllAt + ASK_MS - time.now()), tellAll)
  }

  function tellAll(): void {
    stopTelling = null
    toldAllAt = time.now()
    flush()
    const pieces = inPieces<Entry>(own)
    if (pieces.length === 0) pieces.push([])
    for (const [part, entries] of pieces.entries())
      bus.emit('map.snapshot', { map: name, node: peers.id, version, part, parts: pieces.length, entries })
  }

  function heldOf(node: string): Held<V> {
    let known = held.get(node)
    if (!known) {
      known = { version: 0, entries: new Map(), askedAt: Number.NEGATIVE_INFINITY, coming: null }
      held.set(node, known)
    }
    return known
  }

  function ask(node: string, known: Held<V>): void {
    if (time.now() - known.askedAt < ASK_MS) return
    known.askedAt = time.now()
    bus.emit('map.wanted', { map: name, node })
  }

  function take(known: Held<V>, piece: MapPiece): void {
    if (piece.version <= known.version) return
    if (known.coming?.version !== piece.version) {
      const missing = new Set(Array.from({ length: piece.parts }, (_, part) => part))
      known.coming = { version: piece.version, entries: new Map(), missing }
    }
    const { coming } = known
    for (const [key, value] of piece.entries) coming.entries.set(key, value as V)
    coming.missing.delete(piece.part)
    if (coming.missing.size > 0) return
    const before = known.entries
    known.version = coming.version
    known.entries = coming.entries
    known.coming = null
    const keys = new Set([...before.keys(), ...coming.entries.keys()])
    changed(
      [...keys].filter((key) => !isSame(before.get(key), coming.entries.get(key))),
      'told',
    )
  }

  const stops = [
    peers.tellVersion(name, () => version),
    peers.onAlive((node, versions) => {
      const known = heldOf(node)
      if ((versions[name] ?? 0) > known.version) ask(node, known)
    }),
    peers.onGone((node, departure) => {
      const known = held.get(node)
      held.delete(node)
      if (known) changed(known.entries.keys(), departure)
    }),
    bus.on('map.changed', (step) => {
      if (step.map !== name || !peers.knows(step.node)) return
      const known = heldOf(step.node)
      if (step.version <= known.version) return
      if (step.version > known.version + 1) return ask(step.node, known)
      known.version = step.version
      for (const [key, value] of step.set) known.entries.set(key, value as V)
      for (const key of step.gone) known.entries.delete(key)
      changed([...step.set.map(([key]) => key), ...step.gone], 'told')
    }),
    bus.on('map.wanted', ({ map, node }) => {
      if (map === name && node === peers.id) planTelling()
    }),
    bus.on('map.snapshot', (piece) => {
      if (piece.map === name && peers.knows(piece.node)) take(heldOf(piece.node), piece)
    }),
  ]

  function* others(key: string, accepts: (node: string) => boolean = () => true): Iterable<V> {
    for (const [node, { entries }] of held) {
      const value = entries.get(key)
      if (value !== undefined && accepts(node)) yield value
    }
  }

  function put(key: string, value: V | undefined): void {
    if (isSame(own.get(key), value)) return
    if (value === undefined) own.delete(key)
    else own.set(key, value)
    pending.add(key)
    plan()
    changed([key], 'told')
  }

  return {
    /** Sets this node's entry; `value` is plain JSON. */
    set: (key: string, value: V): void => put(key, value),
    delete: (key: string): void => put(key, undefined),
    own: (key: string): V | undefined => own.get(key),
    /** The other nodes' entries under the key. */
    others: (key: string): Iterable<V> => others(key),
    /** The same of nodes that are surely alive: for what must not suffer from one that has just died. */
    lately: (key: string): Iterable<V> => others(key, peers.wasHeardLately),
    /** Every node's entries, keys with none left out. */
    all(): Map<string, V[]> {
      const all = new Map<string, V[]>()
      for (const entries of [own, ...[...held.values()].map((known) => known.entries)])
        for (const [key, value] of entries) all.set(key, [...(all.get(key) ?? []), value])
      return all
    },
    /** After each change of any node's entry. */
    onChange(listener: (key: string, cause: ChangeCause) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close(): void {
      stopFlush?.()
      stopTelling?.()
      for (const stop of stops) stop()
    },
  }
}

export type SharedMap<V> = ReturnType<typeof createSharedMap<V>>
