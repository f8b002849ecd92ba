// An OpenAI-compatible server over real HTTP that does what a test tells it: stream, stall, cut, 429, 500, hostile text.

import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type ModelTurn =
  /** Streams these pieces and ends properly; the last one only once `until` has resolved. */
  | { do: 'stream'; pieces: string[]; until?: Promise<unknown> }
  /** Streams these pieces, then the connection breaks without an end mark. */
  | { do: 'cut'; pieces: string[] }
  /** Streams these pieces and then nothing more, until the caller gives up. */
  | { do: 'stall'; pieces: string[] }
  | { do: 'status'; status: number }

export interface SeenRequest {
  messages: { role: string; content: string }[]
  model: string
  authorization: string | undefined
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
      const { messages, model } = JSON.parse(text) as SeenRequest
      const seen = { messages, model, authorization: request.headers.authorization }
      requests.push(seen)
      const turn = await script(seen, requests.length)
      if (turn.do === 'status') {
        response.writeHead(turn.status, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ error: { message: 'scripted', type: 'scripted' } }))
        return
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const chunk = (delta: object, finish: string | null): string =>
        `data: ${JSON.stringify({
          id: 'chatcmpl-1',
          object: 'chat.completion.chunk',
          created: 0,
          model,
          choices: [{ index: 0, delta, finish_reason: finish }],
        })}\n\n`
      const held = turn.do === 'stream' && turn.until ? turn.pieces.length - 1 : turn.pieces.length
      for (const piece of turn.pieces.slice(0, held)) response.write(chunk({ content: piece }, null))
      if (turn.do === 'stream')
        void Promise.resolve(turn.until).then(() => {
          for (const piece of turn.pieces.slice(held)) response.write(chunk({ content: piece }, null))
          response.end(`${chunk({}, 'stop')}data: [DONE]\n\n`)
        })
      if (turn.do === 'cut') setImmediate(() => response.destroy())
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
