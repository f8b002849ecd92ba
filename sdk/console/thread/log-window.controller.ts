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
/** So many chunks come, and as many go, in one frame: more would make it late. The nearest to the eye come first. */
const A_FRAME = 1

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
  /** Chunks to be drawn, and those that are. */
  #near = new Set<number>()
  #drawn = new Set<number>()
  /** Somebody goes there: not to be waited for. */
  #wanted: number | null = null
  #frame = 0
  /** As measured when they went out of sight, else as guessed once: a box that is guessed anew would move all below it. */
  #heights = new Map<number, number>()
  #guesses = new Map<number, number>()
  #boxes = new Map<number, HTMLElement>()
  #keys = new WeakMap<Element, number>()
  #styled = new Map<number, string>()
  #items: readonly LogItem[] = []
  #chunks: LogChunk[] = []
  #boxed: readonly LogChunk[] | null = null

  constructor(host: ReactiveControllerHost & Element, find: () => HTMLElement | null) {
    this.#host = host
    this.#find = find
    host.addController(this)
  }

  /** Another conversation. */
  reset(): void {
    this.hostDisconnected()
    this.#near.clear()
    this.#drawn.clear()
    this.#heights.clear()
    this.#guesses.clear()
    this.#wanted = null
    this.#items = []
    this.#chunks = []
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#observer?.disconnect()
    this.#observer = null
    this.#root = null
    this.#boxes.clear()
    this.#styled.clear()
    this.#boxed = null
  }

  /** @param atEnd the reader is at the newest line */
  chunks(items: readonly LogItem[], atEnd: boolean): readonly LogChunk[] {
    if (items !== this.#items) {
      this.#items = items
      this.#chunks = cut(items)
    }
    const last = this.#chunks.at(-1)?.key ?? 0
    // Until it is known where the reader is, they are at the end.
    const end = atEnd || this.#near.size === 0
    const atOnce = (key: number): boolean => (end && key >= last - 1) || key === this.#wanted
    const come: number[] = []
    const go: number[] = []
    for (const { key } of this.#chunks) {
      const isWanted = atOnce(key) || this.#near.has(key)
      if (isWanted && !this.#drawn.has(key)) come.push(key)
      else if (!isWanted && this.#drawn.has(key)) go.push(key)
    }
    const later = come.filter((key) => !atOnce(key))
    for (const key of come) if (atOnce(key)) this.#drawn.add(key)
    for (const key of this.#nearest(later).slice(0, A_FRAME)) this.#drawn.add(key)
    for (const key of go.slice(0, A_FRAME)) this.#drawn.delete(key)
    if (later.length > A_FRAME || go.length > A_FRAME) this.#goOn()
    if (this.#wanted !== null && this.#drawn.has(this.#wanted)) this.#wanted = null
    for (const chunk of this.#chunks) chunk.shown = this.#drawn.has(chunk.key)
    return this.#chunks
  }

  /** Draws the chunk of this number, though it is out of sight: somebody goes there. */
  reveal(seq: number): void {
    this.#wanted = Math.floor(seq / SIZE)
    this.#near.add(this.#wanted)
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
    if (this.#boxed !== this.#chunks) this.#box(root)
    for (const { key, items, shown } of this.#chunks) {
      const height = shown ? '' : `${this.#heightOf(key, items.length)}px`
      if ((this.#styled.get(key) ?? '') === height) continue
      this.#styled.set(key, height)
      this.#boxes.get(key)!.style.blockSize = height
    }
  }

  #box(root: HTMLElement): void {
    this.#boxed = this.#chunks
    root.querySelectorAll<HTMLElement>('.chunk').forEach((box, index) => {
      const chunk = this.#chunks[index]
      if (!chunk || this.#boxes.get(chunk.key) === box) return
      this.#boxes.set(chunk.key, box)
      this.#keys.set(box, chunk.key)
      // It may have stood in another conversation before.
      this.#styled.set(chunk.key, box.style.blockSize)
      this.#observer!.observe(box)
    })
  }

  #heightOf(key: number, lines: number): number {
    const known = this.#heights.get(key) ?? this.#guesses.get(key)
    if (known !== undefined) return known
    const guess = Math.round(lines * this.#average())
    this.#guesses.set(key, guess)
    return guess
  }

  #goOn(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.#host.requestUpdate()
    })
  }

  /** Of several, those in the middle of what is seen first. */
  #nearest(keys: readonly number[]): readonly number[] {
    if (keys.length <= A_FRAME || !this.#root) return keys
    const middleOf = (element: Element): number => {
      const { top, height } = element.getBoundingClientRect()
      return top + height / 2
    }
    const eye = middleOf(this.#root)
    const away = new Map<number, number>()
    for (const key of keys) {
      const box = this.#boxes.get(key)
      away.set(key, box ? Math.abs(middleOf(box) - eye) : Number.POSITIVE_INFINITY)
    }
    return [...keys].sort((a, b) => away.get(a)! - away.get(b)!)
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
      const key = this.#keys.get(target)!
      if (isIntersecting === this.#near.has(key)) continue
      changed = true
      if (isIntersecting) this.#near.add(key)
      else {
        this.#near.delete(key)
        if (this.#drawn.has(key)) this.#heights.set(key, boundingClientRect.height)
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
