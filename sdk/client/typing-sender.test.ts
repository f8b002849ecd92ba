// When typing is told, on a clock the test moves.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment } from '../../test/helpers/manual-environment.ts'
import { createTypingSender } from './typing-sender.ts'

function setUp() {
  const machine = manualEnvironment()
  const told: string[] = []
  const typing = createTypingSender({
    env: machine.env,
    start: (text) => told.push(text),
    stop: () => told.push('(stop)'),
  })
  return { ...machine, typing, told }
}

test('the first letter is told at once, the rest at most every three seconds, and always the latest', async () => {
  const { typing, told, advance } = setUp()
  typing.change('a')
  await advance(100)
  typing.change('ab')
  typing.change('abc')
  assert.deepEqual(told, ['a'])
  await advance(2_900)
  assert.deepEqual(told, ['a', 'abc'])
})

test('five seconds without a change are told as a stop, once', async () => {
  const { typing, told, advance } = setUp()
  typing.change('a')
  await advance(20_000)
  assert.deepEqual(told, ['a', '(stop)'])
})

test('an emptied composer stops; a sent message ends it silently', async () => {
  const { typing, told, advance } = setUp()
  typing.change('a')
  typing.change(' ')
  typing.change('b')
  typing.end(false)
  await advance(20_000)
  assert.deepEqual(told, ['a', '(stop)', 'b'])
})

test('a long text is cut to what the server takes', () => {
  const { typing, told } = setUp()
  typing.change('x'.repeat(600))
  assert.equal(told[0]?.length, 500)
})
