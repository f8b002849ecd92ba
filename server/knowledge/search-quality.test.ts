// How good search is, measured on the demo shop's real articles with questions nobody tuned a title for.

import assert from 'node:assert/strict'
import test from 'node:test'
import { demoArticles } from '../../test/helpers/demo-articles.ts'
import { OFF_TOPIC } from '../../test/helpers/off-topic-questions.ts'
import { QUESTIONS } from '../../test/helpers/search-questions.ts'
import { DEFAULT_FLOOR } from './confidence.ts'
import { buildKnowledgeIndex } from './knowledge-index.ts'
import { pickQuotes } from './quote.ts'
import { rankPassages, searchIndex } from './search.service.ts'

const articles = await demoArticles()
const knowledge = buildKnowledgeIndex(articles)
const slugsFor = (q: string, locale = 'en') =>
  searchIndex(knowledge, q, { locale }).map(({ doc }) => doc.article.slug)
const confidenceIn = (q: string, locale = 'en') => rankPassages(knowledge, q, { locale }).confidence
const share = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.filter(holds).length / all.length

test('search: the questions are nobody’s title, and each names articles that exist', () => {
  const titles = new Set(
    articles.flatMap(({ title, questions }) => [title, ...questions]).map((t) => t.toLowerCase()),
  )
  const slugs = new Set(articles.map(({ slug }) => slug))
  for (const question of QUESTIONS) {
    assert.ok(!titles.has(question.q.toLowerCase()), question.q)
    for (const slug of question.slugs) assert.ok(slugs.has(slug), slug)
  }
  assert.ok(QUESTIONS.length >= 100)
})

test('search: the right article is first for most questions people type, and among three for nearly all', (t) => {
  const found = QUESTIONS.map(({ q, slugs, locale }) =>
    slugsFor(q, locale).findIndex((slug) => slugs.includes(slug)),
  )
  const first = share(found, (at) => at === 0)
  const three = share(found, (at) => at >= 0 && at < 3)
  t.diagnostic(`${QUESTIONS.length} questions: recall@1 ${first.toFixed(3)}, recall@3 ${three.toFixed(3)}`)
  assert.ok(first >= 0.66, `recall@1 is ${first}`)
  assert.ok(three >= 0.82, `recall@3 is ${three}`)
})

test('search: a title, or a stored question, finds its own article first', () => {
  for (const { slug, title, questions, locale } of articles) {
    assert.equal(slugsFor(title, locale)[0], slug, title)
    const own = share(questions, (question) => slugsFor(question, locale).slice(0, 2).includes(slug))
    assert.equal(own, 1, `${slug}: ${questions}`)
  }
})

test('passages: what the articles do not answer has little confidence, what they do has more', (t) => {
  const above = share(QUESTIONS, ({ q, locale }) => confidenceIn(q, locale) >= DEFAULT_FLOOR)
  const below = share(OFF_TOPIC, (q) => confidenceIn(q) < DEFAULT_FLOOR)
  t.diagnostic(
    `floor ${DEFAULT_FLOOR}: ${above.toFixed(3)} of questions above, ${below.toFixed(3)} of off-topic below`,
  )
  assert.ok(above >= 0.68, `${above} of the answerable questions reach the floor`)
  assert.ok(below >= 0.82, `${below} of the off-topic questions stay below the floor`)
})

test('pickQuotes: the answer is among the quotes, word for word and from the right article', () => {
  const cases = [
    ['where is my parcel?', 'where-is-my-parcel', /dispatch e-mail/],
    ['how long until I get my money back', 'refunds', /three to five working days/i],
    ['do you ship to amman', 'shipping-middle-east', /€ 32/],
    ['can I return brake pads I fitted once?', 'returning-fitted-parts', /Brake pads.*Yes/],
    ['how tight should the rotor bolts be', 'torque-values', /Rotor, six-bolt.*6/],
  ] as const
  for (const [question, slug, answer] of cases) {
    const { passages } = rankPassages(knowledge, question, { locale: 'en', limit: 6 })
    const { quotes, confidence } = pickQuotes(question, passages)
    assert.ok(quotes.length >= 1 && quotes.length <= 3, question)
    assert.equal(quotes[0]!.slug, slug, question)
    assert.ok(confidence >= 0.5, `${question}: ${confidence}`)
    assert.match(quotes.map(({ text }) => text).join(' '), answer, question)
    for (const { quote, passage, slug } of quotes) {
      const article = articles.find((one) => one.slug === slug)!
      const source = [article.summary, ...article.passages.map(({ text }) => text.replace(/\s+/g, ' '))].join(
        ' ',
      )
      assert.ok(source.includes(quote), quote)
      assert.ok(
        article.passages.some((one) => one.passage === passage),
        passage,
      )
    }
  }
})
