// Search over a workspace's database rows: fresh after changes, fenced by workspace, safe with nonsense.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { ArticleSearchResult } from '../../sdk/protocol/help-article.ts'
import { testDatabase } from '../../test/helpers/test-database.ts'
import { createInProcessBus } from '../platform/bus/in-process-bus.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { createArticles } from './article.service.ts'
import type { ArticleSource } from './article-source.ts'
import { createSearch } from './search.service.ts'

const ARTICLES: Record<string, Partial<ArticleSource>> = {
  refunds: {
    title: 'When the money is back',
    questions: ['Where is my refund?'],
    body: 'Three working days after the return has reached us.\n\n## By card\n\nYour bank may need two days more.',
  },
  'where-is-my-parcel': { title: 'Where is my parcel?', body: 'Use the tracking link in the e-mail.' },
  'where-is-my-parcel-de': {
    title: 'Wo ist mein Paket?',
    locale: 'de',
    body: 'Nimm den Link der Sendungsverfolgung.',
  },
  cancelling: {
    title: 'Cancelling an order',
    body: 'Until packing starts. **Açaí** bars cannot be cancelled.',
  },
  brakes: { title: 'Bedding in brakes', body: 'Twenty stops from walking speed.' },
}
const TAPE =
  'Take your time. To set up tubeless tyres you need:\n\n- rim tape\n- sealant\n\n## Later\n\n- patience'

async function setUp(t: TestContext) {
  const { db } = await testDatabase(t)
  const bus = createInProcessBus({ onError: (error) => assert.fail(String(error)) })
  let now = 0
  const pass = (ms: number) => {
    now += ms
  }
  const articles = createArticles({ db, bus, clock: () => new Date() })
  const search = createSearch({ db, bus, now: () => now })
  t.after(search.close)
  const workspace = async (): Promise<string> => {
    const id = uuidv7()
    await db.query(`insert into workspaces (id, name) values ($1, 'Shop')`, [id])
    return id
  }
  const write = (workspaceId: string, slug: string, part: Partial<ArticleSource>) =>
    articles.upsert(workspaceId, {
      slug,
      title: slug,
      category: 'Help',
      summary: null,
      locale: 'en',
      updated: null,
      featured: false,
      questions: [],
      related: [],
      body: 'Text.',
      ...part,
    })
  const workspaceId = await workspace()
  for (const [slug, part] of Object.entries(ARTICLES)) await write(workspaceId, slug, part)
  const slugs = async (q: string, locale = 'en') =>
    (await search.search(workspaceId, q, { locale })).articles.map(({ slug }) => slug)
  return { db, bus, pass, search, workspace, workspaceId, write, slugs }
}

test('search: other words, typing mistakes and unfinished words find the article', async (t) => {
  const { slugs } = await setUp(t)
  for (const q of ['my money', 'refnd', 'refun', 'has my REFUND been sent?', 'reimbursement'])
    assert.equal((await slugs(q))[0], 'refunds', q)
  assert.equal((await slugs('packag'))[0], 'where-is-my-parcel')
  assert.equal((await slugs('acai'))[0], 'cancelling')
})

test('passages: a list knows the sentence it ends, and nothing of another section', async (t) => {
  const { search, workspaceId, write } = await setUp(t)
  await write(workspaceId, 'tubeless', { title: 'Tubeless tyres', body: TAPE })
  const { passages } = await search.passages(
    workspaceId,
    'what do i need for tubeless tyres, tape and patience?',
  )
  const own = passages.filter(({ slug }) => slug === 'tubeless')
  const found = Object.fromEntries(own.map(({ text, intro, isOpen }) => [text, [intro, isOpen]]))
  assert.deepEqual(found, {
    'Take your time. To set up tubeless tyres you need:': ['', true],
    '- rim tape\n- sealant': ['To set up tubeless tyres you need:', false],
    '- patience': ['', false],
  })
  const { passages: one } = await search.passages(workspaceId, 'what do i need for tubeless tyres?', {
    limit: 1,
  })
  assert.deepEqual(
    one.map(({ passage }) => passage),
    ['p1', 'p2'],
    'what goes on with it comes along',
  )
})

