// A text without a price does not say what something costs.

import assert from 'node:assert/strict'
import test from 'node:test'
import { answerKind, isOfKind } from './answer-kind.ts'

test('kind of answer: a price, a weight and a number are told from the question, in several languages', () => {
  const kinds = [
    'How much does delivery to Spain cost?',
    'was kostet der versand',
    'How heavy is the rotor?',
    'how many days do I have',
    'wie lange dauert es',
    'Can I return pads?',
  ].map(answerKind)
  assert.deepEqual(kinds, ['price', 'price', 'weight', 'amount', 'amount', null])
})

test('kind of answer: only a text that holds one is of the kind', () => {
  assert.ok(isOfKind('price', 'Standard is € 9, free from € 90.'))
  assert.ok(!isOfKind('price', 'The Tagg cassette comes as 11–42.'))
  assert.ok(isOfKind('amount', 'Three to five working days.'))
  assert.ok(isOfKind('amount', '٦٠ يومًا'))
  assert.ok(!isOfKind('weight', 'It is 350 mm long.'))
})
