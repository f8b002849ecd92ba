// What a bus promises, whatever carries it: the same tests for all of them.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { createTcpProxy, type TcpProxy } from '../../../test/chaos/tcp-proxy.ts'
import { eventually, inTime } from '../../../test/helpers/bounded-wait.ts'
import { NO_REDIS, startRedis } from '../../../test/helpers/redis-server.ts'
import { testDatabase } from '../../../test/helpers/test-database.ts'
import type { Log } from '../log.ts'
import { connectRedis, type Redis } from '../redis.ts'
import type { Bus } from './bus.ts'
import { createCarriedBus } from './carried-bus.ts'
import type { Carrier } from './carrier.ts'
import { createInProcessBus } from './in-process-bus.ts'
import { createPostgresCarrier } from './postgres-carrier.ts'
import { createRedisCarrier } from './redis-carrier.ts'

declare module './bus.ts' {
  interface BusTopics {
    'test.counted': { n: number; text?: string; here?: { row: string } }
  }
}

/**
 * It comes back at once: a test waits for that, not for time. But a busy machine may be long in answering, and who is
 * taken for lost misses what is told meanwhile.
 */
const INTERVALS = { connect: 10_000, probe: 60, deadline: 10_000, firstWait: 5, longestWait: 40 }
/** For the test in which the other end does not answer at all. */
const SOON_LOST = { ...INTERVALS, deadline: 1000 }
const quiet = { info() {}, warn() {} }

interface Desk {
  /** One more node that hears already. */
  node(log?: Pick<Log, 'info' | 'warn'>, intervals?: typeof INTERVALS): Promise<Bus>
}

interface SharedDesk extends Desk {
  /** The path of the connections by which nodes hear. */
  path: TcpProxy
  /** The other end breaks them. */
  breakListening(): Promise<void>
}

const failing = (error: unknown): never => assert.fail(String(error))

/** Resolves when the bus hears, for the first time or again. */
const opened = (bus: Bus): Promise<void> => {
  const gap = new Promise<void>((resolve) => {
    const stop = bus.onGap(() => {
      stop()
      resolve()
    })
  })
  return inTime('the bus hears', gap)
}

async function startBus(
  t: TestContext,
  carrier: Carrier,
  log: Pick<Log, 'info' | 'warn'> = quiet,
  intervals = INTERVALS,
): Promise<Bus> {
  const bus = createCarriedBus({ carrier, onError: failing, log, intervals, aloneAfter: Infinity })
  t.after(() => bus.close())
  await opened(bus)
  return bus
}

async function pathTo(t: TestContext, url: string): Promise<{ path: TcpProxy; through: string }> {
  const through = new URL(url)
  const port = Number(through.port)
  const path = await createTcpProxy({ targets: () => [port] })
  // Asked again from inside, this comes after what goes through it is closed.
  t.after(() => t.after(() => path.close()))
  through.hostname = '127.0.0.1'
  through.port = String(path.port)
  return { path, through: through.href }
}

async function alone(t: TestContext): Promise<Desk> {
  const bus = createInProcessBus({ onError: failing })
  t.after(() => bus.close())
  return { node: async () => bus }
}

