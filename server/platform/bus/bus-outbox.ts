// What a node has to tell the others: gathered for a moment, cut into numbered pieces, sent in order. The numbers let a
// hearer notice what it missed, so nothing is ever sent again.

import { within } from '../deadline.ts'
import type { Log } from '../log.ts'
import { systemTime, type Time } from '../time.ts'
import type { BusListeners } from './bus-listeners.ts'
import type { Carrier } from './carrier.ts'

/** Between two sendings: what is told meanwhile goes together. */
const REST_MS = 5
/** Pieces sent at once. */
const MOST_PIECES = 64
/** Bytes that may wait while the carrier is slow. */
const MOST_BYTES = 16 * 1024 * 1024
/** The last news, such as a farewell, may take so long. */
const CLOSE_MS = 1000
/** The head line: a node's id, a number, a mark. */
const HEAD_BYTES = 64

/** A piece holds whole news, or a part of one. */
export type PieceMark = 'whole' | 'begin' | 'middle' | 'end'

export interface BusOutboxDeps {
  nodeId: string
  carrier: Carrier
  outside: BusListeners['outside']
  log: Pick<Log, 'info' | 'warn'>
  time?: Time
}

interface Waiting {
  text: string
  ephemeral: boolean
}

/** ASCII, so that it can be cut anywhere and every character is one byte. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

export function createBusOutbox({ nodeId, carrier, outside, log, time = systemTime }: BusOutboxDeps) {
  const room = carrier.pieceBytes - HEAD_BYTES
  let waiting: Waiting[] = []
  let bytes = 0
  let number = 0
  let isBusy = false
  let isClosed = false
  let isFailing = false
  let sending: Promise<void> = Promise.resolve()

  const piece = (mark: PieceMark, body: string): string => `${nodeId} ${++number} ${mark}\n${body}`

  /** Takes from what waits as much as is sent at once. */
  function takePieces(): string[] {
    const pieces: string[] = []
    let batch = ''
    let taken = 0
    const endBatch = (): void => {
      if (batch) pieces.push(piece('whole', `[${batch}]`))
      batch = ''
    }
    for (const { text } of waiting) {
      if (pieces.length >= MOST_PIECES) break
      taken += 1
      bytes -= text.length
      if (text.length + batch.length + 3 > room) endBatch()
      if (text.length + 2 <= room) batch = batch ? `${batch},${text}` : text
      else
        for (let from = 0; from < text.length; from += room) {
          const mark = from === 0 ? 'begin' : from + room < text.length ? 'middle' : 'end'
          pieces.push(piece(mark, text.slice(from, from + room)))
        }
    }
    endBatch()
    waiting = waiting.slice(taken)
    return pieces
  }

  async function send(): Promise<void> {
    try {
      await carrier.send(takePieces())
      if (isFailing) log.info('bus: news reach other nodes again')
      isFailing = false
    } catch (error) {
      if (!isFailing) log.warn({ error: { message: String(error) } }, 'bus: news do not reach other nodes')
      isFailing = true
    }
  }

  async function drive(): Promise<void> {
    // What is told in the same turn goes along.
    await new Promise((resolve) => void setImmediate(resolve))
    while (waiting.length > 0 && !isClosed) {
      await send()
      await new Promise<void>((resolve) => void time.after(REST_MS, resolve))
    }
    isBusy = false
  }

  /** Too much waits: first goes what nobody misses, then everything; the others notice by the numbers. */
  function relieve(): void {
    waiting = waiting.filter(({ ephemeral }) => !ephemeral)
    bytes = waiting.reduce((sum, { text }) => sum + text.length, 0)
    if (bytes <= MOST_BYTES / 2) return
    log.warn({ bytes }, 'bus: dropped news that could not be sent in time')
    waiting = []
    bytes = 0
    number += 1
  }

  return {
    add(topic: string, payload: unknown, ephemeral: boolean): void {
      if (isClosed) return
      const text = asciiJson([topic, payload])
      waiting.push({ text, ephemeral })
      bytes += text.length
      if (bytes > MOST_BYTES) relieve()
      if (isBusy) return
      isBusy = true
      sending = outside(drive)
    },
    /** Sends what waits, if that goes quickly. */
    async close(): Promise<void> {
      isClosed = true
      const last = sending.then(async () => {
        while (waiting.length > 0) await send()
      })
      await within(CLOSE_MS, last, time).catch(() => {})
    },
  }
}
