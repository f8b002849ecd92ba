// Articles over REST: who may do what, what customers see and when, and two people at once.

import assert from 'node:assert/strict'
import test from 'node:test'
import {
  AdminArticleAnswer,
  ArticleDiff,
  ArticlePage,
  ArticlePreview,
  ArticleVersion,
  FeedbackPage,
  VersionPage,
} from '../../sdk/protocol/article-admin.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { articleDesk } from '../helpers/article-desk.ts'

test('articles: an agent drafts, an administrator publishes, and only then customers read it', async (t) => {
  const { desk, admin, agent, customer } = await articleDesk(t)
  const made = await agent('POST', '/articles', { title: 'Rückgabe & Umtausch', body: 'Sixty **days**.' })
  assert.equal(made.status, 201)
  const { article } = AdminArticleAnswer.parse(made.body)
  assert.deepEqual(
    [article.slug, article.state, article.version, article.published_version, article.author?.name],
    ['ruckgabe-umtausch', 'draft', 1, null, 'ben'],
  )
  assert.equal((await customer(`/articles/${article.slug}`)).status, 404)
  assert.equal((await agent('POST', `/articles/${article.id}/publish`)).status, 403)
  const published = await admin('POST', `/articles/${article.id}/publish`)
  assert.equal(published.body.article.state, 'published')
  const read = await customer(`/articles/${article.slug}`)
  assert.equal(read.body.content[0].children[1].type, 'strong')
  assert.equal((await customer('/articles/search?q=sixty%20days')).body.articles[0].slug, article.slug)
  const [entry] = await desk.db.query<{ data: { slug: string } }>(
    `select data from audit_entries where action = 'article.published'`,
  )
  assert.equal(entry!.data.slug, article.slug)
})

test('articles: what is written beside a published text is seen when it is published, not before', async (t) => {
  const { agent, admin, publish, customer } = await articleDesk(t)
  const { id, slug } = await publish('Parcels')
  const { body } = await agent('PATCH', `/articles/${id}`, {
    title: 'Parcels lost',
    body: 'Write to us.',
    note: 'Ask first',
  })
  assert.deepEqual(
    [body.article.has_draft, body.article.version, body.article.published_version],
    [true, 2, 1],
  )
  assert.equal((await customer(`/articles/${slug}`)).body.title, 'Parcels')
  assert.equal((await customer('/articles/search?q=write%20to%20us')).body.articles.length, 0)
  await admin('POST', `/articles/${id}/publish`, {})
  assert.equal((await customer(`/articles/${slug}`)).body.title, 'Parcels lost')
  assert.equal((await customer('/articles/search?q=write%20to%20us')).body.articles.length, 1)
  const { versions } = VersionPage.parse((await agent('GET', `/articles/${id}/versions`)).body)
  assert.deepEqual(
    versions.map(({ number, note, published, author }) => [number, note, published, author?.name]),
    [
      [2, 'Ask first', true, 'ben'],
      [1, null, false, 'ada'],
    ],
  )
  const older = ArticleVersion.parse((await agent('GET', `/articles/${id}/versions/1`)).body.version)
  assert.equal(older.body, 'All about Parcels.')
  const diff = ArticleDiff.parse((await agent('GET', `/articles/${id}/diff?from=1&to=2`)).body)
  assert.deepEqual(diff.title, [
    { kind: 'same', text: 'Parcels' },
    { kind: 'added', text: ' lost' },
  ])
  const restored = await agent('POST', `/articles/${id}/versions/1/restore`, {})
  assert.deepEqual([restored.body.article.version, restored.body.article.title], [3, 'Parcels'])
  assert.equal((await customer(`/articles/${slug}`)).body.title, 'Parcels lost')
  const earlier = await admin('POST', `/articles/${id}/publish`, { version: 1 })
  assert.deepEqual([earlier.body.article.published_version, earlier.body.article.has_draft], [1, true])
  assert.equal((await customer(`/articles/${slug}`)).body.title, 'Parcels')
  assert.equal((await agent('GET', `/articles/${id}/versions/9`)).body.code, 'version-not-found')
})

