// The nearest vectors, exactly where there are few and nearly so where there are many.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createNearest } from './nearest-texts.ts'

/** Numbers that look random and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

function unit(next: () => number, dimensions: number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, next)
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

test('nearest: few vectors are all looked at, and of another length none is near', () => {
  const next = numbers(1)
  const vectors = Array.from({ length: 50 }, () => unit(next, 8))
  const index = createNearest(vectors)
  const [first] = index.nearest(vectors[17]!, 3)
  assert.equal(first!.at, 17)
  assert.ok(Math.abs(first!.similarity - 1) < 1e-6)
  assert.deepEqual(index.nearest(unit(next, 16), 3), [])
  assert.deepEqual(createNearest([]).nearest(unit(next, 8), 3), [])
})

test('nearest: of many the rough look misses next to none of the nearest ten', () => {
  const next = numbers(2)
  const themes = Array.from({ length: 40 }, () => unit(next, 256))
  const near = (theme: Float32Array): Float32Array => {
    const own = unit(next, 256)
    const mixed = theme.map((value, at) => value + 0.8 * own[at]!)
    const length = Math.hypot(...mixed)
    return mixed.map((value) => value / length)
  }
  const vectors = Array.from({ length: 10_000 }, (_, at) => near(themes[at % 40]!))
  const index = createNearest(vectors)
  let found = 0
  for (let query = 0; query < 20; query++) {
    const vector = near(themes[query]!)
    const exact = vectors
      .map((one, at) => ({
        at,
        similarity: one.reduce((sum, value, place) => sum + value * vector[place]!, 0),
      }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, 10)
    const places = new Set(index.nearest(vector, 60).map(({ at }) => at))
    found += exact.filter(({ at }) => places.has(at)).length
  }
  assert.ok(found >= 190, `${found} of 200`)
})
