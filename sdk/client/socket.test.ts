// The socket on a clock that only the test moves.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualEnvironment, settle } from '../../test/helpers/manual-environment.ts'
import { ApiError } from './api-error.ts'
import { backoff } from './backoff.ts'
import { createSocket } from './socket.ts'

const at = new Date(0).toISOString()
const problem = (code: string) => ({ type: `x/${code}`, code, title: code, status: 409, message: code })

function setUp(options: { onUnauthenticated?: () => Promise<boolean> } = {}) {
  const machine = manualEnvironment()
  const frames: string[] = []
  const socket = createSocket({
    env: machine.env,
    url: 'ws://test/support/live',
    hello: async () => ({ role: 'visitor' }),
    onFrame: ({ type }) => frames.push(type),
    ...options,
  })
  return { ...machine, socket, frames, line: () => machine.sockets.at(-1)! }
}

async function online(options?: Parameters<typeof setUp>[0]) {
  const all = setUp(options)
  all.socket.connect()
  await settle()
  all.line().welcome()
  return all
}

test('a socket says hello first and is online once it is welcomed', async () => {
  const { socket, line } = setUp()
  assert.equal(socket.connection.get().state, 'idle')
  socket.connect()
  await settle()
  assert.equal(socket.connection.get().state, 'connecting')
  line().onopen?.()
  assert.deepEqual(line().sent, [{ type: 'hello', data: { role: 'visitor' } }])
  assert.equal(socket.connection.get().state, 'connecting')
  line().welcome({}, new Date(90_000).toISOString())
  assert.equal(socket.connection.get().state, 'online')
  assert.equal(socket.clockOffset(), 90_000)
})

test('the delays between tries double from half a second to thirty, and are spread', () => {
  assert.deepEqual(
    [0, 1, 2, 5, 6, 50].map((attempt) => backoff(attempt, 1)),
    [500, 1000, 2000, 16_000, 30_000, 30_000],
  )
  assert.equal(backoff(0, 0), 250)
})

test('a lost line is tried again with growing delays, and counts as good again only after five seconds', async () => {
  const { socket, line, sockets, advance, flags } = await online()
  flags.random = 1
  await advance(6_000)
  line().hangUp()
  assert.deepEqual(socket.connection.get(), { state: 'reconnecting', since: 6_000, retryAt: 6_500 })
  await advance(500)
  line().hangUp()
  await advance(1_000)
  assert.equal(sockets.length, 3)
  line().welcome()
  line().hangUp()
  assert.equal((socket.connection.get() as { retryAt: number }).retryAt, 7_500 + 2_000)
})

test('without a welcome in ten seconds the line is given up', async () => {
  const { socket, line, sockets, advance } = setUp()
  socket.connect()
  await settle()
  const first = line()
  await advance(11_000)
  assert.equal(first.closed, true)
  assert.equal(sockets.length, 2)
})

test('after 30 s of silence the line is probed, and given up after 3 s more', async () => {
  const { socket, line, advance } = await online()
  await advance(29_000)
  line().say({ type: 'heartbeat', data: { at, heads: {} } })
  await advance(29_999)
  assert.deepEqual(
    line().sent.map(({ type }) => type),
    ['hello'],
  )
  await advance(1)
  assert.equal(line().sent.at(-1)?.type, 'ping')
  await advance(2_999)
  assert.equal(socket.connection.get().state, 'online')
  await advance(1)
  assert.equal(socket.connection.get().state, 'reconnecting')
})

test('anything heard answers a probe', async () => {
  const { socket, line, advance } = await online()
  await advance(30_000)
  line().say({ type: 'pong', data: { at } })
  await advance(20_000)
  assert.equal(socket.connection.get().state, 'online')
})

test('a command without its ack in 5 s makes the line be probed, and a dead line fails it within 10 s', async () => {
  const { socket, line, advance } = await online()
  const sent = assert.rejects(socket.call('message.send', {}, 'c1'), { code: 'network', retryable: true })
  await advance(4_999)
  assert.equal(line().sent.at(-1)?.type, 'message.send')
  await advance(1)
  assert.equal(line().sent.at(-1)?.type, 'ping')
  await advance(3_000)
  await sent
  assert.equal(socket.connection.get().state, 'reconnecting')
})

