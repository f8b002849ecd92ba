// Who of the team is writing in which conversation, for clients that ask every few seconds instead of being told.

import type { Bus } from '../platform/bus/bus.ts'

/** A word of somebody typing holds so long, ms: they say it again while they go on. */
const HOLDS_MS = 5000
const REMEMBERED = 10_000

export function createTypingWatch({ bus, clock }: { bus: Pick<Bus, 'on'>; clock: () => Date }) {
  const typing = new Map<string, { name: string; until: number }>()

  function see(conversationId: string, name: string): void {
    // Forgetting all of them costs a moment of dots.
    if (typing.size >= REMEMBERED) typing.clear()
    typing.set(conversationId, { name, until: clock().getTime() + HOLDS_MS })
  }

  const stops = [
    bus.on('conversation.typing', ({ conversation_id, side, actor, text }) => {
      if (side !== 'agent') return
      if (text === undefined) typing.delete(conversation_id)
      else see(conversation_id, actor.name)
    }),
    bus.on('answer.chunk', ({ conversation_id, actor }) => see(conversation_id, actor.name)),
    bus.on('answer.ended', ({ conversation_id }) => void typing.delete(conversation_id)),
  ]

  return {
    /** Null: nobody. */
    nameIn(conversationId: string): string | null {
      const seen = typing.get(conversationId)
      return seen && seen.until > clock().getTime() ? seen.name : null
    },
    close: (): void => {
      for (const stop of stops) stop()
    },
  }
}

export type TypingWatch = ReturnType<typeof createTypingWatch>
