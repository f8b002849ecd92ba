// The answer of a model: streamed, cut into sentences, and each let through the gate before anybody sees it.

import type { Draft } from '../pipeline/draft.ts'
import type { SentenceGate } from '../pipeline/sentence-gate.ts'
import { createSentenceStream } from '../pipeline/sentence-stream.ts'
import type { Prompt } from './model.ts'

/** What is needed of a model here. */
export interface Streaming {
  stream(
    prompt: Prompt,
    onText: (text: string) => void,
    signal: AbortSignal,
    onRestart?: () => void,
  ): Promise<{ tokens: number; tokensIn?: number; tokensOut?: number; model?: string }>
}

export interface ModelAnswerOptions {
  model: Streaming
  prompt: Prompt
  gate: SentenceGate
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
}

/** @throws ModelFailure, or the signal's reason */
export async function modelAnswer(options: ModelAnswerOptions): Promise<ModelAnswer> {
  const { model, prompt, gate, onText, onRestart, signal } = options
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
  const reply = await model.stream(prompt, (text) => sentences.push(text), signal, restart)
  sentences.end()
  const { tokens, tokensIn = 0, tokensOut = tokens - tokensIn, model: name = null } = reply
  return { draft: gate.draft(), tokensIn, tokensOut, model: name }
}
