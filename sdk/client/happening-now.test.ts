// Typing and running answers, on a clock the test moves.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment } from '../../test/helpers/manual-environment.ts'
import { blankConversation } from './conversation-state.ts'
import { createHappeningNow } from './happening-now.ts'
import { createStore } from './store.ts'

const ai = { kind: 'ai', id: 'ai', name: 'Bell' } as const
const mara = { kind: 'human', id: 'mara', name: 'Mara' } as const
const me = { kind: 'contact', id: 'me', name: '' } as const

function setUp() {
  const machine = manualEnvironment()
  const state = createStore(blankConversation('c'))
  const now = createHappeningNow({
    env: machine.env,
    get: state.get,
    patch: (change) => state.update((before) => ({ ...before, ...change })),
    isSelf: ({ id }) => id === 'me',
  })
  const typing = () => state.get().typing.map(({ actor, text }) => `${actor.name}: ${text}`)
  const chunk = (gen: string, off: number, text: string) =>
    now.addChunk({ conversation_id: 'c', gen, off, text, actor: ai })
  const end = (gen: string, outcome: 'sent' | 'withheld') =>
    now.endRun({ conversation_id: 'c', gen, outcome })
  return { ...machine, now, typing, chunk, end, answer: () => state.get().answer?.text }
}

test('who types is shown with the latest text, for eight seconds after the last sign of it', async () => {
  const { now, typing, advance } = setUp()
  now.startTyping(mara, 'a')
  await advance(7_000)
  now.startTyping(mara, 'ab')
  assert.deepEqual(typing(), ['Mara: ab'])
  await advance(7_999)
  assert.deepEqual(typing(), ['Mara: ab'])
  await advance(1)
  assert.deepEqual(typing(), [])
})

test('one’s own typing in another tab is not shown', () => {
  const { now, typing } = setUp()
  now.startTyping(me)
  assert.deepEqual(typing(), [])
})

test('a message ends its author’s typing, and no one else’s', () => {
  const { now, typing } = setUp()
  now.startTyping(mara)
  now.startTyping(ai)
  now.spoke(mara)
  assert.deepEqual(typing(), ['Bell: '])
})

test('a sent answer stays until its message is here, or five seconds at most', async () => {
  const { now, chunk, end, answer, advance } = setUp()
  chunk('g', 0, 'Yes.')
  end('g', 'sent')
  assert.equal(answer(), 'Yes.')
  now.spoke(ai)
  assert.equal(answer(), undefined)
  chunk('h', 0, 'No.')
  end('h', 'sent')
  await advance(5_000)
  assert.equal(answer(), undefined)
})

test('a withheld answer goes at once, and a late stretch of it does not bring it back', () => {
  const { chunk, end, answer } = setUp()
  chunk('g', 0, 'Perhaps')
  end('g', 'withheld')
  chunk('g', 7, ' not')
  chunk('g', 0, 'Perhaps')
  assert.equal(answer(), undefined)
})

test('the end of one run does not cut off the next', async () => {
  const { chunk, end, answer, advance } = setUp()
  chunk('g', 0, 'One')
  end('g', 'sent')
  chunk('h', 0, 'Two')
  await advance(5_000)
  assert.equal(answer(), 'Two')
})

test('a customer’s message does not end the answer to it', () => {
  const { now, chunk, answer } = setUp()
  chunk('g', 0, 'One')
  now.spoke(me)
  assert.equal(answer(), 'One')
})

test('close leaves no timer behind', () => {
  const { now, chunk, end, timers } = setUp()
  now.startTyping(mara)
  chunk('g', 0, 'One')
  end('g', 'sent')
  now.close()
  assert.deepEqual(timers(), [])
})
