// The model behind the AI agent: one OpenAI-compatible server and, if it fails, another. Whoever asks waits 15 s at
// most until a last try has begun; then articles are quoted, or a person is called.

import * as z from 'zod'
import {
  type Conversing,
  type LanguageModel,
  ModelFailure,
  type ModelReply,
  type ModelUse,
  type Prompt,
  sumOfUse,
  type ToolCall,
} from './language-model.ts'
import { parseJsonText } from './loose-json.ts'
import {
  type Asking,
  createProvider,
  type Deadlines,
  type Provider,
  type ProviderOptions,
  type ProviderReply,
} from './model-provider.ts'

export interface LanguageModelDeps {
  /** The first is asked first. At least one. */
  providers: readonly ProviderOptions[]
  clock: () => Date
  /** Told of every try that failed; never of keys or texts. */
  onFailure?: (provider: string, failure: ModelFailure) => void
  deadlines?: Deadlines
}

/** Milliseconds until the last try must have brought its first piece. */
const PATIENCE = 15_000
/** Tries of one server: the half of an answer is no answer, but the server may only have been restarted. */
const TRIES = 2
/** Answers within one conversation about tools. */
const ROUNDS = 5
/** A try that could not have brought anything in time is not begun. */
const LEAST_PATIENCE = 250

export function createLanguageModel(deps: LanguageModelDeps): LanguageModel {
  const { providers: options, clock, deadlines, onFailure = () => {} } = deps
  const providers = options.map((one) => createProvider({ ...one, clock, ...(deadlines && { deadlines }) }))
  const [primary] = providers
  if (!primary) throw new Error('A language model needs a provider.')

  type Task = Omit<Asking, 'patience'> & { onRestart?: (() => void) | undefined }

  /** Each server in turn, twice where a second try may help. */
  async function ask({ onRestart, ...task }: Task): Promise<ProviderReply> {
    const until = clock().getTime() + PATIENCE
    const left = (): number => until - clock().getTime()
    let last = new ModelFailure('no model may be asked at the moment', { kind: 'unreachable' })
    let hasText = false
    const onText = (text: string): void => {
      hasText = true
      task.onText(text)
    }

    /** Null: the next server's turn. */
    async function tryOne(provider: Provider): Promise<ProviderReply | null> {
      for (let attempt = 1; attempt <= TRIES && left() >= LEAST_PATIENCE; attempt++) {
        try {
          return await provider.complete({ ...task, onText, patience: left() })
        } catch (error) {
          if (!(error instanceof ModelFailure)) throw error
          last = error
          onFailure(provider.name, error)
          if (hasText && !onRestart) throw error
          if (hasText) onRestart?.()
          hasText = false
          // Where nothing came at all the provider has tried again itself.
          const again = error.retryable && (error.kind === 'cut' || error.kind === 'malformed')
          if (!again) return null
        }
      }
      return null
    }

    for (const provider of providers) {
      const reply = await tryOne(provider)
      if (reply) return reply
    }
    throw last
  }

  async function stream(
    prompt: Prompt,
    onText: (text: string) => void,
    signal: AbortSignal,
    onRestart?: () => void,
  ): Promise<ModelReply> {
    const { calls: _none, ...reply } = await ask({ prompt, onText, signal, onRestart })
    return reply
  }

  async function json<T>(prompt: Prompt, schema: z.ZodType<T>, signal: AbortSignal) {
    const { $schema: _dialect, ...form } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    let asked = prompt
    let use: ModelUse | undefined
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const {
        text,
        calls: _none,
        finish: _end,
        ...cost
      } = await ask({
        prompt: asked,
        schema: form,
        onText: () => {},
        onRestart: () => {},
        signal,
      })
      use = sumOfUse(use, cost)
      const read = readAs(schema, text)
      if ('value' in read) return { ...use, value: read.value }
      asked = { ...prompt, turns: [...prompt.turns, ...mending(text, read.fault)] }
    }
    throw new ModelFailure('the model’s answer has not the form asked for', { kind: 'malformed' })
  }

  async function converse({ prompt, tools, onCall, ...task }: Conversing) {
    let turns = prompt.turns
    let use: ModelUse | undefined
    for (let round = 1; ; round++) {
      const { calls, text, finish, ...cost } = await ask({
        ...task,
        prompt: { ...prompt, turns },
        // At the end of its rounds it has to say what it has.
        tools: round < ROUNDS ? tools : [],
      })
      use = sumOfUse(use, cost)
      if (calls.length === 0) return { ...use, text, finish, unanswered: [] }
      // What was said on the way to a call is not the answer.
      if (text) task.onRestart?.()
      const results: Prompt['turns'] = []
      const unanswered: ToolCall[] = []
      for (const call of calls) {
        const content = await onCall(call)
        task.signal.throwIfAborted()
        if (content === null) unanswered.push(call)
        else results.push({ role: 'tool', callId: call.id, content })
      }
      if (unanswered.length > 0 || round >= ROUNDS) return { ...use, text: '', finish, unanswered }
      turns = [...turns, { role: 'assistant', content: text, calls }, ...results]
    }
  }

  return {
    name: primary.name,
    ready: () => providers.some((provider) => provider.ready()),
    stream,
    json,
    converse,
  }
}

function readAs<T>(schema: z.ZodType<T>, text: string): { value: T } | { fault: string } {
  try {
    const parsed = schema.safeParse(parseJsonText(text))
    return parsed.success ? { value: parsed.data } : { fault: z.prettifyError(parsed.error).slice(0, 1000) }
  } catch {
    return { fault: 'It is not JSON.' }
  }
}

const mending = (text: string, fault: string): Prompt['turns'] => [
  { role: 'assistant', content: text.slice(0, 4000) },
  {
    role: 'user',
    content: `That has not the form asked for. ${fault}\nAnswer with the corrected JSON alone.`,
  },
]
