// Says aloud what is new: whole messages, and a streamed answer sentence by sentence, never token by token.

import { finishedLength } from './sentence.ts'

export type Announcer = ReturnType<typeof createAnnouncer>

const spoken = (text: string): string =>
  text
    .replace(/\s*\[\d+\]|\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** @param say puts one text into a polite live region. */
export function createAnnouncer(say: (text: string) => void) {
  let running: { gen: string; length: number; last: string } | null = null
  return {
    /** The answer being written, with all its text so far. */
    answer(gen: string, name: string, text: string): void {
      if (running?.gen !== gen) running = { gen, length: 0, last: '' }
      const end = finishedLength(text)
      const sentence = spoken(text.slice(running.length, end))
      if (!sentence) return
      say(running.length === 0 ? `${name}: ${sentence}` : sentence)
      running = { gen, length: end, last: sentence }
    },
    /** A message that came in; of an answer that was read aloud already, only what followed. */
    message(name: string, text: string): void {
      const whole = spoken(text)
      const last = running?.last ?? ''
      const found = last ? whole.indexOf(last) : -1
      running = null
      const rest = found < 0 ? `${name}: ${whole}` : whole.slice(found + last.length).trim()
      if (rest) say(rest)
    },
  }
}