test('a command that a living line does not answer is given up after 15 s, not the line', async () => {
  const { socket, line, advance } = await online()
  const sent = assert.rejects(socket.call('message.send', {}, 'c1'), { code: 'timeout', retryable: true })
  await advance(5_000)
  line().say({ type: 'pong', data: { at } })
  await advance(10_000)
  await sent
  assert.equal(socket.connection.get().state, 'online')
})

test('ack and nack answer the command of their cid, and no other', async () => {
  const { socket, line } = await online()
  const first = socket.call('message.send', { n: 1 }, 'c1')
  const second = assert.rejects(socket.call('message.send', { n: 2 }, 'c2'), (error: ApiError) => {
    assert.ok(error instanceof ApiError)
    assert.equal(error.code, 'conversation-closed')
    assert.equal(error.retryable, false)
    return true
  })
  line().say({ type: 'nack', cid: 'c2', data: { problem: problem('conversation-closed'), retryable: false } })
  line().say({ type: 'ack', cid: 'c1', data: { seq: 7 } })
  assert.deepEqual(await first, { seq: 7 })
  await second
})

test('a line that breaks fails the commands that wait on it', async () => {
  const { socket, line } = await online()
  const sent = assert.rejects(socket.call('message.send', {}, 'c1'), { code: 'network' })
  line().hangUp()
  await sent
})

test('goodbye sets the time of return', async () => {
  const { socket, line, advance } = await online()
  await advance(1_000)
  line().say({ type: 'goodbye', data: { retry_in_ms: 12_345 } })
  assert.equal(socket.connection.get().state, 'online')
  line().hangUp(1012)
  assert.deepEqual(socket.connection.get(), { state: 'reconnecting', since: 1_000, retryAt: 13_345 })
})

test('a forbidden line is refused and never tried again', async () => {
  const { socket, line, sockets, advance, wake } = await online()
  line().say({ type: 'problem', data: { problem: problem('origin-not-allowed') } })
  line().hangUp(4403)
  assert.deepEqual(socket.connection.get(), { state: 'refused', code: 'origin-not-allowed' })
  wake()
  await advance(100_000)
  assert.equal(sockets.length, 1)
})

test('a dead session is replaced once; refused again, it stays refused', async () => {
  let asked = 0
  const { socket, line, sockets } = await online({ onUnauthenticated: async () => ++asked > 0 })
  line().hangUp(4401)
  await settle()
  assert.equal(sockets.length, 2)
  line().hangUp(4401)
  await settle()
  assert.equal(sockets.length, 2)
  assert.equal(asked, 1)
  assert.equal(socket.connection.get().state, 'refused')
})

test('when the network or the page comes back, a lost line is tried at once and a held one probed', async () => {
  const { socket, line, sockets, advance, wake } = await online()
  wake()
  assert.equal(line().sent.at(-1)?.type, 'ping')
  await advance(3_000)
  assert.equal(socket.connection.get().state, 'reconnecting')
  wake()
  await settle()
  assert.equal(sockets.length, 2)
  wake()
  await settle()
  assert.equal(sockets.length, 2, 'a try under way is left alone')
})

test('a loss while the browser is off line says so', async () => {
  const { socket, line, flags } = await online()
  flags.offline = true
  line().hangUp()
  assert.deepEqual(socket.connection.get(), { state: 'offline', since: 0 })
})

test('frames of unknown types and text that is no JSON change nothing', async () => {
  const { socket, line } = await online()
  line().say({ type: 'from.the.future', data: { x: 1 } })
  line().onmessage?.({ data: '{' })
  assert.equal(socket.connection.get().state, 'online')
})

test('close lets go: no timer is left and nothing comes back', async () => {
  const { socket, line, timers, wake, sockets } = await online()
  socket.close()
  assert.equal(line().closed, true)
  assert.deepEqual(timers(), [])
  wake()
  assert.equal(sockets.length, 1)
  assert.equal(socket.connection.get().state, 'idle')
})
