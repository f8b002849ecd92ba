// The public help centre over HTTP: its pages in each language, what may be kept how long, votes without a script, what
// a site shows and does not, and that no author's word becomes markup.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { MissedSearches } from '../../sdk/protocol/missed-search.ts'
import type { ArticleSource } from '../../server/knowledge/article-source.ts'
import { startDesk } from '../helpers/desk.ts'

const ORIGIN = 'https://help.example'

async function setUp(t: TestContext, { unlimited = true } = {}) {
  const desk = await startDesk(t, { unlimited, env: { PUBLIC_URL: ORIGIN } })
  const write = (slug: string, more: Partial<ArticleSource> = {}) =>
    desk.rooms.articles.upsert(desk.workspaceId, {
      slug,
      title: `About ${slug}`,
      category: 'Returns',
      locale: 'en',
      summary: null,
      body: `All there is to know about ${slug}.`,
      questions: [],
      related: [],
      featured: false,
      updated: null,
      ...more,
    })
  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(desk.base + path, { headers, redirect: 'manual' })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const vote = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${desk.base}${path}/feedback`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      body,
    })
  const votes = () =>
    desk.db.query<{ helpful: boolean; comment: string | null }>(
      'select helpful, comment from article_feedback',
    )
  return { desk, write, get, vote, votes }
}

test('help centre: home, topic, article and search are whole pages under one address each', async (t) => {
  const { write, get } = await setUp(t)
  await write('refunds', { summary: 'Money is back in 5 days.', related: ['labels'] })
  await write('labels', { body: 'See [refunds](/help/refunds) and [gone](/help/gone).' })
  const home = await get('/help', { 'accept-language': 'fr, en;q=0.5' })
  assert.equal(home.status, 200)
  assert.match(home.text, /<html lang="en" dir="ltr">/)
  assert.match(home.text, /<link rel="canonical" href="https:\/\/help.example\/help\/en">/)
  assert.match(home.text, /href="\/help\/en\/topics\/returns"[\s\S]*2 articles/)
  assert.match(home.headers.get('vary')!, /Accept-Language/)
  assert.match((await get('/help/en/topics/returns')).text, /<h1 class="title">Returns<\/h1>/)
  const article = await get('/help/en/articles/labels')
  assert.match(
    article.text,
    /<p id="p1">See <a href="\/help\/en\/articles\/refunds">refunds<\/a> and gone\.<\/p>/,
  )
  const facts = [...article.text.matchAll(/ld\+json">(.*?)<\/script>/g)].map(([, json]) => JSON.parse(json!))
  assert.deepEqual(
    facts.map((fact) => fact['@type']),
    ['Article', 'BreadcrumbList'],
  )
  const found = await get('/help/en/search?q=refunds')
  assert.match(found.text, /<mark>refunds<\/mark>/)
  assert.match(found.text, /name="robots" content="noindex/)
  assert.match((await get('/help/en/search?q=zzzqqq')).text, /data-deskbell-open="chat"/)
})

test('help centre: short and old addresses lead to the right one, a made-up one to a page that searches for it', async (t) => {
  const { desk, write, get } = await setUp(t)
  await write('linking', { body: 'As [before](/help/money-back).' })
  await write('refunds')
  await desk.db.query(
    `insert into article_slugs (workspace_id, slug, article_id)
     select workspace_id, 'money-back', id from articles where slug = 'refunds'`,
  )
  for (const path of [
    '/help/refunds',
    '/help/articles/refunds',
    '/help/money-back',
    '/help/en/articles/money-back',
    '/help/fr/articles/refunds',
  ])
    assert.equal((await get(path)).headers.get('location'), '/help/en/articles/refunds', path)
  const linking = (await get('/help/en/articles/linking')).text
  assert.match(linking, /<a href="\/help\/en\/articles\/refunds">before<\/a>/, 'links keep to who has moved')
  const missing = await get('/help/en/articles/about-my-refunds')
  assert.equal(missing.status, 404)
  assert.match(missing.text, /href="\/help\/en\/articles\/refunds/)
  for (const path of [
    '/help/%ff',
    '/help/en/topics/none',
    '/help/s/nobody',
    '/help/sitemap-9.xml',
    '/help/sitemap-abc.xml',
    '/help/sitemap-0x1.xml',
  ])
    assert.equal((await get(path)).status, 404, path)
})

test('help centre: languages have pages of their own that name each other', async (t) => {
  const { desk, write, get } = await setUp(t)
  await write('parcels')
  await write('pakete', { locale: 'de', title: 'Wo ist mein Paket?' })
  await write('tarayid', { locale: 'ar', title: 'أين طردي؟' })
  await desk.db.query(
    `update articles set group_id = (select group_id from articles where slug = 'parcels') where slug = 'pakete'`,
  )
  await desk.db.query('update knowledge_versions set version = version + 1')
  desk.rooms.bus.emit('knowledge.changed', { workspaceId: desk.workspaceId })
  assert.match(
    (await get('/help', { 'accept-language': 'de-AT,en' })).text,
    /<html lang="de-?A?T?" dir="ltr">/,
  )
  assert.match((await get('/help/ar')).text, /<html lang="ar" dir="rtl">[\s\S]*أين طردي؟/)
  assert.equal((await get('/help?lang=de')).headers.get('location'), '/help/de')
  assert.equal((await get('/help/DE')).headers.get('location'), '/help/de')
  const german = (await get('/help/de/articles/pakete')).text
  for (const [locale, slug] of [
    ['de', 'pakete'],
    ['en', 'parcels'],
  ])
    assert.ok(german.includes(`hreflang="${locale}" href="${ORIGIN}/help/${locale}/articles/${slug}"`))
  const guest = (await get('/help/ar/articles/parcels')).text
  assert.match(guest, /<article lang="en">/)
  assert.ok(guest.includes(`<link rel="canonical" href="${ORIGIN}/help/en/articles/parcels">`))
})

test('help centre: a page is asked for again each time and mostly unchanged; the style sheet is kept for ever', async (t) => {
  const { write, get } = await setUp(t)
  await write('refunds')
  const first = await get('/help/en/articles/refunds', { 'accept-encoding': 'gzip, br' })
  const etag = first.headers.get('etag')!
  assert.equal(first.headers.get('cache-control'), 'public, max-age=0, must-revalidate')
  assert.equal(first.headers.get('content-encoding'), 'br')
  // As a browser asks; fetch by itself would ask past every cache.
  const again = { 'if-none-match': etag, 'cache-control': 'max-age=0' }
  assert.equal((await get('/help/en/articles/refunds', again)).status, 304)
  await write('refunds', { title: 'Money back' })
  const changed = await get('/help/en/articles/refunds', again)
  assert.equal(changed.status, 200)
  assert.match(changed.text, /<h1 class="title">Money back<\/h1>/)
  const style = /href="(\/help\/style-[0-9a-f]{16}\.css)"/.exec(first.text)![1]!
  const sheet = await get(style)
  assert.match(sheet.headers.get('content-type')!, /text\/css/)
  assert.match(sheet.headers.get('cache-control')!, /immutable/)
  assert.match((await get('/help/style-0000000000000000.css')).headers.get('cache-control')!, /max-age=300/)
})

test('help centre: what a page may do is little, and a host header changes no address', async (t) => {
  const { write, get } = await setUp(t)
  await write('refunds')
  const { headers, text } = await get('/help/en/articles/refunds', { 'x-forwarded-host': 'evil.example' })
  const policy = headers.get('content-security-policy')!
  assert.match(policy, /default-src 'none';script-src 'self';style-src 'self'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.doesNotMatch(text, /evil\.example|<style|style="|\son\w+="/)
  const scripts = [...text.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)].map(([tag]) => tag)
  assert.equal(scripts.length, 1)
  assert.match(scripts[0]!, /src="\/support\/widget\/embed\.js\?site=/)
  for (const path of [
    '/help//evil.example',
    '/help/s/x/%2F%2Fevil.example',
    '/help?site=//evil.example',
    '/help/en/search/..%2f..%2f',
  ])
    assert.doesNotMatch((await get(path)).headers.get('location') ?? '/help', /^(?!\/help)|evil/)
})

test('help centre: a vote needs no script, counts once an address and day, and its comment follows it', async (t) => {
  const { write, vote, votes, get } = await setUp(t)
  await write('refunds')
  const path = '/help/en/articles/refunds'
  const answer = await vote(path, 'helpful=no')
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), `${path}?voted=no#vote`)
  assert.match((await get(`${path}?voted=no`)).text, /<textarea id="comment" name="comment"/)
  assert.equal(
    (await vote(path, 'helpful=no&comment=Where+is+%3Cb%3Emine')).headers.get('location'),
    `${path}?voted=said#vote`,
  )
  await vote(path, 'helpful=yes')
  assert.deepEqual(await votes(), [{ helpful: false, comment: 'Where is <b>mine' }])
  for (const body of ['', 'helpful=maybe', 'helpful[]=yes', 'x=1'])
    assert.equal((await vote(path, body)).headers.get('location'), path, body)
})

