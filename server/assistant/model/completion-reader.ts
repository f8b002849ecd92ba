// Reads a chat completion off an HTTP response, streamed or whole. A stream without its end mark was cut off; what
// a server adds of its own (reasoning, empty choices, comments) is passed over.
//
// Not by the OpenAI package's stream: that ends alike with and without an end mark, so half an answer would pass for a
// whole one, yields nothing for JSON in place of a stream, and writes to the console what it cannot read.

import { EventSourceParserStream } from 'eventsource-parser/stream'
import { ModelFailure, type ToolCall } from './language-model.ts'

/** Far more than the most tokens asked for: a server that knows no end is one that failed. */
const MOST_CHARACTERS = 32_000
const MOST_CALLS = 16

interface Delta {
  content?: unknown
  tool_calls?: unknown
}
interface Choice {
  delta?: Delta | null
  message?: Delta | null
  finish_reason?: unknown
}
interface Chunk {
  choices?: Choice[] | null
  usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null
  error?: unknown
}

export interface Completion {
  text: string
  calls: ToolCall[]
  /** As the server calls it; null where it ended without a word of it. */
  finish: string | null
  usage: { tokensIn: number; tokensOut: number } | null
}

const malformed = (message: string, cause?: unknown) =>
  new ModelFailure(message, { kind: 'malformed', retryable: true, cause })

/** Text, or parts of which some are text. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content
    .map((part: { text?: unknown } | null) => (typeof part?.text === 'string' ? part.text : ''))
    .join('')
}

interface CallPiece {
  index?: unknown
  id?: unknown
  function?: { name?: unknown; arguments?: unknown } | null
}

/** Calls arrive in pieces: an index says which call a piece belongs to; servers that send whole ones may leave it out. */
function createCallCollector() {
  const calls: ToolCall[] = []
  const places = new Map<number, ToolCall>()

  return {
    add(pieces: unknown): void {
      if (!Array.isArray(pieces)) return
      for (const piece of pieces as CallPiece[]) {
        const known = typeof piece?.index === 'number' ? places.get(piece.index) : undefined
        // Some servers number all calls 0: another id is another call.
        const isOther = known && typeof piece.id === 'string' && piece.id !== '' && piece.id !== known.id
        let call = isOther ? undefined : known
        if (!call) {
          if (calls.length >= MOST_CALLS) throw malformed('the model asked for too many tools at once')
          call = {
            id: typeof piece?.id === 'string' && piece.id ? piece.id : `call_${calls.length + 1}`,
            name: '',
            input: '',
          }
          calls.push(call)
          if (typeof piece?.index === 'number') places.set(piece.index, call)
        }
        const { name, arguments: input } = piece?.function ?? {}
        if (typeof name === 'string') call.name += name
        if (typeof input === 'string') call.input += input
        // Not as the protocol has it, but seen: the arguments as an object.
        else if (input && typeof input === 'object') call.input = JSON.stringify(input)
        if (call.input.length > MOST_CHARACTERS) throw malformed('the model wrote without end')
      }
    },
    all: (): ToolCall[] => calls.map((call) => ({ ...call, input: call.input || '{}' })),
  }
}

/** Thoughts that a server puts in front of the text itself, between `<think>` marks. */
function withoutThoughts(onText: (text: string) => void) {
  const OPEN = '<think>'
  const CLOSE = '</think>'
  let state: 'unknown' | 'thinking' | 'text' = 'unknown'
  let held = ''
  const release = (): void => {
    const text = state === 'unknown' ? held : held.trimStart()
    state = 'text'
    if (text) onText(text)
    held = ''
  }
  return {
    push(text: string): void {
      if (state === 'text') {
        onText(text)
        return
      }
      held += text
      const start = held.trimStart()
      if (state === 'unknown') {
        if (start.length < OPEN.length && OPEN.startsWith(start)) return
        if (!start.startsWith(OPEN)) {
          release()
          return
        }
        state = 'thinking'
      }
      const end = held.indexOf(CLOSE)
      if (end < 0) {
        // Only as much as may be half of the mark is needed.
        held = held.slice(-CLOSE.length)
        return
      }
      held = held.slice(end + CLOSE.length)
      release()
    },
    end(): void {
      if (state === 'unknown' && held) release()
    },
  }
}

function createCollector(onText: (text: string) => void) {
  const calls = createCallCollector()
  let text = ''
  let finish: string | null = null
  let usage: Completion['usage'] = null
  let characters = 0
  const visible = withoutThoughts((piece) => {
    text += piece
    onText(piece)
  })

  return {
    take(chunk: Chunk): void {
      if (chunk.error)
        throw new ModelFailure('the server reported an error in its stream', { kind: 'cut', retryable: true })
      const { prompt_tokens, completion_tokens } = chunk.usage ?? {}
      if (typeof prompt_tokens === 'number' && typeof completion_tokens === 'number')
        usage = { tokensIn: prompt_tokens, tokensOut: completion_tokens }
      const choice = chunk.choices?.[0]
      const delta = choice?.delta ?? choice?.message
      const piece = textOf(delta?.content)
      characters += piece.length
      if (characters > MOST_CHARACTERS) throw malformed('the model wrote without end')
      if (piece) visible.push(piece)
      calls.add(delta?.tool_calls)
      if (typeof choice?.finish_reason === 'string' && choice.finish_reason) finish = choice.finish_reason
    },
    result(): Completion {
      visible.end()
      return { text, calls: calls.all(), finish, usage }
    },
    finished: () => finish !== null,
  }
}

function parseChunk(data: string): Chunk {
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch (error) {
    throw malformed('the server’s stream is not JSON', error)
  }
  if (value === null || typeof value !== 'object') throw malformed('the server’s stream is not a completion')
  return value as Chunk
}

/** @throws ModelFailure `cut`, `malformed`; what the body's stream throws */
export async function readCompletion(
  response: Response,
  { onText, onLife }: { onText: (text: string) => void; onLife: () => void },
): Promise<Completion> {
  const collector = createCollector(onText)
  const isStream = response.headers.get('content-type')?.includes('text/event-stream') ?? false
  if (!isStream) {
    const chunk = parseChunk(await wholeText(response, onLife))
    if (!Array.isArray(chunk.choices) && !chunk.error)
      throw malformed('the server’s answer is not a completion')
    collector.take(chunk)
    return collector.result()
  }
  if (!response.body) throw malformed('the server’s answer is empty')
  const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream())
  let done = false
  for await (const { data } of events) {
    onLife()
    if (data.trim() === '[DONE]') {
      done = true
      break
    }
    if (data.trim()) collector.take(parseChunk(data))
  }
  if (!done && !collector.finished())
    throw new ModelFailure('the model’s answer was cut off', { kind: 'cut', retryable: true })
  return collector.result()
}

async function wholeText({ body }: Response, onLife: () => void): Promise<string> {
  let text = ''
  if (body)
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      onLife()
      text += piece
      if (text.length > 8 * MOST_CHARACTERS) throw malformed('the server’s answer has no end')
    }
  return text
}
