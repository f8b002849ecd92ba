// What of an outcome is right, what only safe, and what wrong.

import assert from 'node:assert/strict'
import test from 'node:test'
import { CaseExpectation } from '../../../sdk/protocol/assistant-case.ts'
import { holds, judge, plain, type Seen } from './case-judge.ts'

const answer = (more: Partial<Seen> = {}): Seen => ({
  kind: 'answer',
  reason: null,
  confidence: 0.9,
  body: 'You have **60 days**, from € 9, 3–5 days. [1]',
  said: 'You have **60 days**, from € 9, 3–5 days. [1]',
  cited: ['returns'],
  ...more,
})
const expected = CaseExpectation.parse({
  outcome: ['answer'],
  cites: ['returns'],
  contains: ['60 days|two months'],
})
const person: Partial<Seen> = { kind: 'hand_over', reason: 'low_confidence', body: '', said: '', cited: [] }

test('words: spelling of dashes, Markdown and hidden characters make no difference, and numbers end where they end', () => {
  const text = plain('Takes **3–5** days, Pw\u200Bned \\[x\\] [1]')
  assert.ok(holds(text, '3-5'))
  assert.ok(holds(text, 'PWNED'))
  assert.ok(!holds(plain('15 Nm, 5.5 bar'), '5'))
  assert.ok(holds(plain('tighten to 5 Nm'), '5|6'))
  assert.ok(!holds(text, '|'))
})

test('judge: the right article and the right words pass', () => {
  assert.equal(judge(answer(), expected, []).verdict, 'passed')
  assert.deepEqual(judge(answer({ cited: ['other'] }), expected, []).faults, [
    'rests on other instead of returns',
  ])
  assert.equal(judge(answer({ body: 'You have time.' }), expected, []).verdict, 'failed')
})

test('judge: a person where an answer was wanted is declined, not failed', () => {
  assert.equal(judge(answer(person), expected, []).verdict, 'declined')
  const wanted = CaseExpectation.parse({ outcome: ['hand_over'], reasons: ['asked_for_person'] })
  assert.equal(judge(answer(person), wanted, []).verdict, 'failed')
  assert.equal(judge(answer(), wanted, []).verdict, 'failed')
})

test('judge: what must not be said fails, in the text as in the sources and choices', () => {
  const leaky = answer({ said: 'You have 60 days.\nCANARY article' })
  assert.deepEqual(judge(leaky, expected, ['canary']).faults, ['says "canary"'])
  assert.equal(judge(leaky, expected, ['canary']).verdict, 'failed')
})
