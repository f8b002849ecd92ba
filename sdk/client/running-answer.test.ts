// An answer put together from stretches.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { RunningAnswer } from './conversation-state.ts'
import { extendAnswer } from './running-answer.ts'

const actor = { kind: 'ai', id: 'ai', name: 'Bell' } as const
const write = (chunks: [gen: string, off: number, text: string][]): string | undefined =>
  chunks.reduce<RunningAnswer | null>(
    (answer, [gen, off, text]) => extendAnswer(answer, { conversation_id: 'c', gen, off, text, actor }),
    null,
  )?.text

test('stretches join on where they belong', () => {
  assert.equal(
    write([
      ['g', 0, 'Hello '],
      ['g', 6, 'world'],
    ]),
    'Hello world',
  )
})

test('a stretch that does not join on is dropped, and so is all after it', () => {
  assert.equal(
    write([
      ['g', 0, 'Hello '],
      ['g', 9, 'ld'],
      ['g', 11, '!'],
    ]),
    'Hello ',
  )
  assert.equal(write([['g', 3, 'lo']]), undefined)
})

test('a stretch that comes twice or late changes nothing', () => {
  assert.equal(
    write([
      ['g', 0, 'Hello '],
      ['g', 6, 'world'],
      ['g', 0, 'Hello '],
    ]),
    'Hello world',
  )
})

test('the text so far, sent again after a reconnect, catches up', () => {
  assert.equal(
    write([
      ['g', 0, 'Hel'],
      ['g', 9, 'ld'],
      ['g', 0, 'Hello world'],
    ]),
    'Hello world',
  )
})

test('another run begins anew, from its own beginning only', () => {
  assert.equal(
    write([
      ['g', 0, 'Hello'],
      ['h', 0, 'Hi'],
    ]),
    'Hi',
  )
  assert.equal(
    write([
      ['g', 0, 'Hello'],
      ['h', 5, 'there'],
    ]),
    'Hello',
  )
})
