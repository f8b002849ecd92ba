// Texts into vectors by an OpenAI-compatible server's `/embeddings`. Checks what comes back; knows no table.

import { createOpenAI, isApiError, isConnectionError } from '../../platform/openai-client.ts'

export interface EmbeddingOptions {
  /** Up to `/v1`. */
  baseUrl: string
  /** Empty: the server wants none. */
  apiKey: string
  model: string
}

/** The server failed, or said what cannot be used. The message holds nothing of the texts. */
export class EmbeddingFailure extends Error {
  override name = 'EmbeddingFailure'
}

/** More characters say little that fewer do not, and models cut them off. */
const LONGEST_TEXT = 6000

/** Of length 1, so that a product is a cosine. Null for what is no direction. */
function normalised(values: readonly unknown[]): Float32Array | null {
  const vector = Float32Array.from(values as number[])
  let sum = 0
  for (const value of vector) sum += value * value
  const length = Math.sqrt(sum)
  if (!(length > 0) || !Number.isFinite(length)) return null
  for (let at = 0; at < vector.length; at++) vector[at]! /= length
  return vector
}

/** In words of ours: the server's may repeat the texts, or the key. */
function failureOf(error: unknown): string {
  if (isConnectionError(error)) return 'could not be asked'
  if (isApiError(error) && error.status) return `answered ${error.status}`
  return 'gave an answer that cannot be read'
}

export function createEmbeddings({ baseUrl, apiKey, model }: EmbeddingOptions) {
  const client = createOpenAI({ baseUrl, apiKey })

  async function ask(input: string[], signal: AbortSignal): Promise<unknown> {
    try {
      const body: unknown = await client.embeddings.create(
        { model, input, encoding_format: 'float' },
        // A redirect could carry the key elsewhere.
        { signal, fetchOptions: { redirect: 'error' } },
      )
      // Some servers call their JSON plain text.
      return typeof body === 'string' ? JSON.parse(body) : body
    } catch (error) {
      const why = signal.aborted ? 'did not answer in time' : failureOf(error)
      throw new EmbeddingFailure(`The embedding server ${why}.`)
    }
  }

  return {
    model,
    /**
     * Vectors of length 1, in the order of the texts and all of one dimension.
     * @throws EmbeddingFailure
     */
    async embed(texts: readonly string[], { timeoutMs }: { timeoutMs: number }): Promise<Float32Array[]> {
      const input = texts.map((text) => text.slice(0, LONGEST_TEXT).toWellFormed() || ' ')
      const body = (await ask(input, AbortSignal.timeout(timeoutMs))) as {
        data?: { index?: unknown; embedding?: unknown }[]
      }
      const data = Array.isArray(body?.data) ? body.data : []
      if (data.length !== texts.length)
        throw new EmbeddingFailure(
          `The embedding server gave ${data.length} vectors for ${texts.length} texts.`,
        )
      const vectors = new Array<Float32Array | null>(texts.length).fill(null)
      for (const [at, { index = at, embedding }] of data.entries())
        if (Number.isInteger(index) && Array.isArray(embedding))
          vectors[index as number] = normalised(embedding)
      const [first] = vectors
      if (!first || !vectors.every((vector) => vector !== null && vector.length === first.length))
        throw new EmbeddingFailure('The embedding server gave vectors that cannot be compared.')
      return vectors as Float32Array[]
    },
  }
}

export type Embeddings = ReturnType<typeof createEmbeddings>
