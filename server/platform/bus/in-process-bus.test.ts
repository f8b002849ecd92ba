import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import test from 'node:test'
import { createInProcessBus } from './in-process-bus.ts'

declare module './bus.ts' {
  interface BusTopics {
    'test.told': { n: number }
  }
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

test('bus: listeners hear in order, on a later turn, and one that fails harms no other', async () => {
  const errors: unknown[] = []
  const bus = createInProcessBus({ onError: (error) => errors.push(error) })
  const heard: number[] = []
  bus.on('test.told', () => {
    throw new Error('broken')
  })
  const stop = bus.on('test.told', ({ n }) => heard.push(n))
  bus.emit('test.told', { n: 1 })
  bus.emit('test.told', { n: 2 })
  assert.deepEqual(heard, [])
  await turn()
  assert.deepEqual([heard, errors.length], [[1, 2], 2])
  stop()
  bus.emit('test.told', { n: 3 })
  await turn()
  assert.deepEqual(heard, [1, 2])
})

test('bus: a listener runs outside of the teller’s context, such as their transaction', async () => {
  const context = new AsyncLocalStorage<string>()
  const bus = createInProcessBus({ onError: (error) => assert.fail(String(error)) })
  const seen: (string | undefined)[] = []
  bus.on('test.told', () => seen.push(context.getStore()))
  context.run('a transaction', () => bus.emit('test.told', { n: 1 }))
  await turn()
  assert.deepEqual(seen, [undefined])
})
