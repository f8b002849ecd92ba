// The socket endpoint as a peer meets it: who gets in, what it may say, what it hears.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import test from 'node:test'
import { hubServer } from '../../../test/helpers/hub-server.ts'
import { connectSocket } from '../../../test/helpers/socket-client.ts'
import { Problem } from '../problem.ts'
import type { HubSocket } from './hub-options.ts'

const typing = { type: 'typing.start', data: { conversation_id: randomUUID() } }
const command = (cid = randomUUID()) => ({ ...typing, cid })

for (const [name, origin] of [
  ['a foreign origin', 'https://evil.example'],
  ['the null origin', 'null'],
  ['a good origin with a suffix', 'https://good.example.evil.example'],
  ['a good origin with another scheme', 'http://good.example'],
] as const)
  test(`a handshake from ${name} is refused with 403 and never upgraded`, async (t) => {
    const { connect, hub } = await hubServer(t)
    await assert.rejects(connect({ origin }), /Unexpected server response: 403/)
    assert.equal(hub.count(), 0)
  })

test('a handshake from the good origin, and one without an origin, are upgraded', async (t) => {
  const { connect } = await hubServer(t)
  await connect({ origin: 'https://good.example' })
  await connect()
})

test('a handshake on another path is refused with 404 when nobody else listens for it', async (t) => {
  const { connect, url, server } = await hubServer(t)
  await assert.rejects(connectSocket(url.replace('live', 'other')), /404/)
  server.on('upgrade', (upgrade, socket) => {
    if (upgrade.url === '/support/other') socket.end('HTTP/1.1 418 Teapot\r\n\r\n')
  })
  await assert.rejects(connectSocket(url.replace('live', 'other')), /418/)
  await connect()
})

test('when judging a handshake fails, it is refused with 503 and the fault is logged', async (t) => {
  const { connect, logged } = await hubServer(t, {
    allowUpgrade: async () => {
      throw new Error('the database is away')
    },
  })
  await assert.rejects(connect(), /503/)
  assert.match(JSON.stringify(logged), /the database is away/)
})

test('a socket that never says hello is closed with 4401', async (t) => {
  const { connect } = await hubServer(t, { intervals: { hello: 20 } })
  const socket = await connect()
  assert.equal((await socket.next('problem')).data.problem.code, 'hello-expected')
  assert.deepEqual(await socket.closed, { code: 4401, reason: 'hello-expected' })
})

test('a first frame that is not hello closes with 4401', async (t) => {
  const { connect } = await hubServer(t)
  const socket = await connect()
  socket.send(command())
  assert.equal((await socket.closed).code, 4401)
})

for (const [name, hello, code] of [
  ['with a dead token closes with 4401', { role: 'visitor', protocol: 1, site: 's', token: 'wrong' }, 4401],
  [
    'of somebody not allowed closes with 4403',
    { role: 'visitor', protocol: 1, site: 's', token: 'forbidden' },
    4403,
  ],
  ['without its fields closes with 4400', { role: 'visitor' }, 4400],
  ['of an unknown role closes with 4400', { role: 'king', protocol: 1 }, 4400],
] as const)
  test(`a hello ${name}`, async (t) => {
    const { connect, hub } = await hubServer(t)
    const socket = await connect()
    socket.send({ type: 'hello', data: hello })
    assert.equal((await socket.closed).code, code)
    assert.equal(hub.count(), 0)
  })

test('a hello that fails for the server’s own fault closes with 1013 and tells nothing of it', async (t) => {
  const { connect, hello, logged } = await hubServer(t, {
    authenticate: async () => {
      throw new Error('password of the database is hunter2')
    },
  })
  const socket = await connect()
  socket.send(hello('ann'))
  const { problem } = (await socket.next('problem')).data
  assert.equal(problem.code, 'internal')
  assert.doesNotMatch(JSON.stringify(problem), /hunter2/)
  assert.equal((await socket.closed).code, 1013)
  assert.match(JSON.stringify(logged), /a hello failed/)
})

test('a hello with fields of a newer client is taken', async (t) => {
  const { connect, hello } = await hubServer(t)
  const socket = await connect()
  const frame = hello('ann')
  socket.send({ ...frame, extra: 1, data: { ...frame.data, extra: { deep: true } } })
  await socket.next('welcome')
})

