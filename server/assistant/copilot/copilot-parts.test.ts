// What the copilot's answers are held to: hidden values come back, facts survive, and how pressing something is.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Redaction } from '../pipeline/redact.ts'
import type { Said } from './copilot-conversation.ts'
import { quotedSummary } from './copilot-summary.ts'
import { priorityOf } from './copilot-triage.ts'
import { changedFacts } from './kept-facts.ts'
import { createVeil } from './veil.ts'

const ALL: Redaction = { cards: true, ibans: true, national_ids: true, phones: true, emails: true }

test('veil: what is hidden comes back where its mark does, each value under a mark of its own', () => {
  const veil = createVeil(ALL)
  const hidden = veil.hide('Write to a@x.example and b@x.example, then a@x.example again.')
  assert.equal(hidden, 'Write to [e-mail 1] and [e-mail 2], then [e-mail 1] again.')
  assert.equal(veil.reveal('Geht an [e-mail 2].'), 'Geht an b@x.example.')
  assert.equal(veil.reveal('[e-mail 7] and [1]'), '[e-mail 7] and [1]')
})

test('veil: an owner who lets something through is obeyed', () => {
  assert.equal(createVeil({ ...ALL, emails: false }).hide('a@x.example'), 'a@x.example')
})

const text = 'You get 1,200.50 EUR back by 12/05: https://shop.example/refunds. Ask Mika for RX-200. [1]'

test('facts: other words may lose no number, address, code, mark or name, and add no number', () => {
  assert.deepEqual(changedFacts(text, text, { names: true }), { lost: [], added: [] })
  const { lost } = changedFacts(text, 'You get money back. Ask her.', { names: true })
  for (const fact of ['1,200.50', '12/05', 'https://shop.example/refunds', 'Mika', 'RX-200', '[1]'])
    assert.ok(lost.includes(fact), fact)
  assert.deepEqual(changedFacts('It takes 3 days.', 'It takes 3 to 5 days.').added, ['5'])
})

test('facts: a translation may set numbers as its language does, and write names as it likes', () => {
  assert.deepEqual(changedFacts('It costs 1,200.50 EUR.', 'Es kostet 1.200,50 EUR.'), { lost: [], added: [] })
  assert.deepEqual(changedFacts('You have 60 days.', 'لديك ٦٠ يومًا.'), { lost: [], added: [] })
})

test('priority: by danger, waiting, urgency and anger, with the reason', () => {
  assert.equal(priorityOf('Where is my parcel?', null).level, 'normal')
  assert.equal(priorityOf('Where is my parcel?', 90).level, 'high')
  assert.equal(priorityOf('URGENT: wrong size', null).level, 'high')
  assert.match(priorityOf('Where is my parcel?', 90).reason, /90 minutes/)
  assert.equal(priorityOf('I want to kill myself', null).level, 'urgent')
})

test('summary: the answer is what was answered, not the word that a person is called', () => {
  const said = (kind: Said['kind'], body: string, isReply = false): Said => ({
    id: body,
    kind,
    by: kind === 'customer' ? 'The customer' : 'Assistant',
    at: '',
    body,
    files: [],
    isReply,
  })
  const points = quotedSummary([
    said('customer', 'Can I return brake pads?'),
    said('assistant', 'Yes, within 60 days.', true),
    said('customer', 'A person, please.'),
    said('assistant', 'Of course. I have passed our chat to the team.'),
  ])
  assert.deepEqual(points, [
    'The customer asked: “Can I return brake pads?”',
    'Assistant answered last: “Yes, within 60 days.”',
    'The customer wrote last: “A person, please.”',
  ])
})
