// The answer of a model: streamed, cut into sentences, and each let through the gate before anybody sees it.

import type { Draft } from '../pipeline/draft.ts'
import type { SentenceGate } from '../pipeline/sentence-gate.ts'
import { createSentenceStream } from '../pipeline/sentence-stream.ts'
import type { Tooling } from '../pipeline/tooling.ts'
import type { LanguageModel, Prompt } from './language-model.ts'

export interface ModelAnswerOptions {
  model: Pick<LanguageModel, 'stream' | 'converse'>
  prompt: Prompt
  gate: SentenceGate
  /** What it may call; left out, or without any: nothing. */
  tooling?: Tooling | undefined
  /** Text that has passed the gate, in order, with its final numbers. */
  onText: (text: string) => void
  /** What was let through so far is void: another try begins. */
  onRestart: () => void
  signal: AbortSignal
}

export interface ModelAnswer {
  /** Null when the model handed over, or nothing it wrote was backed. */
  draft: Draft | null
  tokensIn: number
  tokensOut: number
  model: string | null
  /** A call is on its way: the answer follows when it has ended. */
  isActing: boolean
}

/** @throws ModelFailure, or the signal's reason */
export async function modelAnswer(options: ModelAnswerOptions): Promise<ModelAnswer> {
  const { model, prompt, gate, tooling, onText, onRestart, signal } = options
  const taken = (sentence: string): void => {
    const text = gate.take(sentence)
    if (text) onText(text)
  }
  let sentences = createSentenceStream(taken)
  const restart = (): void => {
    sentences = createSentenceStream(taken)
    gate.restart()
    onRestart()
  }
  const push = (text: string): void => sentences.push(text)
  const reply = tooling?.specs.length
    ? await model.converse({
        prompt,
        tools: tooling.specs,
        onText: push,
        onRestart: restart,
        onCall: tooling.onCall,
        signal,
      })
    : { ...(await model.stream(prompt, push, signal, restart)), unanswered: [] }
  sentences.end()
  const isActing = reply.unanswered.length > 0
  const { tokensIn, tokensOut, model: name } = reply
  return { draft: isActing ? null : gate.draft(), tokensIn, tokensOut, model: name, isActing }
}
