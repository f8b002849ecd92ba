// The model behind the AI agent: any OpenAI-compatible server, streamed, with deadlines on the first and every
// further piece. A stream without its end mark is a failure, never an answer.

import OpenAI from 'openai'
import { createBreaker } from './breaker.ts'

export interface ModelOptions {
  apiKey: string
  baseUrl: string | undefined
  name: string
  clock: () => Date
  /** Milliseconds. */
  deadlines?: { request: number; firstToken: number; idle: number }
}

export interface Prompt {
  system: string
  turns: { role: 'user' | 'assistant'; content: string }[]
}

export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  /** The customer has waited long enough: no second try. */
  readonly slow: boolean
  constructor(message: string, { slow = false, ...options }: ErrorOptions & { slow?: boolean } = {}) {
    super(message, options)
    this.slow = slow
  }
}

const MOST_TOKENS = 800

export function createModel({ apiKey, baseUrl, name, clock, deadlines }: ModelOptions) {
  const { request, firstToken, idle } = deadlines ?? { request: 30_000, firstToken: 8_000, idle: 10_000 }
  const client = new OpenAI({ apiKey: apiKey || 'none', baseURL: baseUrl, timeout: request, maxRetries: 1 })
  const breaker = createBreaker({ clock, failures: 5, withinMs: 30_000, openMs: 30_000 })

  async function run(
    prompt: Prompt,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<{ tokens: number }> {
    const late = new AbortController()
    const abort = AbortSignal.any([signal, late.signal])
    let timer = setTimeout(() => late.abort(), firstToken)
    let ended = false
    let tokens = 0
    try {
      const stream = await client.chat.completions.create(
        {
          model: name,
          stream: true,
          temperature: 0.2,
          max_tokens: MOST_TOKENS,
          messages: [{ role: 'system', content: prompt.system }, ...prompt.turns],
        },
        { signal: abort },
      )
      for await (const chunk of stream) {
        clearTimeout(timer)
        timer = setTimeout(() => late.abort(), idle)
        const choice = chunk.choices?.[0]
        tokens = chunk.usage?.total_tokens ?? tokens
        if (choice?.delta?.content) onText(choice.delta.content)
        if (choice?.finish_reason) ended = true
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason
      const slow = late.signal.aborted
      throw new ModelFailure(slow ? 'the model was too slow' : 'the model did not answer', {
        cause: error,
        slow,
      })
    } finally {
      clearTimeout(timer)
    }
    // The SDK ends an aborted stream quietly.
    if (signal.aborted) throw signal.reason
    const slow = late.signal.aborted
    if (!ended) throw new ModelFailure('the model’s answer was cut off', { slow })
    return { tokens }
  }

  return {
    name,
    /** False while it keeps failing: quote the articles instead. */
    ready: (): boolean => !breaker.isOpen(),
    /**
     * Streams one answer.
     * @throws ModelFailure when it is slow, refuses, or breaks off; the signal's reason when aborted
     */
    async stream(
      prompt: Prompt,
      onText: (text: string) => void,
      signal: AbortSignal,
    ): Promise<{ tokens: number }> {
      try {
        const result = await run(prompt, onText, signal)
        breaker.succeed()
        return result
      } catch (error) {
        if (error instanceof ModelFailure) breaker.fail()
        throw error
      }
    },
  }
}

export type LanguageModel = ReturnType<typeof createModel>
