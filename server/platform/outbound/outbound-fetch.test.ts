// Requests to addresses somebody typed: what lies inside is never asked, whichever way the address is written.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import http, { type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import test, { type TestContext } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createAddressRule } from './address-rule.ts'
import { createOutbound, type OutboundError, type OutboundReason } from './outbound-fetch.ts'

/** A server that counts who comes. */
async function listen(t: TestContext, host: string, answer: RequestListener, port = 0) {
  let hits = 0
  const server = http.createServer((request, response) => {
    hits += 1
    answer(request, response)
  })
  server.listen(port, host)
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, hits: () => hits }
}

const ok: RequestListener = (_request, response) => response.end('inside')
const named = (addresses: Record<string, string[]>) => async (host: string) =>
  (addresses[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const failsAs = (reason: OutboundReason) => (error: OutboundError) => {
  assert.equal(error.reason, reason, error.message)
  return true
}

test('outbound: a canary on loopback is not asked, however its address is spelt or its name resolves', async (t) => {
  const canary = await listen(t, '127.0.0.1', ok)
  const outbound = createOutbound({
    ports: [canary.port],
    resolve: named({
      '127.0.0.1.nip.io': ['127.0.0.1'],
      'mixed.example': ['93.184.216.34', '127.0.0.1'],
      'mapped.example': ['::ffff:127.0.0.1'],
      'hex.example': ['0:0:0:0:0:ffff:7f00:0001'],
      'nat64.example': ['64:ff9b::7f00:1'],
      'sixtofour.example': ['2002:7f00:1::'],
      localhost: ['127.0.0.1', '::1'],
    }),
  })
  for (const host of [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '127.0.0.1.nip.io',
    'mixed.example',
    'mapped.example',
    'hex.example',
    'nat64.example',
    'sixtofour.example',
    'localhost',
    'LOCALHOST',
  ])
    await assert.rejects(outbound.fetch(`http://${host}:${canary.port}/`), failsAs('refused'), host)
  assert.equal(canary.hits(), 0)
})

test('outbound: a name that changes its answer gets the connection to where it was judged', async (t) => {
  const open = await listen(t, '127.0.0.2', (_request, response) => response.end('outside'))
  const canary = await listen(t, '127.0.0.1', ok, open.port)
  let asked = 0
  const outbound = createOutbound({
    allow: ['127.0.0.2/32'],
    async resolve() {
      asked += 1
      return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
    },
  })
  const answer = await outbound.fetch(`http://rebinding.example:${open.port}/`)
  assert.equal(answer.body.toString(), 'outside')
  assert.deepEqual([asked, open.hits(), canary.hits()], [1, 1, 0])
})

test('outbound: a redirect inside is not followed, nor any where none is allowed', async (t) => {
  const canary = await listen(t, '127.0.0.1', ok)
  let to = `http://127.0.0.1:${canary.port}/`
  const open = await listen(t, '127.0.0.2', (request, response) =>
    request.url === '/there'
      ? response.end(JSON.stringify(request.headers))
      : response.writeHead(302, { location: to }).end('moved'),
  )
  const outbound = createOutbound({ allow: ['127.0.0.2/32'], ports: [canary.port] })
  const address = `http://127.0.0.2:${open.port}/`
  await assert.rejects(outbound.fetch(address), failsAs('redirect'))
  await assert.rejects(outbound.fetch(address, { redirects: 3 }), failsAs('refused'))
  assert.equal(canary.hits(), 0)
  to = `http://localhost:${canary.port}/`
  await assert.rejects(outbound.fetch(address, { redirects: 3 }), failsAs('refused'))
  to = 'file:///etc/passwd'
  await assert.rejects(outbound.fetch(address, { redirects: 3 }), failsAs('invalid'))
  to = '/'
  await assert.rejects(outbound.fetch(address, { redirects: 3 }), failsAs('redirect'))
  to = '/there'
  await assert.rejects(outbound.fetch(address, { redirects: 3, method: 'POST' }), failsAs('redirect'))
  await assert.rejects(outbound.fetch(address, { redirects: 3, mayFollow: () => false }), failsAs('redirect'))
  const headers = { authorization: 'Bearer x', accept: 'text/html' }
  const same = await outbound.fetch(address, { redirects: 1, headers })
  assert.equal(same.url, `${address}there`)
  assert.equal(JSON.parse(same.body.toString()).authorization, 'Bearer x')
  assert.equal(canary.hits(), 0)
})

test('outbound: a secret meant for one origin does not go on to the next', async (t) => {
  const second = await listen(t, '127.0.0.3', (request, response) =>
    response.end(JSON.stringify(request.headers)),
  )
  const first = await listen(t, '127.0.0.2', (_request, response) =>
    response.writeHead(302, { location: `http://127.0.0.3:${second.port}/` }).end(),
  )
  const outbound = createOutbound({ allow: ['127.0.0.2/31'] })
  const answer = await outbound.fetch(`http://127.0.0.2:${first.port}/`, {
    redirects: 1,
    headers: { Authorization: 'Bearer x', accept: 'text/html' },
  })
  const seen = JSON.parse(answer.body.toString())
  assert.equal(seen.authorization, undefined)
  assert.equal(seen.accept, 'text/html')
})

test('outbound: other ports, schemes and names in the address are refused before anything is asked', async () => {
  const outbound = createOutbound({ resolve: named({ 'shop.example': ['93.184.216.34'] }) })
  await assert.rejects(outbound.fetch('http://shop.example:22/'), failsAs('refused'))
  await assert.rejects(outbound.fetch('http://shop.example:6379/'), failsAs('refused'))
  for (const address of [
    'ftp://shop.example/',
    'file:///etc/passwd',
    'gopher://x',
    'nothing',
    'http://a:b@shop.example/',
  ])
    await assert.rejects(outbound.fetch(address), failsAs('invalid'), address)
  await assert.rejects(outbound.fetch('http://unknown.example/'), failsAs('refused'))
})

test('outbound: an answer that is too large, packed or not, too slow, or broken off, is let go of', async (t) => {
  const bomb = gzipSync(Buffer.alloc(1_000_000))
  const server = await listen(t, '127.0.0.2', (request, response) => {
    if (request.url === '/stream') {
      const more = () => response.destroyed || response.write(Buffer.alloc(10_000), () => setImmediate(more))
      more()
    } else if (request.url === '/announced')
      response.writeHead(200, { 'content-length': '999999' }).flushHeaders()
    else if (request.url === '/bomb') response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    else if (request.url === '/cut')
      response.writeHead(200, { 'content-length': '10' }).write('1', () => response.destroy())
    else if (request.url === '/packed')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('small'))
  })
  const outbound = createOutbound({ allow: ['127.0.0.2'] })
  const get = (path: string, timeoutMs = 5000) =>
    outbound.fetch(`http://127.0.0.2:${server.port}${path}`, { maxBytes: 100_000, timeoutMs })
  for (const path of ['/stream', '/announced', '/bomb'])
    await assert.rejects(get(path), failsAs('too-large'), path)
  await assert.rejects(get('/cut'), failsAs('unreachable'))
  await assert.rejects(get('/silent', 50), failsAs('timeout'))
  assert.equal((await get('/packed')).body.toString(), 'small')
})

test('outbound: a name that never resolves ends in time, and the caller may end it before', async () => {
  const outbound = createOutbound({ resolve: () => new Promise(() => {}) })
  await assert.rejects(outbound.fetch('http://slow.example/', { timeoutMs: 20 }), failsAs('timeout'))
  const controller = new AbortController()
  const asked = outbound.fetch('http://slow.example/', { signal: controller.signal })
  controller.abort(new Error('Enough.'))
  await assert.rejects(asked, /Enough/)
})

test('outbound: what the connection is made of is not the caller’s', async (t) => {
  const server = await listen(t, '127.0.0.2', (request, response) =>
    request.on('data', () => {}).on('end', () => response.end(JSON.stringify(request.headers))),
  )
  const outbound = createOutbound({ allow: ['127.0.0.2'] })
  const url = `http://127.0.0.2:${server.port}/`
  const headers = { Host: 'metadata.internal', 'Transfer-Encoding': 'chunked', 'x-own': '1' }
  const answer = await outbound.fetch(url, { method: 'POST', headers, body: 'ä' })
  const seen = JSON.parse(answer.body.toString())
  assert.deepEqual(
    [seen.host, seen['transfer-encoding'], seen['content-length'], seen['x-own']],
    [`127.0.0.2:${server.port}`, undefined, '2', '1'],
  )
  await assert.rejects(outbound.fetch(url, { headers: { 'x-own': 'a\r\nb: c' } }), failsAs('invalid'))
})

for (const [address, open] of [
  ['93.184.216.34', true],
  ['2606:4700::6810:84e5', true],
  ['10.0.0.1', false],
  ['100.100.100.200', false],
  ['169.254.169.254', false],
  ['168.63.129.16', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['198.19.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['fe80::1%eth0', false],
  ['fd00:ec2::254', false],
  ['ff02::1', false],
  ['64:ff9b:1::1', false],
  ['2001:0:4136:e378::', false],
  ['::ffff:93.184.216.34', true],
  ['::ffff:10.0.0.1', false],
  ['nonsense', false],
] as const)
  test(`address rule: ${address} is ${open ? 'open' : 'closed'}`, () => {
    assert.equal(createAddressRule().isOpen(address), open)
  })

test('address rule: what the operator has opened is open, and its neighbours are not', () => {
  const rule = createAddressRule(['10.1.0.0/16', 'fd00::/8', '192.168.0.7'])
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd00::1', '192.168.0.7'])
    assert.ok(rule.isOpen(address))
  for (const address of ['10.2.0.1', '192.168.0.8', 'fe80::1']) assert.ok(!rule.isOpen(address))
})