test('articles: of two who change one article, the second is refused and shown both', async (t) => {
  const { admin, agent, publish } = await articleDesk(t)
  const { id, revision } = await publish('Parcels')
  const first = await admin('PATCH', `/articles/${id}`, { body: 'First.', revision })
  assert.equal(first.status, 200)
  assert.equal(first.headers.get('etag'), `"${first.body.article.revision}"`)
  for (const [body, headers] of [
    [{ body: 'Second.', revision }, {}],
    [{ body: 'Second.' }, { 'if-match': `"${revision}"` }],
    [{ body: 'Second.' }, { 'if-match': '"nonsense"' }],
  ] as const) {
    const second = await agent('PATCH', `/articles/${id}`, body, headers)
    assert.deepEqual([second.status, second.body.code], [412, 'article-changed'])
    assert.equal(second.body.context.current.body, 'First.')
    assert.equal(second.body.context.yours.body, 'Second.')
    assert.match(second.body.detail, /ada has changed/)
  }
  assert.equal((await admin('GET', `/articles/${id}`)).body.article.version, 2)
  const right = await agent(
    'PATCH',
    `/articles/${id}`,
    { body: 'Second.' },
    { 'if-match': first.headers.get('etag')! },
  )
  assert.equal(right.body.article.version, 3)
})

test('articles: many at once: of each revision one change is taken, and all versions are whole', async (t) => {
  const { admin, agent, publish } = await articleDesk(t)
  const { id, revision } = await publish('Parcels')
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      (n % 2 ? admin : agent)('PATCH', `/articles/${id}`, { body: `Text ${n}.`, revision }),
    ),
  )
  const codes = answers.map(({ status }) => status).sort()
  assert.deepEqual(codes, [200, ...Array(7).fill(412)])
  await Promise.all(
    Array.from({ length: 8 }, (_, n) => agent('PATCH', `/articles/${id}`, { title: `Title ${n}` })),
  )
  const made = await Promise.all(
    Array.from({ length: 5 }, () => agent('POST', '/articles', { title: 'Same title' })),
  )
  assert.equal(new Set(made.map(({ body }) => body.article.slug)).size, 5)
  const { versions } = (await agent('GET', `/articles/${id}/versions`)).body
  assert.deepEqual(
    versions.map(({ number }: { number: number }) => number),
    [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
  )
})

test('articles: to an agent without the role, and to another workspace, there is nothing to decide', async (t) => {
  const { agent, publish, stranger, admin } = await articleDesk(t)
  const { id } = await publish('Parcels')
  await admin('POST', `/articles/${id}/archive`)
  for (const [method, path] of [
    ['POST', `/articles/${id}/publish`],
    ['POST', `/articles/${id}/unpublish`],
    ['POST', `/articles/${id}/archive`],
    ['POST', `/articles/${id}/unarchive`],
    ['POST', `/articles/${id}/undelete`],
    ['DELETE', `/articles/${id}`],
    ['POST', '/knowledge/categories'],
    ['PUT', '/knowledge/categories/order'],
  ] as const)
    assert.equal(
      (await agent(method, path, method === 'DELETE' ? undefined : {})).status,
      403,
      `${method} ${path}`,
    )
  const { call } = await stranger()
  for (const [method, path, body] of [
    ['GET', `/articles/${id}`, undefined],
    ['PATCH', `/articles/${id}`, { title: 'Mine' }],
    ['GET', `/articles/${id}/versions`, undefined],
    ['GET', `/articles/${id}/versions/1`, undefined],
    ['GET', `/articles/${id}/diff?from=1&to=1`, undefined],
    ['GET', `/articles/${id}/feedback`, undefined],
    ['POST', `/articles/${id}/publish`, {}],
    ['POST', `/articles/${id}/unarchive`, {}],
    ['POST', `/articles/${id}/versions/1/restore`, {}],
    ['DELETE', `/articles/${id}`, undefined],
    ['POST', '/articles', { title: 'x', translation_of: id }],
  ] as const)
    assert.equal((await call(method, path, body)).status, 404, `${method} ${path}`)
  assert.deepEqual((await call('GET', '/articles')).body.articles, [])
})

test('articles: what customers see at once is not for an agent without the role, on whatever way', async (t) => {
  const { agent, publish, admin } = await articleDesk(t)
  const { id } = await publish('Parcels')
  const { sites } = (await admin('GET', '/sites')).body
  const hidden = (await admin('PATCH', `/articles/${id}`, { sites: [sites[0].id] })).body.article
  for (const change of [
    { sites: null },
    { slug: 'elsewhere' },
    { featured: true },
    { locale: 'de' },
    { translation_of: null },
  ])
    assert.equal((await agent('PATCH', `/articles/${id}`, change)).status, 403, JSON.stringify(change))
  const german = { title: 'Pakete', locale: 'de', translation_of: id }
  assert.equal((await agent('POST', '/articles', { ...german, sites: null })).status, 403)
  const draft = await agent('POST', '/articles', german)
  assert.equal(draft.status, 201)
  assert.equal(
    (await agent('PATCH', `/articles/${draft.body.article.id}`, { featured: true })).status,
    403,
    'they share it',
  )
  assert.equal((await agent('PATCH', `/articles/${draft.body.article.id}`, { slug: 'pakete-2' })).status, 200)
  assert.equal((await agent('PATCH', `/articles/${id}`, { body: 'A draft.', slug: hidden.slug })).status, 200)
  assert.deepEqual((await admin('GET', `/articles/${id}`)).body.article.sites, [sites[0].id])
})

