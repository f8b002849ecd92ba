// What the AI agent asks of a language model, whoever serves it. Knows nothing of HTTP or of the pipeline.

import type * as z from 'zod'

/** A tool as the model is told of it. */
export interface ToolSpec {
  name: string
  description: string
  /** JSON schema of its input, an object. */
  parameters: Record<string, unknown>
}

/** The model wants a tool called. */
export interface ToolCall {
  /** Ties the tool's answer to the call. */
  id: string
  name: string
  /** As the model wrote it: JSON, if it kept to the rules. */
  input: string
}

export type Turn =
  | { role: 'user'; content: string }
  | { role: 'assistant'; content: string; calls?: ToolCall[] }
  | { role: 'tool'; callId: string; content: string }

export interface Prompt {
  system: string
  turns: Turn[]
}

/** What a request cost, of all tries that brought something together. */
export interface ModelUse {
  /** Of the model that answered last. */
  model: string
  tokensIn: number
  tokensOut: number
  /** Both together. */
  tokens: number
  /** The server did not say; counted by length. */
  estimated: boolean
  milliseconds: number
}

export interface ModelReply extends ModelUse {
  text: string
  /** `length`: the answer was cut at the most tokens it may have. */
  finish: 'stop' | 'length' | 'filtered' | 'calls'
}

export interface Conversing {
  prompt: Prompt
  tools: readonly ToolSpec[]
  onText: (text: string) => void
  /** All text so far is void: another try begins. Without it nothing is tried again once text has come. */
  onRestart?: () => void
  /** Answers a call for the model, which then goes on; null ends the conversation here, with the call unanswered. */
  onCall: (call: ToolCall) => Promise<string | null>
  signal: AbortSignal
}

export interface LanguageModel {
  /** Of the model asked first. */
  name: string
  /** False while nobody may be asked: quote the articles instead. */
  ready(): boolean
  /**
   * Streams one answer. A try that fails is repeated, and then made with the fallback, while it may still begin
   * within 15 s.
   * @throws ModelFailure when all have failed; the signal's reason when aborted
   */
  stream(
    prompt: Prompt,
    onText: (text: string) => void,
    signal: AbortSignal,
    onRestart?: () => void,
  ): Promise<ModelReply>
  /** An answer in the schema's form, after one chance to mend it. @throws ModelFailure, the signal's reason */
  json<T>(prompt: Prompt, schema: z.ZodType<T>, signal: AbortSignal): Promise<ModelUse & { value: T }>
  /** An answer during which tools may be called, a few rounds at most. @throws ModelFailure, the signal's reason */
  converse(conversing: Conversing): Promise<ModelReply & { unanswered: ToolCall[] }>
}

/** `slow`: in time nothing came; `refused`: the server says no; `cut`: it broke off; `malformed`: no sense in it. */
export type FailureKind = 'slow' | 'refused' | 'cut' | 'malformed' | 'unreachable'

export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly kind: FailureKind
  /** Worth another try with the same server. */
  readonly retryable: boolean
  constructor(
    message: string,
    { kind, retryable = false, ...options }: ErrorOptions & { kind: FailureKind; retryable?: boolean },
  ) {
    super(message, options)
    this.kind = kind
    this.retryable = retryable
  }
  /** The customer has waited long enough: no second try. */
  get slow(): boolean {
    return this.kind === 'slow'
  }
}

/** What several requests cost together. */
export const sumOfUse = (before: ModelUse | undefined, after: ModelUse): ModelUse => ({
  model: after.model,
  tokensIn: (before?.tokensIn ?? 0) + after.tokensIn,
  tokensOut: (before?.tokensOut ?? 0) + after.tokensOut,
  tokens: (before?.tokens ?? 0) + after.tokens,
  estimated: (before?.estimated ?? false) || after.estimated,
  milliseconds: (before?.milliseconds ?? 0) + after.milliseconds,
})
