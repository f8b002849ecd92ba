// The limits of open sockets where several nodes hold them. The nodes' time is the test's.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { hubServer } from '../../../test/helpers/hub-server.ts'
import { linkedBuses } from '../../../test/helpers/linked-buses.ts'
import { manualTime } from '../../../test/helpers/manual-time.ts'
import { createPeers } from '../bus/peers.ts'
import { createSharedMap } from '../bus/shared-map.ts'
import { createSocketCounts } from './socket-counts.ts'

function nodes() {
  const { time, advance } = manualTime()
  const wire = linkedBuses({ time })
  const start = () => {
    const bus = wire.add()
    const map = createSharedMap<number>({ name: 'sockets', bus, peers: createPeers({ bus, time }), time })
    return { bus, counts: createSocketCounts(map), sizeOfAll: () => map.all().size }
  }
  const node = async (t: TestContext, limits?: { perIp: number }) => {
    const { bus, counts, sizeOfAll } = start()
    return { bus, sizeOfAll, ...(await hubServer(t, { elsewhere: counts, ...(limits && { limits }) })) }
  }
  return { start, node, advance }
}

test('the sixth socket of a visitor is refused, whichever nodes hold the five', async (t) => {
  const { node, advance } = nodes()
  const [a, b] = [await node(t), await node(t)]
  advance(100)
  const held = [await a.join(), await a.join(), await a.join(), await b.join()]
  advance(100)
  await b.join()
  advance(100)
  for (const { connect, hello } of [a, b]) {
    const sixth = await connect()
    sixth.send(hello('ann'))
    assert.equal((await sixth.next('problem')).data.problem.code, 'too-many-sockets')
  }
  await b.join('bob')
  await held[0]!.close()
  await a.untilCount(2)
  advance(100)
  await b.join()
})

test('sockets of a node that has just died keep nobody out of another', async (t) => {
  const { node, advance } = nodes()
  const [a, b] = [await node(t), await node(t)]
  advance(100)
  for (let count = 0; count < 5; count++) await b.join()
  advance(100)
  b.bus.unplug()
  advance(3100)
  await a.join()
})

test('an address is counted over all nodes once it has many sockets, and told of only then', async (t) => {
  const { node, advance } = nodes()
  const [a, b] = [await node(t, { perIp: 12 }), await node(t, { perIp: 12 })]
  advance(100)
  for (let count = 0; count < 9; count++) await a.connect()
  advance(100)
  assert.equal(b.sizeOfAll(), 0)
  await a.connect()
  advance(100)
  await b.connect()
  await b.connect()
  await assert.rejects(b.connect(), /429/)
})
