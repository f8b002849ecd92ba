// What a node hears of the others: pieces put together again, its own left out, missing ones noticed.

import type { PieceMark } from './bus-outbox.ts'

/** Other nodes remembered; those not heard of for longest are forgotten. */
const MOST_NODES = 1000

export interface BusInboxDeps {
  nodeId: string
  /** One piece of news of another node. */
  tell: (topic: string, payload: unknown) => void
  /** Another node has been heard of. */
  onOther: () => void
  /** Some may have been lost. */
  onGap: () => void
  onError: (error: unknown) => void
}

interface Known {
  number: number
  /** Of news in parts what came so far; null: none, or the beginning is missing. */
  parts: string | null
}

const HEAD = /^(\S+) (\d+) (whole|begin|middle|end)$/

export function createBusInbox({ nodeId, tell, onOther, onGap, onError }: BusInboxDeps) {
  const nodes = new Map<string, Known>()

  /** What was remembered of the node, unless the piece came before; says so when some are missing in between. */
  function follow(node: string, number: number): Known | null {
    const known = nodes.get(node)
    if (known && number <= known.number) return null
    const isNext = number === (known?.number ?? 0) + 1
    const next = { number, parts: isNext ? (known?.parts ?? null) : null }
    nodes.delete(node)
    nodes.set(node, next)
    if (nodes.size > MOST_NODES) nodes.delete(nodes.keys().next().value!)
    if (known && !isNext) onGap()
    return next
  }

  return {
    hear(text: string): void {
      try {
        const end = text.indexOf('\n')
        const [, node, number, mark] = HEAD.exec(text.slice(0, end)) ?? []
        if (!node || node === nodeId) return
        onOther()
        const known = follow(node, Number(number))
        if (!known) return
        const body = text.slice(end + 1)
        const isWhole = (mark as PieceMark) === 'whole'
        if (mark === 'begin') known.parts = body
        else if (!isWhole && known.parts !== null) known.parts += body
        if (isWhole) for (const [topic, payload] of JSON.parse(body)) tell(topic, payload)
        else if (mark === 'end' && known.parts !== null) {
          const [topic, payload] = JSON.parse(known.parts)
          known.parts = null
          tell(topic, payload)
        }
      } catch (error) {
        onError(error)
      }
    },
  }
}
