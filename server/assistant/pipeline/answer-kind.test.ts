// A price to who asks for a price, a weight to who asks for a weight.

import assert from 'node:assert/strict'
import test from 'node:test'
import { answersInKind } from './answer-kind.ts'

test('answer kind: who asks what it costs is told an amount, or that it costs nothing', () => {
  for (const question of [
    'what does the tagg cassette cost',
    'how much is it?',
    'Was kostet der Versand?',
    'hva koster frakt',
    'كم رسوم الشحن',
  ]) {
    assert.equal(answersInKind(question, 'The Tagg cassette comes as 11–42 for HG.'), false, question)
    assert.equal(answersInKind(question, 'It is € 6, free from € 60.'), true, question)
    assert.equal(answersInKind(question, 'Der Versand ist kostenlos.'), true, question)
  }
})

test('answer kind: who asks for a weight is told one; other questions ask for no kind', () => {
  assert.equal(answersInKind('how heavy is the skarv rotor in grams', 'M5 bolts at 6 Nm.'), false)
  assert.equal(answersInKind('how heavy is the skarv rotor', 'The rotor weighs 140 g.'), true)
  assert.equal(answersInKind('Where is my parcel?', 'Open the tracking link.'), true)
  assert.equal(answersInKind('how much time do I have', 'You have 60 days.'), true)
})
