// The parts of a run that could hide a violation by being wrong themselves: chance, framing, the wire's watch.

import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import test from 'node:test'
import { createFrameDoubler } from './frame-doubler.ts'
import { planFaults } from './nemesis.ts'
import { createHistory } from './run-history.ts'
import { createRandom } from './seeded-random.ts'
import { createTcpProxy } from './tcp-proxy.ts'
import { markOf } from './text-mark.ts'
import { createWireWatch } from './wire-watch.ts'

test('nemesis: the same seed plans the same faults, another one others', () => {
  const plan = (seed: string) =>
    planFaults({ random: createRandom(seed), seconds: 20, only: null, hasRedis: true })
  assert.deepEqual(plan('7'), plan('7'))
  assert.notDeepEqual(plan('7'), plan('8'))
  assert.ok(plan('7').length > 10)
})

/** A masked text frame, as a browser sends it. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text)
  const head =
    payload.length < 126
      ? [0x81, 0x80 | payload.length]
      : [0x81, 0xfe, payload.length >> 8, payload.length & 255]
  return Buffer.concat([
    Buffer.from(head),
    Buffer.from([1, 2, 3, 4]),
    payload.map((byte, index) => byte ^ [1, 2, 3, 4][index % 4]!),
  ])
}

test('frame doubler: every frame but the hello comes twice, whole, however the bytes are cut', () => {
  const head = Buffer.from('GET /support/live HTTP/1.1\r\nUpgrade: websocket\r\n\r\n')
  const frames = ['hello', 'one', 'x'.repeat(300)].map(frame)
  const sent = Buffer.concat([head, ...frames])
  const due = Buffer.concat([head, frames[0]!, frames[1]!, frames[1]!, frames[2]!, frames[2]!])
  for (const size of [1, 7, 60, sent.length]) {
    const pass = createFrameDoubler(() => true)
    const out: Buffer[] = []
    // The head always comes in one piece; what follows may not.
    out.push(pass(sent.subarray(0, head.length)))
    for (let at = head.length; at < sent.length; at += size) out.push(pass(sent.subarray(at, at + size)))
    assert.deepEqual(Buffer.concat(out), due, `in pieces of ${size}`)
  }
})

test('frame doubler: plain requests pass as they are', () => {
  const pass = createFrameDoubler(() => true)
  const request = Buffer.from('POST /x HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}')
  assert.deepEqual(Buffer.concat([pass(request), pass(request)]), Buffer.concat([request, request]))
})

test('wire watch: a private text and another visitor’s are told of once, also across two chunks; one’s own is not', () => {
  const history = createHistory()
  const watch = createWireWatch({ visitor: 'v1', record: history.record })
  const note = Buffer.from(`{"body":"${markOf('a1a', 'v1', 1, true)} a note"}`)
  watch(note.subarray(0, 14))
  watch(note.subarray(14))
  watch(note)
  watch(Buffer.from(markOf('a1a', 'v2', 1)))
  watch(Buffer.from(markOf('a1a', 'v1', 2)))
  const leaks = history.entries.flatMap((entry) => (entry.type === 'leak' ? [entry.what.split(' ')[0]] : []))
  assert.deepEqual(leaks, ['private', 'of'])
})

async function echoServer(t: test.TestContext): Promise<number> {
  const server = net
    .createServer((socket) => socket.on('error', () => {}).pipe(socket))
    .listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test('tcp proxy: what is held up arrives late and whole, what is swallowed never does', async (t) => {
  const port = await echoServer(t)
  const passing = new EventEmitter()
  const proxy = await createTcpProxy({
    targets: () => [1, port],
    isMarked: (chunk) => passing.emit(String(chunk)),
  })
  t.after(proxy.close)
  const open = async () => {
    const socket = net.connect(proxy.port, '127.0.0.1').on('error', () => {})
    t.after(() => socket.destroy())
    await once(socket, 'connect')
    return socket
  }
  const held = await open()
  held.write('a')
  assert.equal(String(await once(held, 'data')), 'a')
  proxy.set({ stalled: ['up', 'down'] })
  held.write('b')
  proxy.heal()
  assert.equal(String(await once(held, 'data')), 'b')

  proxy.set({ swallowing: ['up'] })
  const swallowed = once(passing, 'lost')
  held.write('lost')
  await swallowed
  proxy.heal()
  let heard = ''
  held.on('data', (chunk) => {
    heard += chunk
  })
  const late = once(passing, 'dead for good')
  held.write('dead for good')
  await late
  const fresh = await open()
  fresh.write('c')
  assert.equal(String(await once(fresh, 'data')), 'c')
  assert.equal(heard, '')
  proxy.sever()
  await new Promise((resolve) => fresh.once('close', resolve))
})