test('articles: hidden from a site it is not there: not read, listed, found, judged or quoted', async (t) => {
  const { desk, admin, publish, customer, stranger } = await articleDesk(t)
  const other = await desk.rooms.sites.create({ workspaceId: desk.workspaceId, name: 'Other', key: 'other' })
  const { id, slug } = await publish('Torque of bolts', { sites: [other.id] })
  await publish('Parcels and bolts')
  const seen = async (site: string) => ({
    read: (await customer(`/articles/${slug}`, site)).status,
    found: (await customer('/articles/search?q=torque%20of%20bolts', site)).body.articles
      .map((hit: { slug: string }) => hit.slug)
      .includes(slug),
    listed: JSON.stringify((await customer('/articles/categories', site)).body).includes(slug),
    offered: JSON.stringify((await customer('/config', site)).body).includes(slug),
    quoted: (
      await desk.rooms.search.passages(desk.workspaceId, 'torque of bolts', {
        siteId: site === 'other' ? other.id : desk.site.id,
      })
    ).passages.some((passage) => passage.slug === slug),
  })
  assert.deepEqual(await seen('other'), { read: 200, found: true, listed: true, offered: true, quoted: true })
  const nothing = { read: 404, found: false, listed: false, offered: false, quoted: false }
  assert.deepEqual(await seen(desk.site.key), nothing)
  const vote = await desk.call('POST', `/support/widget/articles/${slug}/feedback?site=${desk.site.key}`, {
    body: { helpful: true },
  })
  assert.deepEqual([vote.status, vote.body.code], [404, 'article-not-found'])
  await admin('PATCH', `/articles/${id}`, { slug: 'torque-values' })
  assert.equal((await customer(`/articles/${slug}`)).status, 404)
  await admin('PATCH', `/articles/${id}`, { sites: null })
  assert.equal((await customer('/articles/torque-values')).status, 200)
  assert.equal(
    (await customer('/articles/search?q=torque%20of%20bolts')).body.articles[0].slug,
    'torque-values',
  )
  const { workspaceId } = await stranger()
  const foreign = await desk.rooms.sites.create({ workspaceId, name: 'Foreign', key: 'foreign' })
  const refused = await admin('PATCH', `/articles/${id}`, { sites: [foreign.id] })
  assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/sites'])
})

test('articles: an old slug goes on leading to the article, and is nobody else’s', async (t) => {
  const { admin, agent, publish, customer } = await articleDesk(t)
  const { id } = await publish('Parcels')
  await publish('Refunds', { related: ['parcels'] })
  assert.equal(
    (await admin('PATCH', `/articles/${id}`, { slug: 'deliveries' })).body.article.slug,
    'deliveries',
  )
  assert.equal((await customer('/articles/parcels')).body.slug, 'deliveries')
  for (const slug of ['parcels', 'deliveries'])
    assert.equal((await agent('GET', `/articles/${slug}`)).body.article.id, id, slug)
  assert.equal((await agent('GET', '/articles/nothing-of-ours')).body.code, 'article-not-found')
  assert.equal((await customer('/articles/refunds')).body.related[0].slug, 'deliveries')
  const taken = await admin('POST', '/articles', { title: 'Other', slug: 'parcels' })
  assert.deepEqual([taken.status, taken.body.code], [409, 'slug-taken'])
  assert.equal((await admin('POST', '/articles', { title: 'Parcels' })).body.article.slug, 'parcels-2')
  assert.equal((await admin('PATCH', `/articles/${id}`, { slug: 'parcels' })).body.article.slug, 'parcels')
  assert.equal((await customer('/articles/deliveries')).body.slug, 'parcels')
  assert.equal((await admin('POST', '/articles', { title: 'x', slug: 'search' })).body.code, 'slug-taken')
})