test('garbage is answered with a problem and closed with 4400', async (t) => {
  const { join } = await hubServer(t)
  for (const garbage of ['{"type":', 'null', '[]', '"hello"', '']) {
    const socket = await join()
    socket.send(garbage)
    assert.equal((await socket.next('problem')).data.problem.code, 'malformed-json')
    assert.equal((await socket.closed).code, 4400)
  }
})

test('a binary frame closes with 4400', async (t) => {
  const { join } = await hubServer(t)
  const socket = await join()
  socket.ws.send(Buffer.from(JSON.stringify(command())))
  assert.equal((await socket.closed).code, 4400)
})

test('a frame of 33 KiB closes with 1009', async (t) => {
  const { join } = await hubServer(t)
  const socket = await join()
  socket.send('x'.repeat(33 * 1024))
  assert.equal((await socket.closed).code, 1009)
})

test('a message in 17 fragments closes with 1008; one in 16 is read', async (t) => {
  const { join } = await hubServer(t)
  const fragments = async (count: number) => {
    const socket = await join()
    const text = JSON.stringify({ type: 'ping', pad: '.'.repeat(40) })
    const size = Math.ceil(text.length / count)
    for (let part = 0; part < count; part++)
      socket.ws.send(text.slice(part * size, (part + 1) * size), { fin: part === count - 1 })
    return socket
  }
  await (await fragments(16)).next('pong')
  assert.equal((await (await fragments(17)).closed).code, 1008)
})

test('an unknown command with a client id is refused by that id, and the socket stays open', async (t) => {
  const { join } = await hubServer(t)
  const socket = await join()
  const cid = randomUUID()
  socket.send({ type: 'coffee.make', cid, data: {} })
  const nack = await socket.next('nack')
  assert.equal(nack.cid, cid)
  assert.equal(nack.data.problem.code, 'unknown-command')
  assert.equal(nack.data.retryable, false)
  socket.send(command(cid))
  assert.equal((await socket.next('ack')).cid, cid)
})

test('what has no usable client id is answered by a problem frame, and the socket stays open', async (t) => {
  const { join } = await hubServer(t)
  const socket = await join()
  for (const [frame, code] of [
    [{ type: 'coffee.make' }, 'unknown-command'],
    [{ type: '__proto__', cid: 'x' }, 'unknown-command'],
    [{ type: 'hello' }, 'unknown-command'],
    [{}, 'unknown-command'],
    [{ ...typing }, 'invalid-request'],
    [{ ...typing, cid: 'not-a-uuid' }, 'invalid-request'],
  ] as const) {
    socket.send(frame)
    assert.equal((await socket.next('problem')).data.problem.code, code, JSON.stringify(frame))
  }
  socket.send({ type: 'ping' })
  await socket.next('pong')
})

test('commands run one at a time, in order, and wait until the socket is ready', async (t) => {
  const order: string[] = []
  const { connect, hello } = await hubServer(t, {
    async onReady(socket) {
      await new Promise(setImmediate)
      order.push('ready')
      socket.send({ type: 'welcome', data: { protocol: 1, at: '', heads: {} } })
    },
    async onFrame(socket, frame) {
      order.push(`begin ${frame.data}`)
      await new Promise(setImmediate)
      order.push(`end ${frame.data}`)
      socket.send({ type: 'ack', cid: frame.cid, data: frame.data })
    },
  })
  const socket = await connect()
  socket.send(hello('ann'))
  for (const data of [1, 2, 3]) socket.send({ ...command(), data })
  for (const data of [1, 2, 3]) assert.equal((await socket.next('ack')).data, data)
  assert.deepEqual(order, ['ready', 'begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3'])
})

test('a command that throws is refused with its problem, and the next one runs', async (t) => {
  const { join, logged } = await hubServer(t, {
    async onFrame(socket, frame) {
      if (frame.data === 'closed') throw new Problem('conversation-closed')
      if (frame.data === 'bug') throw new Error('secret of the server')
      socket.send({ type: 'ack', cid: frame.cid, data: null })
    },
  })
  const socket = await join()
  for (const [data, code, retryable] of [
    ['closed', 'conversation-closed', false],
    ['bug', 'internal', true],
  ] as const) {
    socket.send({ ...command(), data })
    const nack = await socket.next('nack')
    assert.equal(nack.data.problem.code, code)
    assert.equal(nack.data.retryable, retryable)
    assert.doesNotMatch(JSON.stringify(nack), /secret/)
  }
  socket.send(command())
  await socket.next('ack')
  assert.match(JSON.stringify(logged), /secret of the server/)
})

