// Addresses as limits count them, and whose they are behind proxies.

import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import test from 'node:test'
import express from 'express'
import { clientIp } from './client-ip.ts'
import { requestIpOf } from './request-ip.ts'

for (const [given, counted] of [
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['not an address', 'not an address'],
  [undefined, 'unknown'],
] as const)
  test(`${given} is counted as ${counted}`, () => {
    assert.equal(clientIp(given), counted)
  })

test('a handshake’s address follows the app’s trust in proxies, no further', () => {
  const handshake = {
    headers: { 'x-forwarded-for': '203.0.113.9, 10.0.0.1' },
    socket: { remoteAddress: '127.0.0.1' },
  }
  for (const [trust, expected] of [
    [false, '127.0.0.1'],
    [1, '10.0.0.1'],
    [2, '203.0.113.9'],
    [['loopback'], '10.0.0.1'],
    [['loopback', '10.0.0.0/8'], '203.0.113.9'],
  ] as const) {
    const app = express()
    app.set('trust proxy', trust)
    assert.equal(requestIpOf(app)(handshake as unknown as IncomingMessage), expected, String(trust))
  }
})
