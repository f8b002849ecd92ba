// One OpenAI-compatible server: a chat completion with deadlines on the first and every further piece, one retry
// before anything has come, and a circuit breaker. What it lacks is learned (server-traits.ts).

import type { APIError } from 'openai'
import { createBreaker } from '../../platform/breaker.ts'
import { createOpenAI, isApiError, isConnectionError, OPENAI_BASE_URL } from '../../platform/openai-client.ts'
import { type Completion, readCompletion } from './completion-reader.ts'
import { type Asked, completionRequest } from './completion-request.ts'
import { ModelFailure, type ModelReply, type ToolCall } from './language-model.ts'
import { createServerTraits, type Traits } from './server-traits.ts'
import { estimateTokens } from './token-estimate.ts'
import { createToolFence } from './tool-prompting.ts'

export interface ProviderOptions {
  /** Empty: the server wants none. Goes into one header and nowhere else. */
  apiKey: string
  /** Undefined: OpenAI's own. */
  baseUrl: string | undefined
  /** The model's name. */
  name: string
}

/** Milliseconds. */
export interface Deadlines {
  /** A whole try. */
  request: number
  /** Until the first piece of the answer. */
  firstToken: number
  /** Between two pieces. */
  idle: number
}

export const DEADLINES: Deadlines = { request: 30_000, firstToken: 8_000, idle: 10_000 }

/** Refusals of one request that only tell what the server lacks. */
const MOST_LESSONS = 8
/** Statuses that say "not so", rather than "not now". */
const UNFIT: ReadonlySet<number> = new Set([400, 404, 405, 415, 422, 501])
/** A server that asks for more patience than this is left alone. */
const MOST_PATIENCE_MS = 1000

export interface Asking extends Asked {
  onText: (text: string) => void
  signal: AbortSignal
  /** Milliseconds that are left for the first piece. */
  patience: number
}

export interface ProviderReply extends ModelReply {
  calls: ToolCall[]
}

/** The server said no, with a status; without one it could not be asked. */
const isRefusal = (error: unknown): error is APIError<number, Headers> =>
  isApiError(error) && error.status !== undefined

/** Milliseconds. */
function retryAfter({ headers }: APIError<number, Headers>): number | null {
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN)
  if (ms >= 0) return ms
  const seconds = headers.get('retry-after')
  if (seconds === null) return null
  const wait = /^\d+(\.\d+)?$/.test(seconds) ? Number(seconds) * 1000 : Date.parse(seconds) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}

/** The server's own words are for learning only: they may repeat the key or the prompt. */
const complaintOf = ({ error, message }: APIError): string =>
  (error === undefined ? message : JSON.stringify(error)).slice(0, 4000)

const FINISH: Readonly<Record<string, ModelReply['finish']>> = {
  length: 'length',
  max_tokens: 'length',
  content_filter: 'filtered',
  safety: 'filtered',
}

export interface ProviderDeps extends ProviderOptions {
  clock: () => Date
  deadlines?: Deadlines
}

