// Help articles by topic over the wire, in the visitor's language, without what is not published; and a vote that is
// counted once however often it is told.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { ArticleCategories, ArticleCategory } from '../../sdk/protocol/help-article.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { startDesk } from '../helpers/desk.ts'

async function setUp(t: TestContext) {
  const desk = await startDesk(t)
  const write = (slug: string, category: string | null, more: { featured?: boolean; locale?: string } = {}) =>
    desk.rooms.articles.upsert(desk.workspaceId, {
      slug,
      title: slug,
      category,
      locale: 'en',
      summary: null,
      body: `About ${slug}.`,
      questions: [],
      related: [],
      featured: false,
      updated: null,
      ...more,
    })
  const get = (path: string) =>
    desk.call(
      'GET',
      `/support/widget/articles/categories${path}${path.includes('?') ? '&' : '?'}site=${desk.site.key}`,
    )
  return { desk, write, get }
}

test('topics: each with its count and its best three, those without a topic last', async (t) => {
  const { write, get } = await setUp(t)
  for (const slug of ['a', 'b', 'c', 'd']) await write(slug, 'Returns', { featured: slug === 'd' })
  await write('e', null)
  const { body } = await get('')
  const { categories } = ArticleCategories.parse(body)
  assert.deepEqual(
    categories.map(({ name, count, articles }) => [name, count, articles.map(({ slug }) => slug)]),
    [
      ['Returns', 4, ['d', 'a', 'b']],
      ['', 1, ['e']],
    ],
  )
  const { body: one } = await get(`/${categories[0]!.id}`)
  assert.equal(ArticleCategory.parse(one).articles.length, 4)
  assert.equal((await get('/other')).body.articles[0].slug, 'e')
  const missing = await get('/nothing')
  assert.equal(missing.status, 404)
  assert.equal(missing.body.code, 'not-found')
})

test('topics: in the visitor’s language where there are any, and known at once when an article is written', async (t) => {
  const { write, get } = await setUp(t)
  await write('en-1', 'Returns')
  await write('en-2', 'Returns')
  await write('de-1', 'Rückgabe', { locale: 'de' })
  const names = async (locale: string) =>
    (await get(`?locale=${locale}`)).body.categories.map(({ name }: { name: string }) => name)
  assert.deepEqual(await names('de-AT'), ['Rückgabe'])
  assert.deepEqual(await names('fr'), ['Returns'])
  await write('fr-1', 'Retours', { locale: 'fr' })
  assert.deepEqual(await names('fr'), ['Retours'])
})

test('topics: what another workspace wrote is not there', async (t) => {
  const { desk, write, get } = await setUp(t)
  await write('a', 'Returns')
  await desk.db.query(
    `with w as (insert into workspaces (id, name) values ($1, 'Other') returning id)
     insert into articles (id, workspace_id, slug, title, body, content) select $2, id, 'x', 'x', 'x', '[]' from w`,
    [uuidv7(), uuidv7()],
  )
  const { body } = await get('')
  assert.equal(body.categories.length, 1)
})

test('feedback: a comment joins its vote, which counts once; another article’s vote is not touched by it', async (t) => {
  const { desk, write } = await setUp(t)
  await write('a', null)
  await write('b', null)
  const cid = uuidv7()
  const vote = (slug: string, body: object) =>
    desk.call('POST', `/support/widget/articles/${slug}/feedback?site=${desk.site.key}`, { body })
  await vote('a', { helpful: false, cid })
  await vote('a', { helpful: false, cid, comment: 'Nothing on hubs' })
  await vote('b', { helpful: false, cid, comment: 'Not mine' })
  await vote('a', { helpful: false, cid })
  const votes = await desk.db.query('select comment from article_feedback')
  assert.deepEqual(votes, [{ comment: 'Nothing on hubs' }])
  const counts = await desk.db.query('select slug, unhelpful_count as n from articles order by slug')
  assert.deepEqual(counts, [
    { slug: 'a', n: 1 },
    { slug: 'b', n: 0 },
  ])
})