test('commands beyond the queue are refused as busy, to be sent again', async (t) => {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { join } = await hubServer(t, {
    limits: { queue: 2 },
    async onFrame(socket, frame) {
      await held
      socket.send({ type: 'ack', cid: frame.cid, data: null })
    },
  })
  const socket = await join()
  const [a, b, c] = [command(), command(), command()]
  for (const frame of [a, b, c]) socket.send(frame)
  const nack = await socket.next('nack')
  assert.equal(nack.cid, c.cid)
  assert.equal(nack.data.problem.code, 'busy')
  assert.equal(nack.data.retryable, true)
  release()
  assert.equal((await socket.next('ack')).cid, a.cid)
  assert.equal((await socket.next('ack')).cid, b.cid)
})

test('40 frames at once are taken, the 41st closes with 4429', async (t) => {
  const at = new Date()
  const { join } = await hubServer(t, { clock: () => at })
  const socket = await join()
  // The hello was the first.
  for (let frame = 2; frame <= 41; frame++) socket.send({ type: 'ping' })
  assert.equal((await socket.closed).code, 4429)
  assert.equal(socket.frames.filter((frame) => frame.type === 'pong').length, 39)
})

test('control pings count as frames', async (t) => {
  const at = new Date()
  const { join } = await hubServer(t, { clock: () => at, limits: { frames: { perSecond: 1, burst: 5 } } })
  const socket = await join()
  for (let ping = 0; ping < 10; ping++) socket.ws.ping()
  assert.equal((await socket.closed).code, 4429)
})

test('the sixth socket of a visitor is closed with 4429; one of the five leaving makes room', async (t) => {
  const { join, connect, hello, untilCount } = await hubServer(t)
  const first = await join('ann')
  for (let count = 2; count <= 5; count++) await join('ann')
  const sixth = await connect()
  sixth.send(hello('ann'))
  assert.equal((await sixth.next('problem')).data.problem.code, 'too-many-sockets')
  assert.equal((await sixth.closed).code, 4429)
  await join('bob')
  await first.close()
  await untilCount(5)
  await join('ann')
})

test('an agent may have more sockets than a visitor', async (t) => {
  const { join, connect, hello } = await hubServer(t, { limits: { perPrincipal: { visitor: 1, agent: 2 } } })
  await join('eve', { role: 'agent' })
  await join('eve', { role: 'agent' })
  const third = await connect()
  third.send(hello('eve', 'agent'))
  assert.equal((await third.closed).code, 4429)
})

test('sockets beyond the cap of an address are refused with 429 before the upgrade', async (t) => {
  const { connect, join, untilCount } = await hubServer(t, { limits: { perIp: 2 } })
  const first = await join('ann')
  await connect()
  await assert.rejects(connect(), /429/)
  await first.close()
  await untilCount(0)
  await connect()
})

test('silent sockets beyond the cap are refused with 503, until one says hello', async (t) => {
  const { connect, hello } = await hubServer(t, { limits: { unauthenticated: 1 } })
  const first = await connect()
  await assert.rejects(connect(), /503/)
  first.send(hello('ann'))
  await first.next('welcome')
  await connect()
})

test('a refused or malformed handshake takes no place', async (t) => {
  const { connect, port } = await hubServer(t, { limits: { perIp: 1, unauthenticated: 1 } })
  await assert.rejects(connect({ origin: 'https://evil.example' }), /403/)
  // Without a key: ws answers this one itself.
  const malformed = request({
    port,
    path: '/support/live',
    headers: { connection: 'upgrade', upgrade: 'websocket' },
  })
  malformed.end()
  const [answer] = await once(malformed, 'response')
  assert.equal(answer.statusCode, 400)
  await connect()
})

