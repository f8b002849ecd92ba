// The basket, kept in the shop's own storage on this device. Knows no page and no price.
import { useEffect, useState } from 'preact/hooks'

export type BasketLine = { part: string; choice: string | null; count: number }

const KEY = 'fjordline.basket'

// Nora is signed in, and this is what she left in the basket on her last visit.
const leftLastTime: BasketLine[] = [
  { part: 'nokkel-wrench', choice: null, count: 1 },
  { part: 'seks-bolts', choice: null, count: 1 },
]

const isLine = (value: unknown): value is BasketLine =>
  typeof value === 'object' &&
  value !== null &&
  'part' in value &&
  'count' in value &&
  Number(value.count) > 0

const read = (): BasketLine[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return Array.isArray(stored) ? stored.filter(isLine) : leftLastTime
  } catch {
    return leftLastTime
  }
}

let lines = read()
const listeners = new Set<() => void>()

const notify = () => {
  for (const listener of listeners) listener()
}

const write = (next: BasketLine[]) => {
  lines = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // Storage can be full or forbidden; the basket then lasts as long as the page.
  }
  notify()
}

// Another tab changed the basket.
addEventListener('storage', (event) => {
  if (event.key !== KEY) return
  lines = read()
  notify()
})

const same = (a: BasketLine, part: string, choice: string | null) => a.part === part && a.choice === choice

export const addToBasket = (part: string, choice: string | null) =>
  lines.some((line) => same(line, part, choice))
    ? write(lines.map((line) => (same(line, part, choice) ? { ...line, count: line.count + 1 } : line)))
    : write([...lines, { part, choice, count: 1 }])

export const setCount = ({ part, choice, count }: BasketLine) =>
  write(
    lines
      .map((line) => (same(line, part, choice) ? { ...line, count } : line))
      .filter((line) => line.count > 0),
  )

export const countParts = (basket: BasketLine[]) => basket.reduce((sum, line) => sum + line.count, 0)

export const useBasket = () => {
  const [basket, setBasket] = useState(lines)
  useEffect(() => {
    const listener = () => setBasket(lines)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
  return basket
}
