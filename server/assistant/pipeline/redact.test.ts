// What a model never sees, and what it must go on seeing.

import assert from 'node:assert/strict'
import test from 'node:test'
import { type Redaction, redact, redactUrl } from './redact.ts'
import { redactTurns } from './redact-turns.ts'

const ALL: Redaction = { cards: true, ibans: true, national_ids: true, phones: true, emails: true }

const IDS: Record<string, string> = {
  'United States': '219-09-9999',
  'Great Britain': 'AB 12 34 56 C',
  'Spain, DNI': '12345678Z',
  'Spain, NIE': 'X1234567L',
  Italy: 'RSSMRA85T10A562S',
  India: '2341 2341 2346',
  Brazil: '529.982.247-25',
  Germany: '86095742719',
  Norway: '01010750160',
  Poland: '44051401359',
  Turkey: '10000000146',
  Sweden: '811218-9876',
  Denmark: '211062-5629',
  Finland: '131052-308T',
  France: '2 55 08 14 168 025 38',
  Belgium: '93.05.18-223.61',
  China: '11010519491231002X',
  'The Netherlands': 'BSN 111222333',
  'a passport': 'passport number C01X00T47',
}

for (const [country, number] of Object.entries(IDS))
  test(`redact: a number of identity of ${country} goes`, () => {
    assert.doesNotMatch(redact(`It is ${number}, thanks.`), /\d{3}/)
  })

test('redact: cards and IBANs by their check digits, however they are spaced', () => {
  for (const card of ['4111 1111 1111 1111', '4111-1111-1111-1111', '378282246310005', '٤١١١١١١١١١١١١١١١'])
    assert.equal(redact(`card ${card}.`), 'card [card number].')
  for (const iban of ['NO93 8601 1117 947', 'DE89370400440532013000', 'gb82 west 1234 5698 7654 32'])
    assert.equal(redact(`to ${iban} please`), 'to [IBAN] please')
})

test('redact: phones as they are written at home and abroad, and addresses however the sign is hidden', () => {
  for (const phone of [
    '+47 912 34 567',
    '0049 30 1234567',
    '030 1234567',
    '(030) 123 45 67',
    '(555) 123-4567',
    '555-123-4567',
  ])
    assert.equal(redact(`call ${phone} now`), 'call [phone number] now', phone)
  for (const address of [
    'nora@example.com',
    'nora.b+x@mail.example.co.uk',
    'nora [at] example.com',
    'nora%40example.com',
  ])
    assert.equal(redact(`at ${address} or so`), 'at [e-mail] or so', address)
})

test('redact: orders, prices, sizes, dates and part numbers stay', () => {
  for (const text of [
    'order 1234567890123456 has 13 links',
    'Order 20418, DB-7K3M92QF, tracking 00340434161094042557',
    'It costs 1.299,00 EUR since 2026-11-21 at 08:30',
    'SRAM XX1 12-speed, 700x28c, 31.8 mm, part 00.7918.098.000',
    'I paid 120 and 60 on 21.11.2026',
    'order 123456789 and invoice 2024-000123',
    '10 000 km, 5-7 days, 24/7',
  ])
    assert.equal(redact(text), text)
})

test('redact: each kind can be left in by the owner, and only that one', () => {
  const text = 'nora@example.com +47 912 34 567 4111111111111111 DE89370400440532013000 12345678Z'
  const kept: Record<keyof Redaction, string> = {
    emails: 'nora@example.com',
    phones: '+47 912 34 567',
    cards: '4111111111111111',
    ibans: 'DE89370400440532013000',
    national_ids: '12345678Z',
  }
  for (const [kind, value] of Object.entries(kept)) {
    const left = redact(text, { ...ALL, [kind]: false })
    for (const other of Object.values(kept))
      assert.equal(left.includes(other), other === value, `${kind}: ${left}`)
  }
})

test('redact: of a page’s address only its place is left, without what names somebody', () => {
  assert.equal(
    redactUrl('https://shop.example/account/nora%40example.com/orders?token=abc#x', ALL),
    'https://shop.example/account/[e-mail]/orders',
  )
  assert.equal(redactUrl('javascript:alert(1)', ALL), '')
  assert.equal(redactUrl('no address', ALL), '')
})

test('redact: a hostile text costs no more than its length', () => {
  const from = performance.now()
  for (const text of [
    '1 '.repeat(4000),
    'a.'.repeat(4000),
    `DE${'12 '.repeat(2500)}`,
    '(0'.repeat(4000),
    'a@'.repeat(4000),
  ])
    redact(text)
  assert.ok(performance.now() - from < 2000)
})

test('redaction: no sign between the figures and no other figures bring a number through', () => {
  const cards = [
    '4111.1111.1111.1111',
    '4111/1111/1111/1111',
    '4111_1111_1111_1111',
    '4111\u00A01111\u202F1111\u20091111',
    '4111–1111—1111−1111',
    '4111  1111 - 1111  1111',
    '4111\n1111\n1111\n1111',
    '3782.822463.10005',
    '41\u200B11111111\u00AD111111',
    '४१११११११११११११११',
    '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏',
    'card4111111111111111x',
  ]
  for (const card of cards) assert.doesNotMatch(redact(`my card ${card} please`), /\p{Nd}/u, card)
  const others = {
    'DE89\u00A03704\u00A00044\u00A00532\u00A00130\u00A000': '[IBAN]',
    'DE89.3704.0044.0532.0130.00': '[IBAN]',
    '219–09–9999': '[number of identity]',
    '+47\u00A0912\u00A034\u00A0567': '[phone number]',
    'a\u200Bda＠shop.example': '[e-mail]',
    'ada [at] shop [dot] example': '[e-mail]',
  }
  for (const [text, mark] of Object.entries(others)) assert.equal(redact(text), mark)
  for (const text of ['41873\n41874\n41882', 'from 2026.11.20 to 2026.12.24', '1 2 3', '41873/41874/41882'])
    assert.equal(redact(text), text)
})

test('redaction: a number in two messages is one number, and each message keeps its place', () => {
  const turn = (by: 'customer' | 'assistant', body: string) => ({ by, body })
  const turns = [
    turn('customer', 'My card is 4111 1111'),
    turn('assistant', 'Please do not write card numbers.'),
    turn('customer', '1111 1111, valid until May'),
    turn('customer', 'order 41873'),
  ]
  assert.deepEqual(
    redactTurns(turns, ALL).map(({ body }) => body),
    ['My card is [card number]', 'Please do not write card numbers.', ', valid until May', 'order 41873'],
  )
})