test('articles: translations are one article: a language once, category and sites together', async (t) => {
  const { admin, publish, customer } = await articleDesk(t)
  const category = (await admin('POST', '/knowledge/categories', { name: 'Shipping' })).body.category
  const english = await publish('Parcels', { category_id: category.id })
  const german = await publish('Pakete', { locale: 'de', translation_of: english.id })
  assert.deepEqual([german.group_id, german.category_id], [english.group_id, category.id])
  assert.deepEqual((await customer('/articles/parcels')).body.translations, [
    { locale: 'de', slug: 'pakete', title: 'Pakete' },
  ])
  const twice = await admin('POST', '/articles', { title: 'Paket', locale: 'DE', translation_of: english.id })
  assert.deepEqual([twice.status, twice.body.code], [409, 'article-exists'])
  await admin('PATCH', `/articles/${german.id}`, { featured: true, category_id: null })
  const read = (await admin('GET', `/articles/${english.id}`)).body.article
  assert.deepEqual([read.featured, read.category_id, read.translations[0].slug], [true, null, 'pakete'])
  const alone = await admin('PATCH', `/articles/${german.id}`, { translation_of: null })
  assert.notEqual(alone.body.article.group_id, english.group_id)
})

test('articles: into the bin only from the archive, and back again; its slug stays its own meanwhile', async (t) => {
  const { desk, admin, publish, customer } = await articleDesk(t)
  const { id, slug } = await publish('Parcels')
  const early = await admin('DELETE', `/articles/${id}`)
  assert.deepEqual([early.status, early.body.code], [409, 'article-state'])
  await admin('POST', `/articles/${id}/archive`)
  assert.equal((await customer(`/articles/${slug}`)).status, 404)
  assert.ok((await admin('DELETE', `/articles/${id}`)).body.article.deleted_at)
  assert.equal((await admin('GET', '/articles')).body.articles.length, 0)
  assert.equal((await admin('GET', '/articles?deleted=true')).body.articles[0].id, id)
  assert.match((await admin('POST', '/articles', { title: 'x', slug })).body.detail, /deleted article/)
  for (const step of ['publish', 'unarchive', 'archive'])
    assert.equal((await admin('POST', `/articles/${id}/${step}`)).body.code, 'article-state')
  assert.equal((await admin('PATCH', `/articles/${id}`, { title: 'y' })).body.code, 'article-state')
  const back = await admin('POST', `/articles/${id}/undelete`)
  assert.deepEqual([back.body.article.state, back.body.article.deleted_at], ['archived', null])
  await admin('POST', `/articles/${id}/unarchive`)
  await admin('POST', `/articles/${id}/publish`)
  assert.equal((await customer(`/articles/${slug}`)).status, 200)
  const [job] = await desk.db.query<{ days: number }>(
    `select extract(day from run_at - now())::int as days from graphile_worker.jobs where task_identifier = 'article.purge'`,
  )
  assert.ok(job!.days >= 29)
})

test('articles: taken from customers, a draft that waited is what there is of it', async (t) => {
  const { admin, publish } = await articleDesk(t)
  const { id } = await publish('Parcels')
  await admin('PATCH', `/articles/${id}`, { body: 'Newer.' })
  const { article } = (await admin('POST', `/articles/${id}/unpublish`)).body
  assert.deepEqual(
    [article.state, article.body, article.has_draft, article.published_version],
    ['draft', 'Newer.', false, null],
  )
  assert.equal((await admin('POST', `/articles/${id}/unpublish`)).body.code, 'article-state')
  const empty = await admin('POST', '/articles', { title: 'Nothing yet' })
  const refused = await admin('POST', `/articles/${empty.body.article.id}/publish`)
  assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/body'])
})

test('articles: the list is filtered, paged without gaps, and counted by state', async (t) => {
  const { admin, publish, desk } = await articleDesk(t)
  const parent = (await admin('POST', '/knowledge/categories', { name: 'Orders' })).body.category
  const child = (await admin('POST', '/knowledge/categories', { name: 'Parcels', parent_id: parent.id })).body
    .category
  const site = await desk.rooms.sites.create({ workspaceId: desk.workspaceId, name: 'Two', key: 'two' })
  await publish('One', { category_id: child.id })
  await publish('Two', { locale: 'de', sites: [site.id] })
  await admin('POST', '/articles', { title: 'Three', body: 'A 100% odd_word' })
  const titles = async (query: string) =>
    ArticlePage.parse((await admin('GET', `/articles?${query}`)).body).articles.map(({ title }) => title)
  assert.deepEqual(await titles(''), ['Three', 'Two', 'One'])
  assert.deepEqual(await titles('state=draft'), ['Three'])
  assert.deepEqual(await titles(`category=${parent.id}`), ['One'])
  assert.deepEqual(await titles('category=none'), ['Three', 'Two'])
  assert.deepEqual(await titles('locale=de'), ['Two'])
  assert.deepEqual(await titles(`site=${desk.site.id}`), ['Three', 'One'])
  assert.deepEqual(await titles('q=ODD_word'), ['Three'])
  assert.deepEqual(await titles('q=0%25 o'), ['Three'])
  assert.deepEqual(await titles('has_draft=true'), [])
  const first = (await admin('GET', '/articles?limit=2&state=published')).body
  assert.deepEqual(first.counts, { draft: 1, published: 2, archived: 0 })
  const page = (await admin('GET', '/articles?limit=2')).body
  assert.equal(page.articles.length, 2)
  assert.deepEqual(await titles(`limit=2&cursor=${page.next}`), ['One'])
  for (const query of [
    'cursor=x',
    `cursor=${Buffer.from('["2026","x"]').toString('base64url')}`,
    'limit=1000',
    'state=gone',
    'category=x',
  ])
    assert.equal((await admin('GET', `/articles?${query}`)).status, 422, query)
})

