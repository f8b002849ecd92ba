// What is kept of logs: no more than told to, and nothing under another head.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { LogEvent } from '../../sdk/protocol/event.ts'
import { createKeptStretches } from './kept-stretches.ts'

function reader() {
  let reads = 0
  const read = (text: string) => async (): Promise<LogEvent[]> => {
    reads += 1
    return [{ seq: 7, data: { body: text } } as LogEvent]
  }
  return { read, reads: () => reads }
}

test('kept stretches: the same range under the same head is read once; under another head anew', async () => {
  const { read, reads } = reader()
  const kept = createKeptStretches()
  const first = await kept.get('visitor a 0 1', read('first'))
  assert.equal(await kept.get('visitor a 0 1', read('never asked')), first)
  const second = await kept.get('visitor a 0 2', read('second'))
  assert.deepEqual([second.events.text, second.last], ['[{"seq":7,"data":{"body":"second"}}]', 7])
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
    assert.match((await kept.get('a', read('long enough'))).events.text, /long enough/)
  assert.equal(reads(), 2)
})

test('kept stretches: what could not be read is asked for again', async () => {
  const { read } = reader()
  const kept = createKeptStretches()
  await assert.rejects(kept.get('a', () => Promise.reject(new Error('away'))))
  assert.match((await kept.get('a', read('back'))).events.text, /back/)
})
