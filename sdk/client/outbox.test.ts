// The outbox: order, storage before drawing, two tabs, seven days.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment, settle } from '../../test/helpers/manual-environment.ts'
import { ApiError } from './api-error.ts'
import { createMemoryStore, type KeyValueStore } from './key-value-store.ts'
import { createOutbox, type Outbox, type OutboxNews, type OutboxRecord } from './outbox.ts'

const id = 'conversation'

function tab(storage: KeyValueStore, machine = manualEnvironment({ storage })) {
  const sent: string[] = []
  const told: OutboxNews[] = []
  const acked: string[] = []
  const drawn: string[][] = []
  const waiting: { resolve(result: unknown): void; reject(error: Error): void }[] = []
  const outbox: Outbox = createOutbox({
    env: machine.env,
    name: () => 'shop',
    storage,
    send: ({ input }) => {
      sent.push(String(input.body))
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    onChange: () => drawn.push(outbox.of(id).map(({ input }) => String(input.body))),
    onSent: ({ input }) => acked.push(String(input.body)),
    tell: (news) => told.push(news),
  })
  const write = (body: string, conversation_id = id) => outbox.add('message.send', { conversation_id, body })
  return { ...machine, outbox, write, sent, told, acked, drawn, waiting }
}

test('a message is stored before it is drawn', async () => {
  const storage = createMemoryStore()
  const { write, drawn } = tab({
    ...storage,
    async set(key, value) {
      assert.deepEqual(drawn, [])
      await settle()
      assert.deepEqual(drawn, [], 'still on its way to the disk')
      await storage.set(key, value)
    },
  })
  await write('a')
  assert.deepEqual(drawn[0], ['a'])
})

test('within a conversation the next goes out only after the ack of the one before; others do not wait', async () => {
  const { write, sent, waiting } = tab(createMemoryStore())
  await write('a')
  await write('b')
  await write('x', 'another')
  await settle()
  assert.deepEqual(sent, ['a', 'x'])
  waiting[0]?.resolve({ seq: 1 })
  await settle()
  assert.deepEqual(sent, ['a', 'x', 'b'])
})

test('trouble on the way is tried again after a delay that grows, or the one the server names, and at once on flush', async () => {
  const { write, sent, waiting, timers, outbox } = tab(createMemoryStore())
  await write('a')
  await settle()
  waiting.at(-1)?.reject(new ApiError('network'))
  await settle()
  assert.deepEqual(timers(), [375])
  outbox.flush()
  await settle()
  waiting.at(-1)?.reject(new ApiError('timeout'))
  await settle()
  assert.deepEqual(timers(), [750])
  outbox.flush()
  await settle()
  const problem = { type: '', code: 'busy', title: '', status: 503, message: '', retry_after: 7 } as const
  waiting.at(-1)?.reject(new ApiError('busy', '', problem))
  await settle()
  assert.deepEqual(timers(), [7_000])
  assert.deepEqual(sent, ['a', 'a', 'a'])
})

test('what is written while the server has asked to wait, waits with the rest', async () => {
  const { write, sent, waiting, advance } = tab(createMemoryStore())
  await write('a')
  await settle()
  const problem = {
    type: '',
    code: 'quota-exceeded',
    title: '',
    status: 429,
    message: '',
    retry_after: 7,
  } as const
  waiting[0]?.reject(new ApiError('quota-exceeded', '', problem))
  await settle()
  await write('b')
  await settle()
  assert.deepEqual(sent, ['a'])
  await advance(7_000)
  await settle()
  waiting[1]?.resolve({ seq: 1 })
  await settle()
  assert.deepEqual(sent, ['a', 'a', 'b'])
})

test('what lies longer than seven days is forgotten, the rest is sent after a reload', async () => {
  const storage = createMemoryStore()
  const first = tab(storage)
  await first.write('old')
  await first.advance(6 * 24 * 3_600_000)
  await first.write('young')
  first.outbox.close()
  const machine = manualEnvironment({ storage })
  await machine.advance(8 * 24 * 3_600_000)
  const second = tab(storage, machine)
  await second.outbox.load()
  second.outbox.flush()
  await settle()
  assert.deepEqual(second.sent, ['young'])
  assert.equal((await storage.list('outbox:')).length, 1)
})

test('another tab draws what this one wrote, and lets go of it when this one has sent it', async () => {
  const storage = createMemoryStore()
  const here = tab(storage)
  const there = tab(storage)
  await here.write('a')
  await settle()
  there.outbox.hear(here.told.shift()!)
  assert.deepEqual(
    there.outbox.of(id).map(({ input }) => input.body),
    ['a'],
  )
  here.waiting[0]?.resolve({ seq: 1 })
  await settle()
  there.outbox.hear(here.told.shift()!)
  assert.deepEqual(there.outbox.of(id), [])
  assert.deepEqual(there.acked, ['a'])
})

test('an answer for a record that is gone meanwhile does not bring it back', async () => {
  const { write, outbox, waiting, timers } = tab(createMemoryStore())
  await write('a')
  await settle()
  outbox.leave()
  waiting[0]?.reject(new ApiError('network'))
  await settle()
  assert.deepEqual(outbox.all(), [])
  assert.deepEqual(timers(), [])
})

test('a message on its way is not taken back: it may have arrived', async () => {
  const { write, outbox } = tab(createMemoryStore())
  await write('a')
  await settle()
  const [record] = outbox.all() as [OutboxRecord]
  assert.equal(await outbox.discard(record.cid), '')
  assert.equal(outbox.all().length, 1)
})
