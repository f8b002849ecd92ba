// Who asks for a person is heard, however it is put; who only speaks of people is not.

import assert from 'node:assert/strict'
import test from 'node:test'
import { readCases } from '../../../test/eval/case-file.ts'
import { asksForPerson } from './person-phrases.ts'

const cases = await readCases()
const lastOf = (category: string): string[] =>
  cases.filter((one) => one.category === category).map(({ turns }) => turns.at(-1)!.body)

test('wishes for a person: each of the shipped ones is heard, in every language', () => {
  const wishes = lastOf('asks for a person')
  assert.deepEqual(
    wishes.filter((wish) => !asksForPerson(wish)),
    [],
  )
  assert.ok(wishes.length >= 25)
})

test('wishes for a person: who mentions people, or asks about the shop, is not taken for one', () => {
  const others = ['mentions people', 'answerable', 'unanswerable', 'out of scope'].flatMap(lastOf)
  assert.deepEqual(others.filter(asksForPerson), [])
})

test('wishes for a person: words that merely look alike are left alone', () => {
  for (const text of ['my persona settings', 'what speed is standard shipping', 'urgent: where is my parcel'])
    assert.equal(asksForPerson(text), false, text)
})
