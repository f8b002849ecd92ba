// What AI agents have written so far of answers that are not finished: for who comes to follow in the middle.

import type { Actor } from '../../sdk/protocol/actor.ts'
import type { ServerFrameOf } from '../../sdk/protocol/frame.ts'
import type { Bus } from '../platform/bus/bus.ts'

/** An answer whose end was never heard of must not be kept for ever. */
const KEPT = 1000

export function createRunningAnswers({ bus }: { bus: Pick<Bus, 'on'> }) {
  const answers = new Map<string, { gen: string; actor: Actor; text: string }>()

  const stops = [
    bus.on('answer.chunk', ({ conversation_id, gen, off, text, actor }) => {
      const held = answers.get(conversation_id)
      const written = held?.gen === gen ? held.text : ''
      // Told from the middle on, as after a lost stretch: the beginning is not to be had.
      if (off > written.length) return
      answers.delete(conversation_id)
      answers.set(conversation_id, { gen, actor, text: written.slice(0, off) + text })
      if (answers.size > KEPT) answers.delete(answers.keys().next().value!)
    }),
    bus.on('answer.ended', ({ conversation_id, gen }) => {
      if (answers.get(conversation_id)?.gen === gen) answers.delete(conversation_id)
    }),
  ]

  return {
    /** As one stretch from the beginning; undefined while nothing is being written. */
    soFar(conversationId: string): ServerFrameOf<'answer.chunk'> | undefined {
      const answer = answers.get(conversationId)
      return answer && { type: 'answer.chunk', data: { conversation_id: conversationId, off: 0, ...answer } }
    },
    close: (): void => {
      for (const stop of stops) stop()
    },
  }
}

export type RunningAnswers = ReturnType<typeof createRunningAnswers>
