// What happens to news that cannot be sent, are too many or do not arrive: the hearer notices, and nothing grows.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { createBusInbox } from './bus-inbox.ts'
import { createBusOutbox } from './bus-outbox.ts'
import type { Carrier } from './carrier.ts'

const PIECE = 300

/** An outbox and an inbox with a wire between that loses the pieces the test names. */
function wire(t: TestContext, lose: (place: number) => boolean = () => false) {
  const heard: unknown[] = []
  let gaps = 0
  let place = 0
  let open = (): void => {}
  let isOpen: Promise<void> = Promise.resolve()
  const inbox = createBusInbox({
    nodeId: 'hearer',
    tell: (topic, payload) => heard.push([topic, payload]),
    onOther() {},
    onGap() {
      gaps += 1
    },
    onError: (error) => assert.fail(String(error)),
  })
  const carrier: Pick<Carrier, 'pieceBytes' | 'send'> = {
    pieceBytes: PIECE,
    async send(pieces) {
      await isOpen
      for (const piece of pieces) {
        assert.ok(Buffer.byteLength(piece) <= PIECE)
        if (!lose(place++)) inbox.hear(piece)
      }
    },
  }
  const lines: string[] = []
  const outbox = createBusOutbox({
    nodeId: 'teller',
    carrier: carrier as Carrier,
    outside: (work, ...args) => work(...args),
    log: { info() {}, warn: (_fields: unknown, text?: string) => void lines.push(text ?? '') } as never,
  })
  t.after(() => outbox.close())
  return {
    outbox,
    inbox,
    heard,
    lines,
    gaps: () => gaps,
    shut(): void {
      isOpen = new Promise((resolve) => {
        open = resolve
      })
    },
    open: (): void => open(),
  }
}

/** Closing sends what waits. */
const flushed = (outbox: { close(): Promise<void> }): Promise<void> => outbox.close()

test('bus: a lost piece is noticed by the next one', async (t) => {
  const { outbox, heard, gaps } = wire(t, (place) => place === 1)
  for (const n of [1, 2, 3]) outbox.add('t', { n, pad: 'x'.repeat(150) }, false)
  await flushed(outbox)
  assert.equal(heard.length, 2)
  assert.equal(gaps(), 1)
})

test('bus: news in parts of which one is lost are left out, and what follows is heard', async (t) => {
  const { outbox, heard, gaps } = wire(t, (place) => place === 0)
  outbox.add('large', { text: 'y'.repeat(1000) }, false)
  outbox.add('small', { n: 1 }, false)
  await flushed(outbox)
  assert.deepEqual(heard, [['small', { n: 1 }]])
  assert.equal(gaps(), 0, 'of a teller never heard before nothing can be missed')
})

test('bus: a repeated piece is heard once, and a node’s own not at all', async (t) => {
  const { inbox, heard } = wire(t)
  for (let n = 0; n < 2; n += 1) inbox.hear('teller 7 whole\n[["t",{"n":1}]]')
  inbox.hear('hearer 1 whole\n[["t",{"n":2}]]')
  inbox.hear('what somebody else says on this channel')
  assert.deepEqual(heard, [['t', { n: 1 }]])
})

test('bus: when too much waits, what nobody misses goes first', async (t) => {
  const { outbox, heard, gaps, shut, open, lines } = wire(t)
  shut()
  const pad = 'z'.repeat(100_000)
  outbox.add('first', {}, false)
  await new Promise((resolve) => void setImmediate(() => setImmediate(resolve)))
  for (let n = 0; n < 30; n += 1) outbox.add('kept', { n, pad }, false)
  for (let n = 0; n < 200; n += 1) outbox.add('typing', { n, pad }, true)
  open()
  await flushed(outbox)
  const topics = heard.map((news) => (news as [string])[0])
  assert.equal(topics.filter((topic) => topic === 'kept').length, 30)
  assert.ok(topics.filter((topic) => topic === 'typing').length < 200)
  assert.deepEqual([gaps(), lines], [0, []])
})

test('bus: when everything must go, the hearers notice', async (t) => {
  const { outbox, heard, gaps, shut, open, lines } = wire(t)
  shut()
  outbox.add('first', {}, false)
  await new Promise((resolve) => void setImmediate(() => setImmediate(resolve)))
  const pad = 'z'.repeat(100_000)
  for (let n = 0; n < 400; n += 1) outbox.add('rows', { n, pad }, false)
  open()
  await flushed(outbox)
  assert.ok(heard.length < 401)
  assert.ok(gaps() > 0)
  assert.ok(lines.includes('bus: dropped news that could not be sent in time'))
})