export function createProvider({ apiKey, baseUrl, name, clock, deadlines = DEADLINES }: ProviderDeps) {
  const breaker = createBreaker({ clock, failures: 5, withinMs: 30_000, openMs: 30_000 })
  const traits = createServerTraits({ clock })
  const client = createOpenAI({ apiKey, baseUrl: baseUrl ?? OPENAI_BASE_URL })

  /** One request: one set of traits. `touched` is told when the first of the answer has come. */
  async function send(asking: Asking, using: Traits, touched: () => void): Promise<Completion> {
    const { signal, onText, patience } = asking
    const late = new AbortController()
    const first = using.stream ? Math.min(deadlines.firstToken, patience) : patience
    let timer = setTimeout(() => late.abort(), first)
    const total = setTimeout(() => late.abort(), deadlines.request)
    try {
      const response = await client.chat.completions
        .create(completionRequest(name, asking, using), { signal: AbortSignal.any([signal, late.signal]) })
        .asResponse()
      const completion = await readCompletion(response, {
        onText,
        onLife() {
          touched()
          clearTimeout(timer)
          timer = setTimeout(() => late.abort(), deadlines.idle)
        },
      })
      const whole = !response.headers.get('content-type')?.includes('text/event-stream')
      traits.learn(whole ? { ...using, stream: false } : using)
      return completion
    } catch (error) {
      if (signal.aborted) throw signal.reason
      if (late.signal.aborted)
        throw new ModelFailure('the model was too slow', { kind: 'slow', cause: error })
      throw error
    } finally {
      clearTimeout(timer)
      clearTimeout(total)
    }
  }

  /** Again and again, a little leaner, while the server says that it does not know something we ask for. */
  async function learnAndSend(asking: Asking, touched: () => void): Promise<Completion & { using: Traits }> {
    let using = traits.now()
    for (let lesson = 0; ; lesson++) {
      // With tools described in the text, a call is cut out of it.
      const fence = asking.tools?.length && !using.tools ? createToolFence(asking.onText) : null
      try {
        const completion = await send(fence ? { ...asking, onText: fence.push } : asking, using, touched)
        return { ...completion, calls: fence ? fence.end() : completion.calls, using }
      } catch (error) {
        const unfit = isRefusal(error) && UNFIT.has(error.status)
        const leaner = unfit && lesson < MOST_LESSONS ? traits.after(using, complaintOf(error)) : null
        if (!leaner) throw error
        using = leaner
      }
    }
  }

  function asFailure(error: unknown, came: boolean): ModelFailure {
    if (error instanceof ModelFailure) return error
    if (isRefusal(error)) {
      const { status } = error
      const again = status === 408 || status === 409 || status === 429 || status >= 500
      return new ModelFailure(`the model’s server answered ${status}`, {
        kind: 'refused',
        retryable: again && (retryAfter(error) ?? 0) <= MOST_PATIENCE_MS,
      })
    }
    if (came)
      return new ModelFailure('the model’s answer was cut off', {
        kind: 'cut',
        retryable: true,
        cause: error,
      })
    return new ModelFailure('the model’s server could not be reached', {
      kind: 'unreachable',
      retryable: true,
      // Anything else may be about the headers, and quote the key.
      cause: isConnectionError(error) ? error : undefined,
    })
  }

  const pause = (error: unknown): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, isRefusal(error) ? (retryAfter(error) ?? 100) : 50))

  async function once(asking: Asking): Promise<ProviderReply> {
    const begun = clock().getTime()
    let came = false
    const touched = (): void => {
      came = true
    }
    const completion = await learnAndSend(asking, touched).catch(async (error: unknown) => {
      if (asking.signal.aborted) throw asking.signal.reason
      const failure = asFailure(error, came)
      // Before the stream begins only: afterwards whoever listens has to forget first.
      if (came || !failure.retryable) throw failure
      await pause(error)
      asking.signal.throwIfAborted()
      const patience = asking.patience - (clock().getTime() - begun)
      if (patience <= 0) throw failure
      return learnAndSend({ ...asking, patience }, touched).catch((again: unknown) => {
        if (asking.signal.aborted) throw asking.signal.reason
        throw asFailure(again, came)
      })
    })
    const { text, calls, finish, usage, using } = completion
    if (!text.trim() && calls.length === 0)
      throw new ModelFailure('the model’s answer is empty', { kind: 'malformed' })
    const sent = JSON.stringify(completionRequest(name, asking, using).messages)
    const written = text + calls.map((call) => call.name + call.input).join('')
    const tokensIn = usage?.tokensIn ?? estimateTokens(sent)
    const tokensOut = usage?.tokensOut ?? estimateTokens(written)
    return {
      text,
      calls,
      finish: calls.length > 0 ? 'calls' : (FINISH[finish ?? ''] ?? 'stop'),
      model: name,
      tokensIn,
      tokensOut,
      tokens: tokensIn + tokensOut,
      estimated: usage === null,
      milliseconds: clock().getTime() - begun,
    }
  }

  return {
    name,
    ready: (): boolean => !breaker.isOpen(),
    /**
     * One answer; null while the breaker keeps the server alone.
     * @throws ModelFailure, or the signal's reason when aborted
     */
    async complete(asking: Asking): Promise<ProviderReply | null> {
      if (!breaker.enter()) return null
      try {
        const reply = await once(asking)
        breaker.succeed()
        return reply
      } catch (error) {
        if (error instanceof ModelFailure) breaker.fail()
        else breaker.leave()
        throw error
      }
    },
  }
}

export type Provider = ReturnType<typeof createProvider>
