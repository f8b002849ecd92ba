// A file to measure search with: what is taken as it is, what is mended, and what is refused by name.

import assert from 'node:assert/strict'
import test from 'node:test'
import { OperatorError } from '../platform/operator-error.ts'
import { readSearchCorpus } from './search-corpus.ts'
import { figuresOf, intervalsOf, percentile } from './search-figures.ts'
import { splitQuestions } from './search-trial.ts'

const ARTICLE = { id: 'a', title: 'Title', body: 'Text' }
const ASKED = { question: 'How?', article: 'a' }
const faultOf = (value: unknown): string => {
  try {
    readSearchCorpus(value)
  } catch (error) {
    assert.ok(error instanceof OperatorError)
    return error.message
  }
  return assert.fail('nothing was wrong')
}

test('corpus: ids may be numbers or text, texts may be odd, and long questions are cut', () => {
  const { articles, questions } = readSearchCorpus({
    articles: [
      { id: 7, title: ' A\u0000B\ud800 ', body: '' },
      { id: 'ü/../%', title: 'T'.repeat(500), body: '<p>x</p>', locale: 'pt-BR', more: true },
    ],
    questions: [
      { question: `${'long '.repeat(100)}`, article: '7' },
      { question: 'كيف؟', article: 'ü/../%', locale: 'ar' },
    ],
  })
  assert.deepEqual(
    articles.map(({ id, title }) => [id, title.length]),
    [
      ['7', 4],
      ['ü/../%', 200],
    ],
  )
  assert.equal(articles[0]!.title, 'A B\ufffd')
  assert.equal(questions[0]!.question.length, 200)
})

test('corpus: what is wrong is named with its entry', () => {
  const whole = { articles: [ARTICLE], questions: [ASKED] }
  assert.match(faultOf(null), /^the file: must be an object with articles and questions\.$/)
  assert.match(faultOf({ ...whole, articles: {} }), /^articles: must be a list\.$/)
  assert.match(faultOf({ ...whole, articles: [ARTICLE, { ...ARTICLE, id: '' }] }), /^articles\[1\]\.id: /)
  assert.match(
    faultOf({ ...whole, articles: [{ ...ARTICLE, title: '  ' }] }),
    /^articles\[0\]\.title: must not be/,
  )
  assert.match(
    faultOf({ ...whole, articles: [{ id: 'a', title: 'T' }] }),
    /^articles\[0\]\.body: must be text\.$/,
  )
  assert.match(
    faultOf({ ...whole, articles: [{ ...ARTICLE, locale: 'English!' }] }),
    /^articles\[0\]\.locale: must be a language tag/,
  )
  assert.match(faultOf({ ...whole, questions: [] }), /^questions: must not be empty\.$/)
  assert.match(
    faultOf({ ...whole, questions: [ASKED, 'How?'] }),
    /^questions\[1\]: must be an object with question/,
  )
  assert.match(
    faultOf({ ...whole, questions: [ASKED, { ...ASKED, article: 'b' }] }),
    /^questions\[1\]\.article: there is no article "b"\.$/,
  )
  assert.match(
    faultOf({ ...whole, articles: [ARTICLE, ARTICLE] }),
    /^articles\[1\]\.id: "a" is articles\[0\] already\.$/,
  )
  assert.match(faultOf({ ...whole, questions: [{ ...ASKED, article: ['a', 'b'] }] }), /no article "b"/)
  const many = Array.from({ length: 9 }, () => ({ ...ASKED, article: 'x' }))
  assert.equal(
    faultOf({ ...whole, questions: many })
      .split('\n')
      .at(-1),
    'and 4 more.',
  )
})

test('split: the same seed draws the same questions, one is always left to ask, and nothing is asked that is known', () => {
  const questions = readSearchCorpus({
    articles: [ARTICLE, { ...ARTICLE, id: 'b' }],
    questions: [
      ...Array.from({ length: 8 }, (_, at) => ({ question: `a${at}`, article: 'a' })),
      { question: 'b0', article: 'b' },
    ],
  }).questions
  const { remembered, asked } = splitQuestions(questions, 5, 1)
  assert.deepEqual(splitQuestions(questions, 5, 1), { remembered, asked })
  assert.notDeepEqual(splitQuestions(questions, 5, 2).remembered, remembered)
  assert.deepEqual([remembered.get('a')!.length, remembered.get('b')!.length], [5, 0])
  assert.equal(asked.length, 4)
  for (const { question } of asked) assert.ok(!remembered.get('a')!.includes(question))
})

test('figures: places become recall and mean reciprocal rank, with an interval around them', () => {
  const placed = [0, 1, 4, -1].map((place, at) => ({ article: String(at), place }))
  assert.deepEqual(figuresOf(placed), { 'recall@1': 0.25, 'recall@3': 0.5, MRR: (1 + 1 / 2 + 1 / 5) / 4 })
  const { 'recall@1': interval } = intervalsOf(placed, 1)
  assert.ok(interval.from < 0.25 && interval.to > 0.25)
  assert.equal(percentile([3, 1, 2], 0.95), 3)
})
