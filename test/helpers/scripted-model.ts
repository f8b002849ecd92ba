// An OpenAI-compatible server over real HTTP that does what a test tells it: stream, stall, cut, refuse, call tools,
// trickle, lie. Everything on the wire is written by hand, so that a fault is exactly the one meant.

import http, { type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ScriptedCall {
  name: string
  /** An object, or the very text: bad JSON too. */
  input: unknown
  id?: string
}

export type ModelTurn =
  /** Streams these pieces and ends properly; the last one only once `until` has resolved. */
  | { do: 'stream'; pieces: string[]; until?: Promise<unknown>; finish?: string; usage?: false }
  /** Streams these pieces, then the connection breaks without an end mark. */
  | { do: 'cut'; pieces: string[] }
  /** Streams these pieces and then nothing more, until the caller gives up. */
  | { do: 'stall'; pieces: string[] }
  /** Streams these pieces with so many milliseconds between them. */
  | { do: 'trickle'; pieces: string[]; everyMs: number }
  /** Calls tools, its arguments in pieces of so many characters. */
  | { do: 'call'; calls: ScriptedCall[]; text?: string; pieceLength?: number }
  /** Refuses. `message` stands in the error's body, `retryAfter` in its header (seconds). */
  | { do: 'status'; status: number; message?: string; param?: string; retryAfter?: number }
  /** The whole answer as JSON, whatever was asked for. */
  | { do: 'whole'; text: string; calls?: ScriptedCall[]; usage?: false }
  /** These bytes as an event stream, in these chunks: for what no honest server writes. */
  | { do: 'raw'; chunks: (string | Uint8Array)[]; contentType?: string }

export interface SeenRequest {
  messages: { role: string; content: string; tool_calls?: unknown; tool_call_id?: string }[]
  model: string
  authorization: string | undefined
  /** Everything in the body. */
  body: Record<string, unknown>
  headers: IncomingHttpHeaders
}

/** What the model does next is a function of the request, so that concurrent conversations do not mix. */
export async function scriptedModel(
  script: (request: SeenRequest, count: number) => ModelTurn | Promise<ModelTurn>,
) {
  const requests: SeenRequest[] = []
  const server = http.createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', async () => {
      const body = JSON.parse(text)
      const { messages, model } = body
      const seen = {
        messages,
        model,
        authorization: request.headers.authorization,
        body,
        headers: request.headers,
      }
      requests.push(seen)
      await play(await script(seen, requests.length), model, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: (): Promise<void> => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** What `usage` says of a proper answer. */
export const SCRIPTED_USAGE = { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 }

const inputText = ({ input }: ScriptedCall): string =>
  typeof input === 'string' ? input : JSON.stringify(input)

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function play(turn: ModelTurn, model: string, response: ServerResponse): Promise<void> {
  const common = { id: 'chatcmpl-1', created: 0, model }
  const chunk = (delta: object, finish: string | null = null): string =>
    `data: ${JSON.stringify({
      ...common,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason: finish }],
    })}\n\n`
  const counted = `data: ${JSON.stringify({ ...common, object: 'chat.completion.chunk', choices: [], usage: SCRIPTED_USAGE })}\n\n`
  const end = (finish: string, usage?: false): void =>
    void response.end(`${chunk({}, finish)}${usage === false ? '' : counted}data: [DONE]\n\n`)
  const write = (pieces: readonly string[]): void => {
    for (const piece of pieces) response.write(chunk({ content: piece }))
  }

  if (turn.do === 'status') {
    const { status, message = 'scripted', param = null, retryAfter } = turn
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    })
    response.end(JSON.stringify({ error: { message, type: 'scripted', param } }))
    return
  }
  if (turn.do === 'whole') {
    const calls = turn.calls?.map((call, index) => ({
      id: call.id ?? `call_${index}`,
      type: 'function',
      function: { name: call.name, arguments: inputText(call) },
    }))
    const message = { role: 'assistant', content: turn.text, ...(calls && { tool_calls: calls }) }
    const choices = [{ index: 0, message, finish_reason: calls ? 'tool_calls' : 'stop' }]
    const usage = turn.usage === false ? {} : { usage: SCRIPTED_USAGE }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ...common, object: 'chat.completion', choices, ...usage }))
    return
  }
  response.writeHead(200, {
    'content-type': (turn.do === 'raw' && turn.contentType) || 'text/event-stream',
  })
  // Headers at once, as real servers do: what is late is the answer.
  response.flushHeaders()
  switch (turn.do) {
    case 'stream': {
      const held = turn.until ? turn.pieces.length - 1 : turn.pieces.length
      write(turn.pieces.slice(0, held))
      await turn.until
      write(turn.pieces.slice(held))
      return end(turn.finish ?? 'stop', turn.usage)
    }
    case 'cut':
      write(turn.pieces)
      return void setImmediate(() => response.destroy())
    case 'stall':
      return write(turn.pieces)
    case 'trickle':
      for (const piece of turn.pieces) {
        if (response.destroyed) return
        write([piece])
        await later(turn.everyMs)
      }
      return end('stop')
    case 'call': {
      if (turn.text) write([turn.text])
      for (const [index, call] of turn.calls.entries()) {
        const input = inputText(call)
        const length = turn.pieceLength ?? input.length
        const first = { index, id: call.id ?? `call_${index}`, type: 'function' }
        response.write(chunk({ tool_calls: [{ ...first, function: { name: call.name, arguments: '' } }] }))
        for (let at = 0; at < input.length; at += length)
          response.write(
            chunk({ tool_calls: [{ index, function: { arguments: input.slice(at, at + length) } }] }),
          )
      }
      return end('tool_calls')
    }
    case 'raw':
      for (const piece of turn.chunks) {
        response.write(piece)
        // So that each is a chunk of its own on the wire.
        await later(2)
      }
      response.end()
  }
}