async function onPostgres(t: TestContext): Promise<SharedDesk> {
  const { db, url } = await testDatabase(t)
  const { path, through } = await pathTo(t, url)
  return {
    node: (log, intervals) => startBus(t, createPostgresCarrier({ db, url: through }), log, intervals),
    path,
    async breakListening() {
      await db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'deskbell-listen' and datname = current_database()`,
      )
    },
  }
}

/** Not `once` of node:events, which an error ends. */
const isReadyAgain = ({ client }: Redis): Promise<void> =>
  inTime('Redis is ready', new Promise((resolve) => void client.once('ready', () => resolve())))

async function readyRedis(t: TestContext, url: string): Promise<Redis> {
  const redis = connectRedis({ url, log: quiet })
  t.after(() => redis.close())
  if (!redis.isReady()) await isReadyAgain(redis)
  return redis
}

async function onRedis(t: TestContext): Promise<SharedDesk> {
  const { db } = await testDatabase(t)
  const server = await startRedis(t)
  const { path, through } = await pathTo(t, server.url)
  return {
    async node(log, intervals) {
      const redis = await readyRedis(t, server.url)
      return startBus(t, createRedisCarrier({ redis, url: through, db }), log, intervals)
    },
    path,
    breakListening: async () => path.sever(),
  }
}

/** Everything of the topic a bus hears, and a way to wait for so many. */
function listen(bus: Bus) {
  const heard: { n: number; text?: string; here?: { row: string } }[] = []
  bus.on('test.counted', (payload) => void heard.push(payload))
  return {
    heard,
    numbers: () => heard.map(({ n }) => n),
    count: (count: number) =>
      eventually(() => heard.length >= count, { what: () => `${count} pieces of news, not ${heard.length}` }),
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index)

const ALL = [
  { name: 'in process', start: alone, skip: false },
  { name: 'PostgreSQL', start: onPostgres, skip: false },
  { name: 'Redis', start: onRedis, skip: NO_REDIS },
]
const SHARED = [
  { name: 'PostgreSQL', start: onPostgres, skip: false },
  { name: 'Redis', start: onRedis, skip: NO_REDIS },
]

for (const { name, start, skip } of ALL) {
  test(`bus, ${name}: every node hears everything once, in each teller’s order`, { skip }, async (t) => {
    const desk = await start(t)
    const nodes = [await desk.node(), await desk.node(), await desk.node()]
    const ears = nodes.map(listen)
    for (const n of range(0, 50)) {
      nodes[0]!.emit('test.counted', { n })
      nodes[1]!.emit('test.counted', { n: 1000 + n })
    }
    await Promise.all(ears.map((ear) => ear.count(100)))
    // Everything told so far has arrived when this has: it comes behind.
    nodes[0]!.emit('test.counted', { n: 5000 })
    nodes[1]!.emit('test.counted', { n: 6000 })
    await Promise.all(ears.map((ear) => ear.count(102)))
    for (const ear of ears) {
      assert.equal(ear.heard.length, 102)
      const first = ear.numbers().filter((n) => n < 1000 || n === 5000)
      const second = ear.numbers().filter((n) => (n >= 1000 && n < 2000) || n === 6000)
      assert.deepEqual(first, [...range(0, 50), 5000])
      assert.deepEqual(second, [...range(1000, 1050), 6000])
    }
  })

  test(`bus, ${name}: large news and every character arrive whole`, { skip }, async (t) => {
    const desk = await start(t)
    const [teller, hearer] = [await desk.node(), await desk.node()]
    const ear = listen(hearer)
    const text = `${'Grüße 🛎️ عربى \u0000 " \\ '.repeat(20_000)}end`
    teller.emit('test.counted', { n: 1 })
    teller.emit('test.counted', { n: 2, text })
    teller.emit('test.counted', { n: 3 })
    await ear.count(3)
    assert.deepEqual(ear.numbers(), [1, 2, 3])
    assert.equal(ear.heard[1]!.text, text)
  })

  test(`bus, ${name}: a burst of 10,000 arrives whole and in order`, { skip }, async (t) => {
    const desk = await start(t)
    const [teller, hearer] = [await desk.node(), await desk.node()]
    const ear = listen(hearer)
    for (const n of range(0, 10_000)) teller.emit('test.counted', { n })
    await ear.count(10_000)
    assert.deepEqual(ear.numbers(), range(0, 10_000))
  })

  test(`bus, ${name}: what is told here stays here`, { skip }, async (t) => {
    const desk = await start(t)
    const [teller, hearer] = [await desk.node(), await desk.node()]
    const [own, other] = [listen(teller), listen(hearer)]
    teller.emitHere('test.counted', { n: 1 })
    teller.emit('test.counted', { n: 2, here: { row: 'a row' } })
    await Promise.all([own.count(2), other.count(1)])
    assert.deepEqual(own.numbers(), [1, 2])
    assert.deepEqual(own.heard[1], { n: 2, here: { row: 'a row' } })
    // In process the other node is the same one.
    if (teller !== hearer) assert.deepEqual(other.heard, [{ n: 2 }])
  })

  test(`bus, ${name}: last words before closing arrive`, { skip }, async (t) => {
    const desk = await start(t)
    const [teller, hearer] = [await desk.node(), await desk.node()]
    const ear = listen(hearer)
    teller.emit('test.counted', { n: 1 })
    if (teller !== hearer) await teller.close()
    await ear.count(1)
  })
}

for (const { name, start, skip } of SHARED) {
  test(`bus, ${name}: a broken listener hears again, and says it may have missed something`, {
    skip,
  }, async (t) => {
    const desk = await start(t)
    const [teller, hearer] = [await desk.node(), await desk.node()]
    const ear = listen(hearer)
    const again = opened(hearer)
    await desk.breakListening()
    await again
    teller.emit('test.counted', { n: 7 })
    await ear.count(1)
    assert.deepEqual(ear.numbers(), [7])
  })

  test(`bus, ${name}: a half-open listener is found out by asking, with one line in the log`, {
    skip,
  }, async (t) => {
    const desk = await start(t)
    const teller = await desk.node()
    const lines: string[] = []
    let noticed = (): void => {}
    const notice = new Promise<void>((resolve) => {
      noticed = resolve
    })
    const hearer = await desk.node(
      {
        info: (text: unknown) => void lines.push(String(text)),
        warn(_fields: unknown, text?: string) {
          lines.push(text ?? '')
          noticed()
        },
      } as Pick<Log, 'info' | 'warn'>,
      SOON_LOST,
    )
    const ear = listen(hearer)
    desk.path.set({ swallowing: ['up', 'down'] })
    // Nothing but its own asking tells: a line that is held gives no sign.
    await inTime('a word that it hears nothing', notice)
    const again = opened(hearer)
    desk.path.heal()
    await again
    teller.emit('test.counted', { n: 2 })
    await ear.count(1)
    assert.deepEqual(ear.numbers(), [2])
    assert.deepEqual(lines, [
      'bus: news of other nodes are not heard',
      'bus: news of other nodes are heard again',
    ])
  })
}

test('bus, Redis: a node boots while Redis is away, and lives through its end and its return', {
  skip: NO_REDIS,
}, async (t) => {
  const { db } = await testDatabase(t)
  const server = await startRedis(t)
  await server.kill()
  const nodes = [0, 1].map(() => {
    const redis = connectRedis({ url: server.url, log: quiet })
    t.after(() => redis.close())
    const carrier = createRedisCarrier({ redis, url: server.url, db })
    const bus = createCarriedBus({
      carrier,
      onError: failing,
      log: quiet,
      intervals: INTERVALS,
      aloneAfter: Infinity,
    })
    t.after(() => bus.close())
    return { redis, bus, own: listen(bus) }
  })
  const allReady = () =>
    Promise.all(nodes.map(({ bus, redis }) => Promise.all([opened(bus), isReadyAgain(redis)])))
  const [teller, hearer] = [nodes[0]!, nodes[1]!]
  teller.bus.emit('test.counted', { n: 1 })
  await teller.own.count(1)
  for (const n of [2, 3]) {
    const ready = allReady()
    await server.start()
    await ready
    teller.bus.emit('test.counted', { n })
    await hearer.own.count(n - 1)
    await server.kill()
  }
  assert.deepEqual(hearer.own.numbers(), [2, 3])
})

test('bus: two desks on one Redis do not hear each other', { skip: NO_REDIS }, async (t) => {
  const server = await startRedis(t)
  const redis = await readyRedis(t, server.url)
  const busOf = async () => {
    const { db } = await testDatabase(t)
    // Tests' databases are copies of one another, which desks' are not.
    await db.query('update instance set id = gen_random_uuid() returning id')
    return { db, bus: await startBus(t, createRedisCarrier({ redis, url: server.url, db })) }
  }
  const [teller, stranger] = [await busOf(), await busOf()]
  const ear = listen(stranger.bus)
  const neighbour = await startBus(t, createRedisCarrier({ redis, url: server.url, db: stranger.db }))
  teller.bus.emit('test.counted', { n: 1 })
  await teller.bus.close()
  // Redis delivers in order: what was published before this would have come before it.
  neighbour.emit('test.counted', { n: 2 })
  await ear.count(1)
  assert.deepEqual(ear.numbers(), [2])
})
