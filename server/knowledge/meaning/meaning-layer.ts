// The vectors of one index's texts, and which articles are near a query. Built with the index, from what the one before
// it had read already.

import { createNearest } from './nearest-texts.ts'
import type { VectorStore } from './vector-store.ts'

export interface OwnedText {
  articleId: string
  text: string
  digest: string
}

export interface MeaningLayer {
  /** Texts, each counted once, and those of them with a vector. */
  texts: number
  embedded: number
  dimensions: number | null
  kind: 'pgvector' | 'process'
  /** Read vectors by digest; empty where the database compares them. */
  vectors: ReadonlyMap<string, Float32Array>
  /** Nearness by article id, 0 to 1 with the nearest at 1; empty when none is nearer than any text is to any other. */
  near(vector: Float32Array): Promise<Map<string, number>>
}

/** Texts that are looked at; several may be of one article. */
const NEAREST = 60
/** Where the database compares, so many are read to know how near any two are. */
const SAMPLE = 200

export interface MeaningLayerDeps {
  store: Pick<VectorStore, 'kind' | 'known' | 'dimensions' | 'read' | 'nearest'>
  model: string
  workspaceId: string
  texts: readonly OwnedText[]
  before?: MeaningLayer | undefined
}

/** The vectors of the length that most have; those of others are of another model. */
function ofOneLength(vectors: ReadonlyMap<string, Float32Array>): Map<string, Float32Array> {
  const byLength = Map.groupBy(vectors, ([, { length }]) => length)
  const most = [...byLength.values()].reduce((best, one) => (one.length > best.length ? one : best), [])
  return new Map(most)
}

export async function createMeaningLayer({
  store,
  model,
  workspaceId,
  texts,
  before: given,
}: MeaningLayerDeps): Promise<MeaningLayer> {
  const kind = await store.kind()
  const owners = new Map<string, string[]>()
  for (const { digest, articleId } of texts) {
    const known = owners.get(digest)
    if (known) known.push(articleId)
    else owners.set(digest, [articleId])
  }
  const wanted = [...owners.keys()]
  const inDatabase = kind === 'pgvector'
  const read = inDatabase ? wanted.slice(0, SAMPLE) : wanted
  // All of them may have been made anew, by another model behind the same name.
  const isSame = given?.dimensions === (await store.dimensions(workspaceId, model))
  const before = isSame ? given : undefined
  const missing = read.filter((digest) => !before?.vectors.has(digest))
  const found = await store.read(workspaceId, model, missing)
  const held = new Map<string, Float32Array>()
  for (const digest of read) {
    const vector = found.get(digest) ?? before?.vectors.get(digest)
    if (vector) held.set(digest, vector)
  }
  const vectors = ofOneLength(held)
  const digests = [...vectors.keys()]
  const index = createNearest([...vectors.values()])
  const embedded = inDatabase ? (await store.known(workspaceId, model, wanted)).size : vectors.size

  async function nearest(vector: Float32Array): Promise<{ digest: string; similarity: number }[]> {
    if (inDatabase) return store.nearest(workspaceId, model, vector, NEAREST)
    return index.nearest(vector, NEAREST).map(({ at, similarity }) => ({ digest: digests[at]!, similarity }))
  }

  return {
    texts: wanted.length,
    embedded,
    dimensions: index.dimensions || null,
    kind,
    vectors: inDatabase ? new Map() : vectors,
    async near(vector) {
      const found = await nearest(vector)
      const near = new Map<string, number>()
      const best = found[0]?.similarity ?? 0
      if (best <= index.typical) return near
      const floor = Math.max(index.typical, found.at(-1)!.similarity)
      // The nearest of an article's texts speaks for it.
      for (const { digest, similarity } of found)
        for (const articleId of owners.get(digest) ?? []) {
          const share = best > floor ? (similarity - floor) / (best - floor) : 1
          if (share > (near.get(articleId) ?? 0)) near.set(articleId, share)
        }
      return near
    },
  }
}
