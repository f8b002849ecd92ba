// An answer as the AI agent writes it, put together from stretches that may be lost, repeated or late. Pure.

import type { ServerFrameOf } from '../protocol/frame.ts'
import type { RunningAnswer } from './conversation-state.ts'

type Chunk = ServerFrameOf<'answer.chunk'>['data']

/** A stretch that does not join on is dropped: the logged message comes whole. */
export function extendAnswer(
  answer: RunningAnswer | null,
  { gen, off, text, actor }: Chunk,
): RunningAnswer | null {
  const written = answer?.gen === gen ? answer.text : ''
  if (off > written.length || off + text.length <= written.length) return answer
  return { gen, actor, text: written.slice(0, off) + text }
}
