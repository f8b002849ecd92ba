// Draws of a long log only what is near the eye: it is cut into chunks, and a chunk out of sight is an empty box of the
// height it had. The numbers of the log say where a chunk ends, so older messages put above move none of them.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { LogItem } from './log-item.ts'

/** Numbers of the log that share a chunk. */
const SIZE = 25
/** So far beyond the edge chunks are drawn already. */
const MARGIN = '1400px 0px'
/** Of what was never drawn, px. */
const GUESS = 56

export interface LogChunk {
  key: number
  items: readonly LogItem[]
  shown: boolean
}

export class LogWindow implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element
  readonly #find: () => HTMLElement | null
  #observer: IntersectionObserver | null = null
  #root: HTMLElement | null = null
  #near = new Set<number>()
  #heights = new Map<number, number>()
  #boxes = new Map<number, HTMLElement>()
  #items: readonly LogItem[] = []
  #chunks: LogChunk[] = []

  constructor(host: ReactiveControllerHost & Element, find: () => HTMLElement | null) {
    this.#host = host
    this.#find = find
    host.addController(this)
  }

  /** Another conversation. */
  reset(): void {
    this.hostDisconnected()
    this.#near.clear()
    this.#heights.clear()
    this.#items = []
    this.#chunks = []
  }

  hostDisconnected(): void {
    this.#observer?.disconnect()
    this.#observer = null
    this.#root = null
    this.#boxes.clear()
  }

  /** @param atEnd the reader is at the newest line */
  chunks(items: readonly LogItem[], atEnd: boolean): readonly LogChunk[] {
    if (items !== this.#items) {
      this.#items = items
      this.#chunks = cut(items)
    }
    const last = this.#chunks.at(-1)?.key ?? 0
    // Until it is known where the reader is, they are at the end.
    for (const chunk of this.#chunks)
      chunk.shown = this.#near.has(chunk.key) || ((atEnd || this.#near.size === 0) && chunk.key >= last - 1)
    return this.#chunks
  }

  /** Draws the chunk of this number, though it is out of sight: somebody goes there. */
  reveal(seq: number): void {
    this.#near.add(Math.floor(seq / SIZE))
    this.#host.requestUpdate()
  }

  /** Call after drawing. */
  settle(): void {
    const root = this.#find()
    if (!root) return
    if (root !== this.#root) {
      this.hostDisconnected()
      this.#root = root
      this.#observer = new IntersectionObserver((entries) => this.#seen(entries), {
        root,
        rootMargin: MARGIN,
      })
    }
    const boxes = root.querySelectorAll<HTMLElement>('.chunk')
    const average = this.#average()
    boxes.forEach((box, index) => {
      const chunk = this.#chunks[index]
      if (!chunk) return
      if (this.#boxes.get(chunk.key) !== box) {
        this.#boxes.set(chunk.key, box)
        box.dataset.chunk = String(chunk.key)
        this.#observer!.observe(box)
      }
      const height = chunk.shown ? '' : `${this.#heights.get(chunk.key) ?? chunk.items.length * average}px`
      if (box.style.blockSize !== height) box.style.blockSize = height
    })
  }

  #average(): number {
    let height = 0
    let count = 0
    for (const { key, items } of this.#chunks) {
      const known = this.#heights.get(key)
      if (known === undefined) continue
      height += known
      count += items.length
    }
    return count > 0 ? height / count : GUESS
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    let changed = false
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const key = Number((target as HTMLElement).dataset.chunk)
      if (isIntersecting === this.#near.has(key)) continue
      changed = true
      if (isIntersecting) this.#near.add(key)
      else {
        this.#near.delete(key)
        const wasShown = this.#chunks.find((chunk) => chunk.key === key)?.shown
        if (wasShown) this.#heights.set(key, boundingClientRect.height)
      }
    }
    if (changed) this.#host.requestUpdate()
  }
}

function cut(items: readonly LogItem[]): LogChunk[] {
  const chunks: { key: number; items: LogItem[]; shown: boolean }[] = []
  let lead: LogItem[] = []
  for (const item of items) {
    // A day and the line "New" stand with what they are above.
    if (item.kind === 'day' || item.kind === 'new') {
      lead.push(item)
      continue
    }
    const key = Math.floor(item.event.seq / SIZE)
    let chunk = chunks.at(-1)
    if (chunk?.key !== key) {
      chunk = { key, items: [], shown: false }
      chunks.push(chunk)
    }
    chunk.items.push(...lead, item)
    lead = []
  }
  return chunks
}
