// Words that stand for one another: what the lexicons say, phrases of several words, an owner's own lines.

import assert from 'node:assert/strict'
import test from 'node:test'
import { formsOf, lexiconOf } from './lexicon/lexicon.ts'
import { createAnalyser } from './stemming.ts'
import { createSynonyms } from './synonyms.ts'

const setUp = (language: string, own: string[] = []) => {
  const analyser = createAnalyser(language)
  const synonyms = createSynonyms(language, analyser, own)
  const term = (text: string) =>
    analyser
      .terms(text)
      .map((one) => one.term)
      .join('+')
  return {
    synonyms,
    weight: (from: string, to: string) => synonyms.related(term(from)).get(term(to)) ?? 0,
    phrases: (text: string) =>
      synonyms.phrases(analyser.terms(text).map((one) => one.term)).map((phrase) => phrase.term),
    term,
  }
}

test('synonyms: what means nearly the same counts more than what only leads there, and never as the word itself', () => {
  const { weight } = setUp('en')
  assert.ok(weight('erase', 'deleting') > weight('delete', 'undo'))
  assert.ok(weight('delete', 'undo') > 0)
  assert.equal(weight('delete', 'invoice'), 0)
  for (const language of ['ar', 'da', 'de', 'en', 'es', 'fr', 'it', 'nb', 'nl', 'pt', 'sv']) {
    const { synonyms, term } = setUp(language)
    for (const line of lexiconOf(language)) {
      const from = term(line.split(/[\s|]+/)[0]!.replaceAll('+', ' '))
      for (const value of synonyms.related(from).values()) assert.ok(value > 0 && value < 1, line)
    }
  }
})

test('synonyms: a phrase is one thing, also with its little word further on', () => {
  const { phrases, weight, term } = setUp('en')
  assert.ok(phrases('how do I get rid of my account').includes(term('get rid of')))
  assert.ok(phrases('turn those notifications off').includes(term('turn off')))
  assert.ok(!phrases('turn the page and then switch the lamp off').includes(term('turn off')))
  assert.ok(weight('get rid of', 'delete') > 0.5)
  assert.ok(weight('disable', 'turn off') > 0.5)
})

test('synonyms: a line has words on its first side, and a form belongs to one word', () => {
  for (const language of ['ar', 'da', 'de', 'en', 'es', 'fr', 'it', 'nb', 'nl', 'no', 'pt', 'sv']) {
    assert.ok(lexiconOf(language).length > 20, language)
    for (const line of lexiconOf(language)) {
      assert.ok(line.split('|').length <= 2, line)
      assert.match(line, /^[^|]*\p{L}/u, line)
    }
  }
  const forms = formsOf('en')
  assert.equal(forms.get('lost'), 'lose')
  for (const [form, word] of forms) assert.notEqual(form, word)
})

test('synonyms: an owner’s words stand for one another, one way where he says so, and faulty lines do no harm', () => {
  const { weight, phrases, term } = setUp('en', ['rotor, disc, brake disc', 'gone > lost', 'one', '>'])
  assert.ok(weight('rotor', 'disc') > 0.8 && weight('disc', 'rotor') > 0.8)
  assert.ok(weight('rotor', 'brake disc') > 0.8)
  assert.ok(phrases('my brake discs').includes(term('brake disc')))
  assert.ok(weight('gone', 'lost') > 0.8)
})

test('synonyms: a language without a lexicon has its owner’s words alone', () => {
  const { weight, phrases } = setUp('xx', ['kala, fisk'])
  assert.ok(weight('kala', 'fisk') > 0.8)
  assert.deepEqual(phrases('kala ja fisk'), [])
})
