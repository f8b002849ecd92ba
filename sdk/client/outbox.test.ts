// The outbox: order, storage before drawing, two tabs, seven days.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment, settle } from '../../test/helpers/manual-environment.ts'
import { ApiError } from './api-error.ts'
import { createMemoryStore, type KeyValueStore } from './key-value-store.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import type { OutboxNews, OutboxRecord } from './outbox-record.ts'

const id = 'conversation'

function tab(storage: KeyValueStore, machine = manualEnvironment({ storage })) {
  const sent: string[] = []
  const told: OutboxNews[] = []
  const acked: string[] = []
  const drawn: string[][] = []
  /** What was held when something was called lost. */
  const lost: string[][] = []
  const waiting: { resolve(result: unknown): void; reject(error: Error): void }[] = []
  const outbox: Outbox = createOutbox({
    env: machine.env,
    storage,
    isShared: () => true,
    canSend: () => !machine.flags.offline,
    send: ({ input }) => {
      sent.push(String(input.body))
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    onChange: () => drawn.push(bodies()),
    onSent: ({ input }) => acked.push(String(input.body)),
    onLost: () => lost.push(bodies()),
    tell: (news) => told.push(news),
  })
  const bodies = (): string[] => outbox.of(id).map(({ input }) => String(input.body))
  const write = (body: string, conversation_id = id) => outbox.add('message.send', { conversation_id, body })
  return { ...machine, outbox, write, sent, told, acked, drawn, lost, waiting }
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

const REFUSED = {
  type: '',
  code: 'quota-exceeded',
  title: '',
  status: 429,
  message: '',
  retry_after: 7,
} as const

test('what is written while the server has asked to wait, waits with the rest', async () => {
  const { write, sent, waiting, advance } = tab(createMemoryStore())
  await write('a')
  await settle()
  waiting[0]?.reject(new ApiError('quota-exceeded', '', REFUSED))
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

test('a wait the server asked for ends in time, though the clock is set back meanwhile', async () => {
  const { write, sent, waiting, advance, flags } = tab(createMemoryStore())
  await write('a')
  await settle()
  waiting[0]?.reject(new ApiError('unavailable', '', { ...REFUSED, code: 'unavailable', status: 503 }))
  await settle()
  flags.skew = -3_600_000
  await advance(7_000)
  await settle()
  waiting[1]?.resolve({ seq: 1 })
  await settle()
  await write('b')
  await settle()
  assert.deepEqual(sent, ['a', 'a', 'b'])
})

const DAY = 24 * 3_600_000

/** A tab on a device that was off for days, with what an earlier one wrote on its day 0. */
async function daysLater(days: number, ...written: string[]) {
  const storage = createMemoryStore()
  const first = tab(storage)
  first.outbox.close()
  for (const body of written) await first.write(body)
  const machine = manualEnvironment({ storage })
  await machine.advance(days * DAY)
  const later = tab(storage, machine)
  await later.outbox.load()
  return later
}

test('what is written after a reload stands behind what waits from before, though the clock was set back', async () => {
  const storage = createMemoryStore()
  // Of a page that is gone, and whose ids this one's have nothing to do with.
  const cid = '7fffffff-ffff-7005-8000-000000000000'
  const old = {
    cid,
    conversationId: id,
    command: 'message.send',
    input: { conversation_id: id, body: 'first' },
  }
  await storage.set(`outbox:${cid}`, { ...old, at: 0, state: 'waiting', problem: null, attempts: 0 })
  const { outbox, write } = tab(storage)
  await write('second')
  await write('third')
  assert.deepEqual(
    outbox.of(id).map(({ input }) => input.body),
    ['first', 'second', 'third'],
  )
})

test('what another tab wrote in between stands where it was written, however late the word of it', async () => {
  const [here, there] = [tab(createMemoryStore()), tab(createMemoryStore())]
  here.outbox.close()
  for (const body of ['a', 'b', 'c']) await here.write(body)
  const [a, b, c] = here.told
  for (const news of [a, c, b]) there.outbox.hear(news!)
  assert.deepEqual(
    there.outbox.of(id).map(({ input }) => input.body),
    ['a', 'b', 'c'],
  )
})

test('what was written within a week is sent after a reload', async () => {
  const { outbox, sent } = await daysLater(6.9, 'young')
  await outbox.flush()
  await settle()
  assert.deepEqual(sent, ['young'])
})

test('what lies longer than a week is not sent without asking, nor lost: its writer sends it or takes it back', async () => {
  const { outbox, sent, waiting } = await daysLater(8, 'a', 'b')
  await outbox.flush()
  await settle()
  assert.deepEqual(sent, [])
  assert.deepEqual(
    outbox.of(id).map(({ state, expired }) => [state, expired]),
    [
      ['failed', true],
      ['failed', true],
    ],
  )
  const [a, b] = outbox.of(id) as [OutboxRecord, OutboxRecord]
  await outbox.retry(b.cid)
  await settle()
  assert.deepEqual(sent, ['b'])
  waiting[0]?.resolve({ seq: 1 })
  await settle()
  assert.equal(await outbox.discard(a.cid), 'a')
  assert.deepEqual(outbox.all(), [])
})

test('a page that stays open for a week asks before it sends, too', async () => {
  const { outbox, write, sent, waiting, advance } = tab(createMemoryStore())
  await write('a')
  await settle()
  await advance(8 * DAY)
  waiting[0]?.reject(new ApiError('network'))
  await settle()
  await advance(1_000)
  assert.deepEqual(sent, ['a'])
  assert.equal(outbox.of(id)[0]?.state, 'failed')
})

test('only after a month is it forgotten', async () => {
  assert.equal((await daysLater(29, 'a')).outbox.all().length, 1)
  const later = await daysLater(31, 'a')
  assert.deepEqual(later.outbox.all(), [])
  assert.deepEqual(await later.storage.list('outbox:'), [])
})

test('a start that lay too long holds what follows it, until it is sent or taken back', async () => {
  const storage = createMemoryStore()
  const { outbox, sent, advance, flags } = tab(storage)
  flags.offline = true
  await advance(0)
  outbox.close()
  await outbox.add('conversation.start', { conversation_id: id, message: 'a' })
  await outbox.add('message.send', { conversation_id: id, body: 'b' })
  const machine = manualEnvironment({ storage })
  await machine.advance(8 * DAY)
  const later = tab(storage, machine)
  await later.outbox.load()
  await later.outbox.flush()
  await settle()
  assert.deepEqual([sent, later.sent], [[], []])
  await later.outbox.retry(later.outbox.of(id)[0]!.cid)
  await settle()
  assert.equal(later.waiting.length, 1)
})

test('what follows a start the server has refused waits for its writer to decide', async () => {
  const { outbox, write, sent, waiting } = tab(createMemoryStore())
  await outbox.add('conversation.start', { conversation_id: id, message: 'a' })
  await write('b')
  await settle()
  waiting[0]?.reject(new ApiError('forbidden'))
  await settle()
  assert.equal(sent.length, 1)
  assert.deepEqual(
    outbox.of(id).map(({ state }) => state),
    ['failed', 'waiting'],
  )
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

test('the other tabs hear that a message was sent before it leaves the disk, so none takes it for lost', async () => {
  const storage = createMemoryStore()
  const heard: string[] = []
  const machine = tab({
    ...storage,
    async delete(key) {
      heard.push(...machine.told.map((news) => Object.keys(news)[0]!))
      await storage.delete(key)
    },
  })
  await machine.write('a')
  await settle()
  machine.waiting[0]?.resolve({ seq: 1 })
  await settle()
  assert.deepEqual(heard, ['put', 'sent'])
})

test('what is gone from the disk before another tab says why is called lost before it is let go of', async () => {
  const storage = createMemoryStore()
  const here = tab(storage)
  const there = tab(storage)
  // It only looks on.
  there.flags.offline = true
  await here.write('a')
  for (const news of here.told) there.outbox.hear(news)
  await settle()
  here.waiting[0]?.resolve({ seq: 1 })
  await settle()
  await there.outbox.flush()
  assert.deepEqual(there.lost, [['a']])
  assert.deepEqual(there.outbox.of(id), [])
  there.outbox.hear(here.told.at(-1)!)
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
  assert.equal(await outbox.discard(record.cid), null)
  assert.equal(outbox.all().length, 1)
})

test('what waits for its turn is taken back, and what stands behind it goes on', async () => {
  const { write, outbox, sent, waiting } = tab(createMemoryStore())
  for (const body of ['a', 'b', 'c']) await write(body)
  await settle()
  assert.equal(await outbox.discard(outbox.all()[1]!.cid), 'b')
  waiting[0]?.resolve({ seq: 1 })
  await settle()
  assert.deepEqual(sent, ['a', 'c'])
})

test('what waits for the network is taken back, and what stands behind it goes on', async () => {
  const { write, outbox, sent, flags, storage } = tab(createMemoryStore())
  flags.offline = true
  await write('a')
  await write('b')
  await settle()
  assert.equal(await outbox.discard(outbox.all()[0]!.cid), 'a')
  flags.offline = false
  await outbox.flush()
  await settle()
  assert.deepEqual(sent, ['b'])
  assert.equal((await storage.list('outbox:')).length, 1)
})

test('of two messages written at once the second stands behind the first, and can be taken back', async () => {
  const { write, outbox } = tab(createMemoryStore())
  await Promise.all([write('a'), write('b')])
  await settle()
  const [first, second] = outbox.of(id)
  assert.equal(await outbox.discard(first!.cid), null)
  assert.equal(await outbox.discard(second!.cid), 'b')
})

test('what was tried and not answered is not taken back, here, after a reload, or in another tab: it may be in the log', async () => {
  const { write, outbox, waiting, storage } = tab(createMemoryStore())
  await write('a')
  await write('b')
  await settle()
  const [a, b] = outbox.all() as [OutboxRecord, OutboxRecord]
  waiting[0]?.reject(new ApiError('timeout'))
  await settle()
  assert.equal(await outbox.discard(a.cid), null)
  const later = tab(storage)
  later.flags.offline = true
  await later.outbox.load()
  assert.equal(await later.outbox.discard(a.cid), null)
  assert.equal(await later.outbox.discard(b.cid), 'b', 'it stood behind, and has never left')
})

/** Two tabs of one browser, whose locks are real and whose news come when the test says so. */
function twoTabs() {
  const storage = createMemoryStore()
  const held = new Set<string>()
  const lock = async <T>(name: string, run: () => Promise<T>, ifFree?: true): Promise<T> => {
    if (held.has(name) && ifFree) return null as T
    while (held.has(name)) await settle()
    held.add(name)
    return run().finally(() => held.delete(name))
  }
  const machines = [manualEnvironment({ storage }), manualEnvironment({ storage })] as const
  for (const { env } of machines) Object.assign(env, { lock })
  return [tab(storage, machines[0]), tab(storage, machines[1])] as const
}

test('a message on its way in another tab is not taken back, even before that tab’s news arrive', async () => {
  const [here, there] = twoTabs()
  await here.write('a')
  there.outbox.hear(here.told.shift()!)
  await settle()
  assert.deepEqual(here.sent, ['a'])
  assert.equal(await there.outbox.discard(there.outbox.all()[0]!.cid), null)
  here.waiting[0]?.resolve({ seq: 1 })
  await settle()
  assert.deepEqual(await here.storage.list('outbox:'), [])
})

test('a message another tab has taken back is not sent by one that has not heard of it', async () => {
  const [here, there] = twoTabs()
  await here.write('a')
  await here.write('b')
  await settle()
  await there.outbox.load()
  assert.equal(await there.outbox.discard(there.outbox.all()[1]!.cid), 'b')
  here.waiting[0]?.resolve({ seq: 1 })
  await settle()
  await settle()
  assert.deepEqual([here.sent, there.sent], [['a'], []])
  assert.deepEqual(here.outbox.all(), [])
})

test('who asked for something in one tab gets the answer, or the refusal, that another tab got', async () => {
  const [here] = twoTabs()
  here.outbox.close()
  const done = here.outbox.perform('person.request', { conversation_id: id })
  await settle()
  const record = here.outbox.all()[0]!
  here.outbox.hear({ sent: record, result: { seq: 4 } })
  assert.deepEqual(await done, { seq: 4 })
  const refused = here.outbox.perform('conversation.rate', { conversation_id: id })
  await settle()
  const problem = { type: '', code: 'not-rateable', title: '', status: 409, message: '' } as const
  here.outbox.hear({ gone: { ...here.outbox.all()[0]!, problem } })
  await assert.rejects(refused, { code: 'not-rateable' })
})

test('when the disk fails, what it held is still sent', async () => {
  const { createStorage } = await import('./key-value-store.ts')
  const disk = createMemoryStore()
  const broken = { ...disk, get: () => Promise.reject(new Error('disk')) }
  const storage = createStorage(async () => broken)
  const machine = manualEnvironment({ storage })
  const sent: string[] = []
  const outbox = createOutbox({
    env: machine.env,
    storage,
    canSend: () => true,
    isShared: storage.durable.get,
    send: async ({ input }) => void sent.push(String(input.body)),
    onChange: () => {},
    onSent: () => {},
    onLost: () => {},
    tell: () => {},
  })
  await outbox.add('message.send', { conversation_id: id, body: 'a' })
  await settle()
  assert.deepEqual(sent, ['a'])
})
