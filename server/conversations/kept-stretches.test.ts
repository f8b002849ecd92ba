// What is kept of logs: no more than told to, and nothing under another head.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { EventRow } from './conversation-row.ts'
import { createKeptStretches } from './kept-stretches.ts'

function reader() {
  let reads = 0
  const read = (text: string) => async (): Promise<EventRow[]> => {
    reads += 1
    return [{ data: { body: text } } as EventRow]
  }
  return { read, reads: () => reads }
}

test('kept stretches: the same range under the same head is read once; under another head anew', async () => {
  const { read, reads } = reader()
  const kept = createKeptStretches()
  const first = await kept.get('visitor a 0 1', read('first'))
  assert.equal(await kept.get('visitor a 0 1', read('never asked')), first)
  assert.deepEqual(await kept.get('visitor a 0 2', read('second')), [{ data: { body: 'second' } }])
  assert.equal(reads(), 2)
})

test('kept stretches: beyond its room what was asked for longest ago goes', async () => {
  const { read, reads } = reader()
  const kept = createKeptStretches({ mostText: 300 })
  const text = 'x'.repeat(100)
  for (const key of ['a', 'b', 'a', 'c']) await kept.get(key, read(text))
  assert.equal(reads(), 3)
  await kept.get('a', read(text))
  assert.equal(reads(), 3)
  await kept.get('b', read(text))
  assert.equal(reads(), 4)
})

test('kept stretches: one that is larger than all the room is answered and not kept', async () => {
  const { read, reads } = reader()
  const kept = createKeptStretches({ mostText: 10 })
  for (let i = 0; i < 2; i++)
    assert.deepEqual(await kept.get('a', read('long enough')), [{ data: { body: 'long enough' } }])
  assert.equal(reads(), 2)
})

test('kept stretches: what could not be read is asked for again', async () => {
  const { read } = reader()
  const kept = createKeptStretches()
  await assert.rejects(kept.get('a', () => Promise.reject(new Error('away'))))
  assert.equal((await kept.get('a', read('back'))).length, 1)
})