test('help centre: other sites’ pages cannot vote, and too many votes are too many', async (t) => {
  const { write, vote, votes } = await setUp(t, { unlimited: false })
  await write('refunds')
  const path = '/help/en/articles/refunds'
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ])
    assert.equal((await vote(path, 'helpful=yes', headers)).status, 403)
  assert.deepEqual(await votes(), [])
  const statuses = []
  for (let n = 0; n < 30; n++) statuses.push((await vote(path, 'helpful=yes')).status)
  assert.equal(statuses.at(-1), 429)
  assert.equal((await votes()).length, 1)
})

test('help centre: each site shows what stands on it, in search, lists and sitemap alike', async (t) => {
  const { desk, write, get } = await setUp(t)
  const other = await desk.rooms.sites.create({
    workspaceId: desk.workspaceId,
    name: 'Wholesale',
    key: 'wholesale',
  })
  await write('public-refunds')
  await write('trade-refunds')
  await desk.db.query(`update articles set site_ids = $1::uuid[] where slug = 'trade-refunds'`, [[other.id]])
  await desk.db.query(`insert into articles (id, workspace_id, slug, title, body, content, state)
    select gen_random_uuid(), workspace_id, 'draft-refunds', 'Draft refunds', '', '[]', 'draft' from articles limit 1`)
  await desk.db.query('update knowledge_versions set version = version + 1')
  desk.rooms.bus.emit('knowledge.changed', { workspaceId: desk.workspaceId })
  for (const path of [
    '/help/en',
    '/help/en/search?q=refunds',
    '/help/sitemap.xml',
    '/help/en/feed.xml',
    '/help/en/topics/returns',
  ]) {
    const { text } = await get(path)
    assert.match(text, /public-refunds/, path)
    assert.doesNotMatch(text, /trade-refunds|draft-refunds/, path)
  }
  assert.equal((await get('/help/en/articles/trade-refunds')).status, 404)
  assert.equal((await get('/help/en/articles/draft-refunds')).status, 404)
  assert.equal((await get('/help?site=wholesale')).headers.get('location'), '/help/s/wholesale')
  assert.equal(
    (await get(`/help/en/search?site=wholesale&q=a%26b`)).headers.get('location'),
    '/help/s/wholesale/en/search?q=a%26b',
  )
  const trade = (await get('/help/s/wholesale/en')).text
  assert.match(trade, /\/help\/s\/wholesale\/en\/articles\/trade-refunds/)
  assert.match(trade, /data-site="wholesale"/)
})

