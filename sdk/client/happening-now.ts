// What happens in a conversation right now and is in no log: who types, what the AI agent is writing.
// All of it may be lost on the way, so all of it ends by itself.

import type { Actor } from '../protocol/actor.ts'
import type { ServerFrameOf } from '../protocol/frame.ts'
import type { Environment } from './client-environment.ts'
import type { ConversationState } from './conversation-state.ts'
import { extendAnswer } from './running-answer.ts'

const TYPING_SHOWN = 8_000
/** A sent answer stays drawn this long at most until its message is here. */
const ANSWER_SHOWN = 5_000

type Happening = Pick<ConversationState<unknown>, 'typing' | 'answer'>

interface HappeningDeps {
  env: Pick<Environment, 'after'>
  get(): Happening
  patch(change: Partial<Happening>): void
  /** Whether the actor is the viewer, perhaps in another tab. */
  isSelf(actor: Actor): boolean
}

/** Keeps its part of a conversation's state. */
export function createHappeningNow({ env, get, patch, isSelf }: HappeningDeps) {
  const typingEnds = new Map<string | null, () => void>()
  let cancelAnswer = (): void => {}
  let endedGen = ''

  function stopTyping({ id }: Actor): void {
    typingEnds.get(id)?.()
    if (typingEnds.delete(id)) patch({ typing: get().typing.filter(({ actor }) => actor.id !== id) })
  }

  function endAnswer(): void {
    cancelAnswer()
    const { answer } = get()
    if (!answer) return
    endedGen = answer.gen
    patch({ answer: null })
  }

  return {
    startTyping(actor: Actor, text = ''): void {
      if (isSelf(actor)) return
      stopTyping(actor)
      typingEnds.set(
        actor.id,
        env.after(TYPING_SHOWN, () => stopTyping(actor)),
      )
      patch({ typing: [...get().typing, { actor, text }] })
    },
    stopTyping,
    addChunk(chunk: ServerFrameOf<'answer.chunk'>['data']): void {
      const { answer } = get()
      if (chunk.gen === endedGen) return
      if (chunk.gen !== answer?.gen) cancelAnswer()
      patch({ answer: extendAnswer(answer, chunk) })
    },
    endRun({ gen, outcome }: ServerFrameOf<'answer.ended'>['data']): void {
      if (gen !== get().answer?.gen) endedGen = gen
      // Its message is on the way; until then the text stays, so that nothing flickers.
      else if (outcome === 'sent') cancelAnswer = env.after(ANSWER_SHOWN, endAnswer)
      else endAnswer()
    },
    /** A message ends its author's typing, and the AI agent's running answer. */
    spoke(actor: Actor): void {
      stopTyping(actor)
      if (actor.kind !== 'contact') endAnswer()
    },
    /** The line is new: a run that goes on is sent again from its beginning. */
    restart: (): void => patch({ answer: null }),
    close(): void {
      cancelAnswer()
      for (const cancel of typingEnds.values()) cancel()
    },
  }
}
