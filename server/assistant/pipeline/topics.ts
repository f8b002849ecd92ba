// Which of the owner's topics a message is about, by likeness to the examples they gave.

import type { AssistantTopic } from '../../../sdk/protocol/assistant-settings.ts'
import { analyserOf } from './statement.ts'

/** So much of an example must stand in the message, and of the message in it. */
const ENOUGH = 0.55

export interface FoundTopic {
  topic: AssistantTopic
  /** 0 to 1. */
  likeness: number
}

function likeness(message: ReadonlySet<string>, example: ReadonlySet<string>): number {
  const both = [...example].filter((stem) => message.has(stem)).length
  if (both === 0) return 0
  const held = both / example.size
  const filled = both / message.size
  // An example that stands whole in a longer message is about it, too; one word of many is not.
  return example.size >= 2 && held === 1 ? Math.max(0.8, filled) : (2 * held * filled) / (held + filled)
}

/** The best of them, its name counting as an example; null when none is like it. */
export function topicOf(
  message: string,
  topics: readonly AssistantTopic[],
  language: string,
): FoundTopic | null {
  const analyser = analyserOf(language)
  const stems = (text: string) => new Set(analyser.content(text).map(({ term }) => term))
  const asked = stems(message)
  if (asked.size === 0) return null
  let best: FoundTopic | null = null
  for (const topic of topics)
    for (const example of [topic.name, ...topic.examples]) {
      const found = likeness(asked, stems(example))
      if (found >= ENOUGH && found > (best?.likeness ?? 0)) best = { topic, likeness: found }
    }
  return best
}