const PAYLOADS = [
  '"><script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  `'"--></style></script><svg/onload=alert(1)>`,
]

test('help centre: nothing an author or an owner writes becomes markup, on any page', async (t) => {
  const { desk, write, get } = await setUp(t)
  for (const [n, payload] of PAYLOADS.entries())
    await write(`refunds-${n}`, {
      title: payload,
      summary: payload,
      category: payload,
      questions: [payload],
      related: PAYLOADS.map((_, other) => `refunds-${other}`),
      body: `## ${payload}?\n\n${payload}\n\n## Two?\n\nx\n\n## Three?\n\n\`\`\`${payload}\n${payload}\n\`\`\`\n\n![${payload}](https://cdn.example/a.png)\n\n| ${payload} |\n|---|\n| ${payload} |\n\n[${payload}](javascript:alert(1))`,
    })
  await desk.rooms.sites.update(desk.site, { name: PAYLOADS[0]!.slice(0, 60), greeting: PAYLOADS[1]! })
  const query = encodeURIComponent(PAYLOADS[0]!)
  const topics = (await get('/help/en')).text.match(/\/help\/en\/topics\/[^"]+/g) ?? []
  assert.equal(topics.length >= 3, true)
  for (const path of [
    '/help/en',
    ...new Set(topics),
    '/help/en/articles/refunds-0',
    '/help/en/articles/refunds-1',
    '/help/en/articles/refunds-2',
    `/help/en/articles/refunds-0?q=${query}`,
    `/help/en/search?q=${query}`,
    `/help/en/${query}`,
    '/help/sitemap.xml',
    '/help/en/feed.xml',
  ]) {
    const { text } = await get(path)
    const tags = text.replaceAll(/"[^"]*"/g, '""').match(/<[a-z!/?][^<>]*>/gi) ?? []
    for (const tag of tags) assert.doesNotMatch(tag, /\son\w+=|<svg\/|alert/, path)
    assert.equal(
      (text.match(/<script/g) ?? []).length,
      (text.match(/<script (?:type="application\/ld\+json"|src="\/support)/g) ?? []).length,
      path,
    )
    for (const [, json] of text.matchAll(/ld\+json">(.*?)<\/script>/g)) JSON.parse(json!)
  }
})

test('help centre: pages stay while the database is away, and a page never made says so kindly', async (t) => {
  const { desk, write, get } = await setUp(t)
  await write('refunds')
  await write('labels')
  assert.equal((await get('/help/en/articles/refunds')).status, 200)
  await desk.db.close()
  // Past the second a shelf is not looked at again.
  desk.rooms.bus.emit('knowledge.changed', { workspaceId: desk.workspaceId })
  assert.equal((await get('/help/en/articles/refunds')).status, 200)
  assert.equal((await get('/help/en')).status, 200)
  const failed = await get('/help/en/articles/labels')
  assert.ok(failed.status >= 500)
  assert.match(failed.headers.get('content-type')!, /text\/html/)
  assert.match(failed.text, /Try again in a moment/)
})

test('robots.txt and sitemap.xml: name the public address and nothing private', async (t) => {
  const { write, get } = await setUp(t)
  await write('refunds')
  const robots = (await get('/robots.txt')).text
  assert.match(robots, /Disallow: \/console\n/)
  assert.match(robots, /Sitemap: https:\/\/help.example\/help\/sitemap.xml/)
  assert.match(
    (await get('/help/sitemap.xml')).text,
    /<loc>https:\/\/help.example\/help\/en\/articles\/refunds<\/loc>/,
  )
})

test('missing answers: counted from the help centre, for owners alone, set aside by them', async (t) => {
  const { desk, write, get } = await setUp(t)
  await write('refunds')
  await get('/help/en/search?q=unicycle%20lessons%20for%20nora%40example.com')
  await get('/help/en/search?q=refunds')
  await desk.rooms.missed.flush(true)
  const agent = await desk.person('ana')
  assert.equal((await desk.call('GET', '/api/v1/knowledge/missing', agent)).status, 403)
  const owner = await desk.rooms.agents.create({
    workspaceId: desk.workspaceId,
    kind: 'human',
    name: 'mika',
    email: 'mika@desk.example',
    role: 'owner',
  })
  const { token } = await desk.rooms.sessions.create({ workspaceId: desk.workspaceId, agentId: owner.id })
  const { body } = await desk.call('GET', '/api/v1/knowledge/missing', { token })
  const { searches, open } = MissedSearches.parse(body)
  assert.deepEqual(
    searches.map(({ query, count }) => [query, count]),
    [['unicycle lessons for', 1]],
  )
  assert.equal(open, 1)
  const wanted = { ids: [searches[0]!.id], dismissed: true }
  const done = await desk.call('POST', '/api/v1/knowledge/missing/dismiss', { token, body: wanted })
  assert.deepEqual(done.body, { changed: 1 })
  assert.equal((await desk.call('GET', '/api/v1/knowledge/missing', { token })).body.open, 0)
})
