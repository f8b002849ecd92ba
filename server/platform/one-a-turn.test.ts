import assert from 'node:assert/strict'
import test from 'node:test'
import { createOneATurn } from './one-a-turn.ts'
import { Problem } from './problem.ts'

test('one a turn: the first is done at once, and between the others everything else has its turn', async () => {
  const inTurn = createOneATurn()
  const order: string[] = []
  const all = ['a', 'b', 'c'].map((name) => inTurn(() => void order.push(name)))
  assert.deepEqual(order, ['a'])
  const other = (): void => {
    order.push('other')
    if (order.length < 6) setImmediate(other)
  }
  setImmediate(other)
  await Promise.all(all)
  assert.deepEqual(order.filter((name) => name !== 'other').join(''), 'abc')
  assert.notEqual(order.indexOf('c'), order.indexOf('b') + 1, 'nothing else came between')
})

test('one a turn: who has gone meanwhile is passed over, and what fails fails for its caller alone', async () => {
  const inTurn = createOneATurn()
  const gone = new AbortController()
  const done: number[] = []
  const all = Promise.allSettled([
    inTurn(() => done.push(1)),
    inTurn(() => done.push(2), gone.signal),
    inTurn(() => {
      throw new Error('no')
    }),
    inTurn(() => done.push(4)),
  ])
  gone.abort()
  const outcomes = await all
  assert.deepEqual(done, [1, 4])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
  )
})

test('one a turn: too many that wait are refused at once, and later ones are taken again', async () => {
  const inTurn = createOneATurn({ queue: 2 })
  const under = [1, 2, 3].map((n) => inTurn(() => n))
  await assert.rejects(
    inTurn(() => 4),
    (error: Problem) => error instanceof Problem && error.code === 'busy' && error.retryable,
  )
  assert.deepEqual(await Promise.all(under), [1, 2, 3])
  assert.equal(await inTurn(() => 5), 5)
})