test('publish reaches the room, but not who left it, not the one excepted', async (t) => {
  const sockets = new Map<string, HubSocket<{ side: string; id: string }>>()
  const { hub, join } = await hubServer(t, {
    async onReady(socket) {
      sockets.set(socket.principal.id, socket)
      socket.join('room')
      socket.send({ type: 'welcome', data: { protocol: 1, at: '', heads: {} } })
    },
  })
  const [ann, bob, eve] = [await join('ann'), await join('bob'), await join('eve')]
  sockets.get('eve')!.leave('room')
  hub.publish('room', { type: 'pong', data: { at: 'first' } }, { except: sockets.get('bob')! })
  hub.publish('nobody’s room', { type: 'pong', data: { at: 'lost' } })
  sockets.get('eve')!.send({ type: 'pong', data: { at: 'last' } })
  hub.publish('room', { type: 'pong', data: { at: 'last' } })
  assert.equal((await ann.next('pong')).data.at, 'first')
  assert.equal((await bob.next('pong')).data.at, 'last')
  assert.equal((await eve.next('pong')).data.at, 'last')
  assert.equal([...hub.inRoom('room')].length, 2)
  assert.deepEqual([...sockets.get('ann')!.rooms], ['room'])
})

test('a socket that goes is told to its owner once and leaves its rooms', async (t) => {
  let told = (_id: string): void => {}
  const gone = new Promise<string>((resolve) => {
    told = resolve
  })
  const { hub, join, untilCount } = await hubServer(t, { onClose: (socket) => told(socket.principal.id) })
  const ann = await join('ann')
  assert.equal(
    hub.count((socket) => socket.principal.side === 'visitor'),
    1,
  )
  ann.ws.terminate()
  assert.equal(await gone, 'ann')
  await untilCount(0)
  assert.equal([...hub.inRoom('everybody')].length, 0)
})

test('frames that arrive after a close from this side are ignored', async (t) => {
  let ran = 0
  const { hub, join } = await hubServer(t, {
    async onFrame() {
      ran += 1
    },
  })
  const ann = await join('ann')
  // The socket is closed before any of these can have been read.
  for (let frame = 0; frame < 10; frame++) ann.send(command())
  for (const socket of hub.sockets()) socket.close(4403, 'deactivated')
  assert.deepEqual(await ann.closed, { code: 4403, reason: 'deactivated' })
  assert.equal(ran, 0)
})

test('a closing hub finishes the command at work, says goodbye and closes with 1012', async (t) => {
  let runs = 0
  let begun = (): void => {}
  const working = new Promise<void>((resolve) => {
    begun = resolve
  })
  let finish = (): void => {}
  const held = new Promise<void>((resolve) => {
    finish = resolve
  })
  const { hub, join, connect } = await hubServer(t, {
    async onFrame(socket, frame) {
      runs += 1
      begun()
      await held
      socket.send({ type: 'ack', cid: frame.cid, data: null })
    },
  })
  const ann = await join('ann')
  const silent = await connect()
  ann.send(command())
  await working
  const closing = hub.close()
  await assert.rejects(connect(), /503/)
  // Read before the pong can come, and ignored: the client will send it again elsewhere.
  ann.send(command())
  ann.ws.ping()
  await once(ann.ws, 'pong')
  finish()
  await closing
  assert.equal(runs, 1)
  assert.deepEqual(
    ann.frames.map((frame) => frame.type),
    ['ack', 'goodbye'],
  )
  const { retry_in_ms } = ann.frames.at(-1)!.data
  assert.ok(retry_in_ms >= 0 && retry_in_ms < 15_000)
  assert.equal((await ann.closed).code, 1012)
  assert.equal((await silent.closed).code, 1012)
})

test('a hub serves several servers and lets go of all of them', async (t) => {
  const { hub, server } = await hubServer(t)
  const second = createServer()
  hub.attach(second)
  second.listen(0)
  await once(second, 'listening')
  await hub.close()
  assert.equal(server.listenerCount('upgrade') + second.listenerCount('upgrade'), 0)
  second.close()
})

test('a socket that goes while it is being made ready leaves no trace: its end is told last', async (t) => {
  const order: string[] = []
  let noticed = (): void => {}
  const gone = new Promise<void>((resolve) => {
    noticed = resolve
  })
  let told = (): void => {}
  const end = new Promise<void>((resolve) => {
    told = resolve
  })
  const { hub, connect, hello } = await hubServer(t, {
    metrics: { opened() {}, closed: () => noticed(), command() {}, dropped() {} },
    async onReady(socket) {
      order.push('begin')
      ann.ws.terminate()
      await gone
      socket.join('late')
      order.push('ready')
    },
    onClose() {
      order.push('closed')
      told()
    },
  })
  const ann = await connect()
  ann.send(hello('ann'))
  await end
  assert.deepEqual(order, ['begin', 'ready', 'closed'])
  assert.equal([...hub.inRoom('late')].length, 0)
})
