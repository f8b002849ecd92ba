// What is kept of a visit: a device by its name, a page's address without secrets, a zone there is.

import assert from 'node:assert/strict'
import test from 'node:test'
import { timeZoneOf } from '../platform/time-zone.ts'
import { deviceOf, withTouch } from './device.ts'
import { keptAddress } from './page-address.ts'

const AGENTS: readonly (readonly [string, string])[] = [
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36',
    'Chrome Windows computer',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36 Edg/149.0.0.0',
    'Edge Windows computer',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'Safari macOS computer',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    'Safari iPhone phone',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/149.0.0.0 Mobile/15E148 Safari/604.1',
    'Chrome iPhone phone',
  ],
  ['Mozilla/5.0 (Android 16; Mobile; rv:146.0) Gecko/146.0 Firefox/146.0', 'Firefox Android phone'],
  [
    'Mozilla/5.0 (Linux; Android 16; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Safari/537.36',
    'Samsung Internet Android tablet',
  ],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36',
    'Chrome ChromeOS computer',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0', 'Firefox Linux computer'],
]

test('a device is known by what its browser calls itself', () => {
  for (const [text, expected] of AGENTS) {
    const { browser, system, kind } = deviceOf({ 'user-agent': text })!
    assert.equal(`${browser} ${system} ${kind}`, expected)
  }
  assert.equal(deviceOf({ 'user-agent': 'curl/8.5.0' }), undefined)
  assert.equal(deviceOf({}), undefined)
  const mac = deviceOf({ 'user-agent': AGENTS[2]![0] })
  assert.equal(withTouch(mac, true)?.kind, 'tablet')
  assert.equal(withTouch(mac, false), mac)
})

test('an address is kept without what lets anybody in or names somebody', () => {
  for (const [given, kept] of [
    ['https://shop.example/cart?step=2#pay', 'https://shop.example/cart?step=2'],
    ['https://nora:pw@shop.example/', 'https://shop.example/'],
    ['https://shop.example/?token=abc&sort=price', 'https://shop.example/?sort=price'],
    ['https://shop.example/?q=nora%40example.com&page=2', 'https://shop.example/?page=2'],
    ['https://shop.example/?x=eyJhbGciOi.eyJzdWIi.c2ln', 'https://shop.example/'],
    ['https://shop.example/reset/9f86d081884c7d659a2feaa0c55ad015', 'https://shop.example/reset/%E2%80%A6'],
    ['https://shop.example/u/nora%40example.com/orders', 'https://shop.example/u/%E2%80%A6/orders'],
    [
      'https://shop.example/returns-and-refunds-2024-edition',
      'https://shop.example/returns-and-refunds-2024-edition',
    ],
    [
      'https://shop.example/p/0198c0de-0000-7000-8000-000000000000',
      'https://shop.example/p/0198c0de-0000-7000-8000-000000000000',
    ],
    ['https://shop.example/?nora%40example.com=1', 'https://shop.example/'],
    ['https://shop.example/o/9f86d081884c7d659a2feaa0', 'https://shop.example/o/%E2%80%A6'],
    ['https://shop.example/s/aB3-dE5_fG7-hI9_jK1-lM3_nO5-pQ7_', 'https://shop.example/s/%E2%80%A6'],
    // Encoded twice and more often, wrongly, or inside something else.
    ['https://shop.example/?x=nora%2540example.com', 'https://shop.example/'],
    ['https://shop.example/?x=nora%25252540example.com', 'https://shop.example/'],
    ['https://shop.example/u/nora%40example.com%4', 'https://shop.example/u/%E2%80%A6'],
    ['https://shop.example/?next=https%3A%2F%2Fs.example%2F%3Ftoken%3Dabc&p=1', 'https://shop.example/?p=1'],
    ['https://shop.example/?data=%7B%22token%22%3A%22abc%22%7D', 'https://shop.example/'],
    ['https://shop.example/cart.do;jsessionid=AB12', 'https://shop.example/cart.do'],
    ['https://shop.example/reset-password/abc123', 'https://shop.example/reset-password/%E2%80%A6'],
    ['https://shop.example/call/+4712345678', 'https://shop.example/call/%E2%80%A6'],
    ['https://shop.example/help/reset-password/how-to', 'https://shop.example/help/reset-password/how-to'],
    ['https://shop.example/100%25-cotton?sort=a:b', 'https://shop.example/100%25-cotton?sort=a:b'],
    [`https://shop.example/${'@/'.repeat(900)}`, 'https://shop.example/'],
    [`https://shop.example/p?q=${'靴'.repeat(600)}`, 'https://shop.example/p'],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
  ] as const)
    assert.equal(keptAddress(given), kept)
})

test('a made-up time zone, and a bare offset, is none', () => {
  assert.equal(timeZoneOf('Europe/Oslo'), 'Europe/Oslo')
  for (const given of ['Fjord/Nowhere', '+02:00', '', 'x'.repeat(64), undefined])
    assert.equal(timeZoneOf(given), null)
})