test('search: hits mark their matches, and the pieces add up to the text', async (t) => {
  const { search, workspaceId } = await setUp(t)
  const result = ArticleSearchResult.parse(await search.search(workspaceId, 'bank card days'))
  const [hit] = result.articles
  assert.equal(result.searched, 5)
  assert.equal(hit?.passage, 'p3')
  assert.equal(hit?.category, 'Help')
  assert.equal(hit?.excerpt_parts.map(({ text }) => text).join(''), hit?.excerpt)
  assert.deepEqual(
    hit?.excerpt_parts.filter(({ match }) => match).map(({ text }) => text),
    ['bank', 'days'],
  )
})

test('search: of a topic’s translations only the visitor’s shows', async (t) => {
  const { slugs } = await setUp(t)
  assert.deepEqual(await slugs('Link Paket', 'de-AT'), ['where-is-my-parcel-de'])
  assert.deepEqual(await slugs('tracking link', 'en'), ['where-is-my-parcel'])
  assert.equal((await slugs('Wo ist mein Paket?', 'en'))[0], 'where-is-my-parcel-de')
})

test('search: nonsense finds nothing, and hostile input does no harm', async (t) => {
  const { slugs, search, workspaceId } = await setUp(t)
  assert.deepEqual(await slugs('xyzzy plugh'), [])
  for (const q of [
    '',
    '   ',
    '?!',
    '%_\\',
    "'; drop table articles; --",
    '\u0000',
    '👍',
    'a'.repeat(200),
    'x '.repeat(100),
  ])
    assert.ok(Array.isArray(await slugs(q)), JSON.stringify(q))
  assert.deepEqual(await search.passages(workspaceId, '👍'), { passages: [], confidence: 0 })
})

test('search: an article is found as soon as it is written, and on another node within a second', async (t) => {
  const { pass, db, slugs, workspaceId, write } = await setUp(t)
  assert.deepEqual(await slugs('sealant'), [])
  await write(workspaceId, 'sealant', { title: 'Sealant' })
  assert.deepEqual(await slugs('sealant'), ['sealant'])
  // As another node would: without this node's bus.
  await db.query(`update articles set title = 'Glue' where slug = 'sealant'`)
  await db.query('update knowledge_versions set version = version + 1')
  assert.deepEqual(await slugs('glue'), [])
  pass(1000)
  assert.deepEqual(await slugs('glue'), ['sealant'])
})

test('search: another workspace’s articles are never found', async (t) => {
  const { search, workspace } = await setUp(t)
  const other = await workspace()
  assert.deepEqual(await search.search(other, 'refund'), { articles: [], searched: 0 })
  assert.deepEqual(await search.passages(other, 'refund'), { passages: [], confidence: 0 })
})

test('search: what another site of the workspace alone shows is neither a hit nor a passage', async (t) => {
  const { db, search, workspaceId } = await setUp(t)
  const [mine, theirs] = [uuidv7(), uuidv7()]
  await db.query(
    `update articles set site_ids = array[$2::uuid] where workspace_id = $1 and slug = 'refunds' returning id`,
    [workspaceId, theirs],
  )
  const ask = async (siteId: string | null) => {
    const options = { locale: 'en', siteId }
    const { articles, searched } = await search.search(workspaceId, 'where is my refund', options)
    const { passages } = await search.passages(workspaceId, 'where is my refund', options)
    const slugs = [...articles, ...passages].map(({ slug }) => slug)
    return { found: slugs.includes('refunds'), searched }
  }
  assert.deepEqual(await ask(theirs), { found: true, searched: 5 })
  assert.deepEqual(await ask(mine), { found: false, searched: 4 })
  assert.deepEqual(await ask(null), { found: true, searched: 5 })
})

test('search: drafts and archived articles are not found', async (t) => {
  const { db, slugs } = await setUp(t)
  await db.query(`update articles set state = 'draft' where slug = 'brakes'`)
  assert.deepEqual(await slugs('bedding in brakes'), [])
})

test('passages: the passage that answers comes first, with its heading', async (t) => {
  const { search, workspaceId } = await setUp(t)
  const { passages, confidence } = await search.passages(
    workspaceId,
    'How long does my bank need for the refund?',
  )
  assert.deepEqual(
    { ...passages[0], articleId: '', score: 0, articleScore: 0 },
    {
      articleId: '',
      slug: 'refunds',
      title: 'When the money is back',
      passage: 'p3',
      heading: 'By card',
      intro: '',
      isOpen: false,
      position: 1,
      text: 'Your bank may need two days more.',
      summary: null,
      language: 'en',
      score: 0,
      articleScore: 0,
    },
  )
  assert.ok(confidence > 0.5)
})
