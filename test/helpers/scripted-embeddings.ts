// An OpenAI-compatible embedding server over real HTTP that does what a test tells it: answer, stall, fail, answer
// nonsense. What it knows of meaning are topics: words that mean the same lie in one direction.

import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type EmbeddingTurn =
  | { do: 'answer' }
  /** Says nothing until it is told, then answers. */
  | { do: 'stall'; until: Promise<unknown> }
  | { do: 'status'; status: number }
  /** As it stands. */
  | { do: 'body'; body: unknown; contentType?: string }
  /** Refuses, in words that do not end. */
  | { do: 'refuse without end' }
  | { do: 'redirect'; to: string }

export interface SeenEmbedding {
  input: string[]
  model: string
  authorization: string | undefined
}

/** Words of one topic; each topic is a direction. */
export type Topics = readonly (readonly string[])[]

/** Directions of the topics a text speaks of, and a little of a direction of its own. */
function vectorOf(text: string, topics: Topics, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0)
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  for (const word of words) {
    const topic = topics.findIndex((list) => list.includes(word))
    if (topic >= 0) vector[topic]! += 1
  }
  const own = [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 997, 7)
  vector[topics.length + (own % (dimensions - topics.length))]! += 0.3
  return vector
}

export interface ScriptedEmbeddingsOptions {
  topics: Topics
  dimensions?: number
  script?: (request: SeenEmbedding, count: number) => EmbeddingTurn
}

export async function scriptedEmbeddings({
  topics,
  dimensions = 32,
  script = () => ({ do: 'answer' }),
}: ScriptedEmbeddingsOptions) {
  const requests: SeenEmbedding[] = []
  const state = { dimensions, script }
  const server = http.createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', async () => {
      const { input, model } = JSON.parse(text) as { input: string[]; model: string }
      const seen = { input, model, authorization: request.headers.authorization }
      requests.push(seen)
      const turn = state.script(seen, requests.length)
      const send = (status: number, body: unknown, contentType = 'application/json'): void => {
        response.writeHead(status, { 'content-type': contentType })
        response.end(JSON.stringify(body))
      }
      if (turn.do === 'status') return send(turn.status, { error: { message: 'scripted' } })
      if (turn.do === 'body') return send(200, turn.body, turn.contentType)
      if (turn.do === 'redirect') return void response.writeHead(307, { location: turn.to }).end()
      if (turn.do === 'refuse without end') {
        response.writeHead(500, { 'content-type': 'application/json' })
        return void response.write('{"error":')
      }
      if (turn.do === 'stall') await turn.until
      const data = input.map((one, index) => ({
        object: 'embedding',
        index,
        embedding: vectorOf(one, topics, state.dimensions),
      }))
      // Servers may answer in any order.
      send(200, { object: 'list', model, data: data.reverse() })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    /** Changed while it runs. */
    state,
    close: (): Promise<void> => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