test('articles: a long body goes through, a longer one is refused by name, and Markdown is shown as it will be', async (t) => {
  const { agent } = await articleDesk(t)
  const long = await agent('POST', '/articles', { title: 'Long', body: 'و'.repeat(200_000) })
  assert.equal(long.status, 201)
  const longer = await agent('PATCH', `/articles/${long.body.article.id}`, { body: 'x'.repeat(200_001) })
  assert.deepEqual([longer.status, longer.body.errors[0].pointer], [422, '/body'])
  assert.match(longer.body.detail, /at most 200,000 characters/)
  assert.equal((await agent('POST', '/articles', { title: 'x', body: 'x'.repeat(1_600_000) })).status, 413)
  const shown = await agent('POST', '/articles/preview', { body: '## Hi\n\n<script>x</script> [a](/help/b)' })
  const { content } = ArticlePreview.parse(shown.body)
  assert.deepEqual([content[0]!.type, JSON.stringify(content[1]).includes('articleLink')], ['heading', true])
  for (const [path, body] of [
    ['/articles', {}],
    ['/articles', { title: ' ' }],
    ['/articles', { title: 'x', slug: 'Not A Slug' }],
    ['/articles', { title: 'x', admin: true }],
    ['/articles', { title: 'x', sites: [] }],
    ['/articles', { title: 'x', locale: 'english please' }],
    ['/articles', { title: 'x', category_id: 'x' }],
  ] as const)
    assert.equal((await agent('POST', path, body)).status, 422, JSON.stringify(body))
  assert.equal(
    (await agent('POST', '/articles', { title: 'x', category_id: uuidv7() })).body.code,
    'category-not-found',
  )
  assert.equal((await agent('GET', '/articles/not-an-id')).body.code, 'article-not-found')
})

test('articles: nobody who is not signed in sends or reads one', async (t) => {
  const { desk } = await articleDesk(t)
  for (const [method, path] of [
    ['GET', '/articles'],
    ['POST', '/articles'],
    ['POST', '/articles/preview'],
    ['GET', '/knowledge/categories'],
  ] as const)
    assert.equal(
      (await desk.call(method, `/api/v1${path}`, method === 'POST' ? { body: {} } : {})).status,
      401,
    )
})

test('articles: looks are counted in a while and programs are not; votes come with what was said', async (t) => {
  const { desk, admin, publish, customer } = await articleDesk(t)
  const parcels = await publish('Parcels')
  await publish('Bolts')
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0' }
  for (let n = 0; n < 3; n += 1) await customer('/articles/parcels', desk.site.key, browser)
  await customer('/articles/bolts', desk.site.key, {
    'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)',
  })
  await customer('/articles/bolts', desk.site.key, { ...browser, 'sec-purpose': 'prefetch;prerender' })
  await desk.rooms.articles.flushViews()
  const { views, views_30_days } = (await admin('GET', `/articles/${parcels.id}`)).body.article
  assert.deepEqual([views, views_30_days], [3, 3])
  const days = await desk.db.query('select views from article_view_days')
  assert.deepEqual(days, [{ views: 3 }])
  const popular = await desk.rooms.articles.popular(desk.workspaceId, 'en', { siteId: desk.site.id })
  assert.equal(popular[0]!.slug, 'parcels')
  await desk.call('POST', `/support/widget/articles/parcels/feedback?site=${desk.site.key}`, {
    body: { helpful: false, comment: 'Too short' },
  })
  const { feedback } = FeedbackPage.parse((await admin('GET', `/articles/${parcels.id}/feedback`)).body)
  assert.deepEqual([feedback[0]!.helpful, feedback[0]!.comment], [false, 'Too short'])
  assert.equal((await admin('GET', `/articles/${parcels.id}`)).body.article.unhelpful, 1)
})
