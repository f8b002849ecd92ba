// Is a sentence backed by the passages it cites? Words and, above all, numbers must stand there.

import type { Passage } from './retrieval.ts'

const fold = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

const words = (text: string): string[] => fold(text).match(/\p{L}{4,}/gu) ?? []
const numbers = (text: string): string[] => fold(text).match(/\d+(?:[.,]\d+)?/g) ?? []

/** Crude stem: enough to let "returns" meet "returned". */
const stem = (word: string): string => word.slice(0, Math.max(4, word.length - 3))

/** A share of content words this large must come from the cited text. */
const ENOUGH = 0.5

export function isSupported(sentence: string, cited: readonly Passage[]): boolean {
  const text = sentence.replace(/\[\d+(?:\s*,\s*\d+)*\]/g, ' ')
  const source = cited.map((passage) => `${passage.title} ${passage.heading} ${passage.text}`).join(' ')
  const inSource = new Set(numbers(source))
  if (numbers(text).some((number) => !inSource.has(number))) return false
  const content = words(text)
  if (content.length === 0) return cited.length > 0
  const stems = new Set(words(source).map(stem))
  const held = content.filter((word) => stems.has(stem(word))).length
  return held / content.length >= ENOUGH
}
