// Imports over REST: files, a website and addresses, as durable jobs with an account of every item.

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import http, { type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import test, { type TestContext } from 'node:test'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { ArticleImport, ImportItemPage, ImportPage } from '../../sdk/protocol/knowledge-import.ts'
import { articleDesk } from '../helpers/article-desk.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { docx, pdf } from '../helpers/small-documents.ts'

type Item = { source: string; outcome: string; reason: string | null; article_id: string | null }

async function setUp(t: TestContext, env: Record<string, string> = {}) {
  const parts = await articleDesk(t, { env })
  const { desk, admin, person } = parts
  const token = await person('olga', 'owner')

  const put = (id: string, name: string, bytes: Uint8Array | string, headers: Record<string, string> = {}) =>
    fetch(`${desk.base}/api/v1/knowledge/imports/${id}/files/${encodeURIComponent(name)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
      body: bytes as BodyInit,
    }).then(async (response) => ({ status: response.status, body: await response.json() }))

  /** Waits for the job to have come to an end; it tells nobody but the database. */
  const ended = (id: string): Promise<{ import: ArticleImport; items: Item[] }> =>
    eventually(async () => {
      const { body } = await admin('GET', `/knowledge/imports/${id}`)
      const found = ArticleImport.parse(body.import)
      if (['open', 'waiting', 'running'].includes(found.state)) return null
      const { items } = ImportItemPage.parse((await admin('GET', `/knowledge/imports/${id}/items`)).body)
      return { import: found, items }
    })

  async function files(all: Record<string, Uint8Array | string>, options: object = {}) {
    const { body } = await admin('POST', '/knowledge/imports', { kind: 'files', ...options })
    for (const [name, bytes] of Object.entries(all))
      assert.equal((await put(body.import.id, name, bytes)).status, 200, name)
    await admin('POST', `/knowledge/imports/${body.import.id}/start`)
    return ended(body.import.id)
  }
  const begin = async (input: object) => {
    const { body } = await admin('POST', '/knowledge/imports', input)
    return ended(body.import.id)
  }
  const told = (items: Item[]) => items.map(({ source, outcome }) => `${source} ${outcome}`)
  return { ...parts, put, ended, files, begin, told }
}

/** A website on this machine, which the operator has opened. */
async function website(t: TestContext, answer: RequestListener) {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    asked.push(request.url!)
    answer(request, response)
  })
  server.listen(0, '127.0.0.2')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return { base: `http://127.0.0.2:${(server.address() as AddressInfo).port}`, asked }
}
const OPENED = { OUTBOUND_ALLOW: '127.0.0.2/32' }
const page = (title: string, text: string): string =>
  `<title>${title} | Shop</title><main><h1>${title}</h1><p>${text}</p></main>`

const REFUNDS = '---\ntitle: Refunds\ncategory: Payments\n---\nIn three days. See [parcels](parcels.md).'

test('import of files: each kind becomes a draft or a published article, each failure has its reason', async (t) => {
  const { files, customer, admin, told } = await setUp(t)
  const { import: done, items } = await files(
    {
      'refunds.md': REFUNDS,
      'parcels.md': '# Where is my parcel?\n\nOn its way.',
      'care.pdf': pdf([
        [
          { text: 'Chain care', size: 24, y: 760 },
          { text: 'Oil it now and then.', y: 700 },
        ],
      ]),
      'brakes.docx': docx([['Brakes', 'Title'], ['Bleed them once a year.']]),
      'page.html': page('Torque', 'Five newton metres.'),
      'scan.pdf': pdf([[]]),
      'broken.md': '---\ntitle: \n---\nText',
      'categories.yml':
        '- name: Payments\n  slug: money\n  translations: {de: {name: Bezahlen}}\n  children: [{name: Refunds}]',
    },
    { publish: true },
  )
  assert.deepEqual(told(items), [
    'refunds.md created',
    'parcels.md created',
    'care.pdf created',
    'brakes.docx created',
    'page.html created',
    'scan.pdf failed',
    'broken.md failed',
    'categories.yml updated',
  ])
  assert.deepEqual([done.state, done.done, done.total, done.created, done.failed], ['done', 8, 8, 5, 2])
  assert.match(items[5]!.reason!, /text recognition/)
  assert.match(items[6]!.reason!, /title/)
  const refunds = (await customer('/articles/refunds')).body
  assert.equal(JSON.stringify(refunds.content).includes('"slug":"parcels"'), true)
  assert.equal((await customer('/articles/where-is-my-parcel')).status, 404)
  assert.equal((await customer('/articles/parcels')).body.title, 'Where is my parcel?')
  assert.equal((await customer('/articles/chain-care')).status, 200)
  const { categories } = (await admin('GET', '/knowledge/categories')).body
  assert.deepEqual(
    categories.map(({ name, parent_id }: { name: string; parent_id: string | null }) => [
      name,
      parent_id !== null,
    ]),
    [
      ['Payments', false],
      ['Refunds', true],
    ],
  )
})

test('import of files: aliases are a fault of their file and hold nobody up; a name may be long, and in any script', async (t) => {
  const { files, customer, told } = await setUp(t)
  const all = {
    'alias.md': '---\ntitle: &a x\nsummary: *a\n---\nText',
    'categories.yml': '- name: &a X\n  slug: *a',
    'إرجاع.md': '# إرجاع المنتجات\n\nخلال ستين يومًا.',
    [`${'w'.repeat(180)}.md`]: '# Wheels\n\nRound.',
  }
  const { items } = await files(all, { publish: true, locale: 'ar' })
  assert.deepEqual(told(items.slice(0, 3)), ['alias.md failed', 'categories.yml failed', 'إرجاع.md created'])
  // As long as an export may write it, and an import read it again.
  assert.equal((await customer(`/articles/${'w'.repeat(120)}`)).status, 200)
  assert.match(items[0]!.reason!, /alias/)
  assert.match(items[1]!.reason!, /alias/)
  const again = await files(all, { publish: true, locale: 'ar' })
  assert.equal(told(again.items)[2], 'إرجاع.md unchanged')
})

test('import: the same again changes nothing; what a person edited is kept, with the new text as a draft beside it', async (t) => {
  const { files, customer, admin, agent, told } = await setUp(t)
  const first = await files(
    { 'refunds.md': REFUNDS, 'care.html': page('Care', 'Oil it.') },
    { publish: true },
  )
  const [refunds, care] = first.items.map(({ article_id }) => article_id!)
  const again = await files(
    { 'refunds.md': REFUNDS, 'care.html': page('Care', 'Oil it.') },
    { publish: true },
  )
  assert.deepEqual(told(again.items), ['refunds.md unchanged', 'care.html unchanged'])
  await agent('PATCH', `/articles/${refunds}`, { body: 'In four days, I know it.' })
  await admin('POST', `/articles/${refunds}/publish`)
  const untouched = await files({ 'refunds.md': REFUNDS }, { publish: true })
  assert.deepEqual(told(untouched.items), ['refunds.md unchanged'])
  const newer = await files(
    { 'refunds.md': REFUNDS.replace('three', 'two'), 'care.html': page('Care', 'Oil it well.') },
    { publish: true },
  )
  assert.deepEqual(told(newer.items), ['refunds.md updated', 'care.html updated'])
  assert.match(newer.items[0]!.reason!, /edited here since/)
  assert.equal(newer.import.noted, 1)
  assert.match(JSON.stringify((await customer('/articles/refunds')).body), /four days, I know/)
  assert.match(JSON.stringify((await customer('/articles/care')).body), /Oil it well/)
  const held = (await agent('GET', `/articles/${refunds}`)).body.article
  assert.deepEqual([held.has_draft, held.version, held.published_version], [true, 3, 2])
  assert.match(held.body, /two days/)
  // Still somebody's: the next import must not publish over it either.
  const third = await files({ 'refunds.md': REFUNDS.replace('three', 'one') }, { publish: true })
  assert.match(third.items[0]!.reason!, /edited here since/)
  assert.match(JSON.stringify((await customer('/articles/refunds')).body), /four days/)
  assert.equal((await agent('GET', `/articles/${care}`)).body.article.version, 2)
  // Taken on by a person, it is the source's again.
  await admin('POST', `/articles/${refunds}/publish`)
  await files({ 'refunds.md': REFUNDS.replace('three', 'six') }, { publish: true })
  assert.match(JSON.stringify((await customer('/articles/refunds')).body), /six days/)
})

test('import: as drafts unless published is asked for; withdrawn and deleted articles stay so', async (t) => {
  const { files, admin, customer, told } = await setUp(t)
  const { items } = await files({
    'a.md': '---\ntitle: A\n---\nOne',
    'b.md': '---\ntitle: B\nstate: draft\n---\nOne',
  })
  assert.equal((await customer('/articles/a')).status, 404)
  await files(
    { 'a.md': '---\ntitle: A\n---\nOne', 'b.md': '---\ntitle: B\nstate: draft\n---\nOne' },
    { publish: true },
  )
  assert.equal((await customer('/articles/a')).status, 200)
  assert.equal((await customer('/articles/b')).status, 404)
  const [a] = items
  await admin('POST', `/articles/${a!.article_id}/archive`)
  const archived = await files({ 'a.md': '---\ntitle: A\n---\nTwo' }, { publish: true })
  assert.match(archived.items[0]!.reason!, /archived here and stays so/)
  assert.equal((await customer('/articles/a')).status, 404)
  await admin('DELETE', `/articles/${a!.article_id}`)
  const deleted = await files({ 'a.md': '---\ntitle: A\n---\nThree' }, { publish: true })
  assert.deepEqual(told(deleted.items), ['a.md failed'])
  assert.match(deleted.items[0]!.reason!, /deleted here/)
})

test('import: a draft that somebody has edited is not published by what comes after it', async (t) => {
  const { files, agent, customer } = await setUp(t)
  const text = (word: string): Record<string, string> => ({ 'a.md': `---\ntitle: A\n---\n${word}` })
  const { items } = await files(text('One'))
  await agent('PATCH', `/articles/${items[0]!.article_id}`, { body: 'Mine' })
  for (const word of ['Two', 'Three']) {
    const { items } = await files(text(word), { publish: true })
    assert.match(items[0]!.reason!, /edited here since/)
    assert.equal((await customer('/articles/a')).status, 404)
  }
  const { versions } = (await agent('GET', `/articles/${items[0]!.article_id}/versions`)).body
  assert.deepEqual(
    versions.map(({ origin }: { origin: string }) => origin),
    ['import', 'import', 'person', 'import'],
  )
})

test('import of a website: its sitemap’s pages, as robots.txt allows, bounded, and once however often', async (t) => {
  const site = await website(t, (request, response) => {
    const { base } = site
    if (request.url === '/robots.txt')
      return response.end(`User-agent: *\nDisallow: /help/secret\nSitemap: ${base}/maps/index.xml.gz`)
    if (request.url === '/maps/index.xml.gz')
      return response.end(
        gzipSync(`<sitemapindex><sitemap><loc>${base}/maps/help.xml</loc></sitemap></sitemapindex>`),
      )
    if (request.url === '/maps/help.xml')
      return response.end(
        `<urlset>${['/help/refunds?a=1&amp;b=2', '/help/secret', '/help/gone', '/shop', '/help/image']
          .map((path) => `<url><loc>${base}${path}</loc></url>`)
          .join('')}<url><loc>http://elsewhere.example/help/x</loc></url></urlset>`,
      )
    response.setHeader('content-type', request.url === '/help/image' ? 'image/png' : 'text/html')
    if (request.url === '/help/gone') return response.writeHead(404).end()
    response.end(page('Refunds', 'In three days.'))
  })
  const { begin, told, customer } = await setUp(t, OPENED)
  const input = { kind: 'website', url: `${site.base}/help/`, path: '/help/', publish: true }
  const { import: done, items } = await begin(input)
  assert.deepEqual(told(items), [
    `${site.base}/help/refunds?a=1&b=2 created`,
    `${site.base}/help/secret skipped`,
    `${site.base}/help/gone failed`,
    `${site.base}/help/image failed`,
  ])
  assert.deepEqual([done.state, done.found, done.skipped], ['done', 4, 1])
  assert.match(items[1]!.reason!, /robots\.txt/)
  assert.equal((await customer('/articles/refunds')).status, 200)
  assert.ok(!site.asked.includes('/help/secret') && !site.asked.includes('/shop'))
  const again = await begin({ ...input, limit: 1 })
  assert.deepEqual(told(again.items), [`${site.base}/help/refunds?a=1&b=2 unchanged`])
  assert.equal(again.import.found, 4)
})

test('import of a website: five thousand pages are as many as are asked for, and a sitemap that would grow does not', async (t) => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]>`
  const site = await website(t, (request, response) => {
    if (request.url === '/sitemap.xml')
      return response.end(
        `${laughs}<urlset><url><loc>&j;</loc></url>${Array.from({ length: 5000 }, (_, n) => `<url><loc>${site.base}/p/${n}</loc></url>`).join('')}</urlset>`,
      )
    if (request.url === '/bomb.xml') return response.end(gzipSync(Buffer.alloc(30 * 1024 * 1024, '<urlset>')))
    response.writeHead(404).end()
  })
  const { begin } = await setUp(t, OPENED)
  const { import: done } = await begin({ kind: 'website', url: site.base, limit: 2 })
  assert.deepEqual([done.state, done.total, done.found], ['done', 2, 5000])
  const bomb = await begin({ kind: 'website', url: `${site.base}/bomb.xml` })
  assert.deepEqual(
    [bomb.import.state, bomb.import.problem],
    ['failed', 'The sitemap is larger than is read.'],
  )
  const none = await begin({ kind: 'website', url: `${site.base}/nothing.xml` })
  assert.match(none.import.problem!, /no sitemap/)
})

test('import: an address that leads inside is refused, and nobody there is asked', async (t) => {
  let hits = 0
  const canary = http.createServer((_request, response) => {
    hits += 1
    response.end(page('Inside', 'Secrets.'))
  })
  canary.listen(0, '127.0.0.1')
  await once(canary, 'listening')
  t.after(() => canary.close())
  const { port } = canary.address() as AddressInfo
  const site = await website(t, (request, response) =>
    request.url === '/robots.txt'
      ? response.writeHead(404).end()
      : response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end(),
  )
  const { begin } = await setUp(t, OPENED)
  const { items } = await begin({
    kind: 'urls',
    publish: true,
    urls: [
      `http://127.0.0.1:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://2130706433:${port}/`,
      `${site.base}/away`,
    ],
  })
  assert.deepEqual(
    items.map(({ outcome }) => outcome),
    ['failed', 'failed', 'failed', 'failed'],
  )
  assert.match(items[0]!.reason!, /private network/)
  const inside = await begin({ kind: 'website', url: `http://localhost:${port}/sitemap.xml` })
  assert.equal(inside.import.state, 'failed')
  assert.equal(hits, 0)
})

test('import: called off, nothing more comes; started, it takes no more files; what is no file is refused', async (t) => {
  const { admin, agent, put, stranger, ended } = await setUp(t)
  const { id } = (await admin('POST', '/knowledge/imports', { kind: 'files' })).body.import
  assert.equal((await admin('POST', `/knowledge/imports/${id}/start`)).body.code, 'import-state')
  assert.equal((await put(id, 'a.exe', 'x')).status, 415)
  assert.equal((await put(id, 'old.doc', 'x')).status, 415)
  assert.equal((await put(id, '../a.md', 'x')).status, 422)
  assert.equal((await put(id, 'a.md', '')).status, 422)
  assert.equal((await put(id, 'a.md', 'x', { 'content-type': 'text/plain' })).status, 415)
  assert.equal((await put(id, 'a.md', 'x', { 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal((await put(id, 'big.pdf', new Uint8Array(20 * 1024 * 1024 + 1))).status, 413)
  const bomb = zipSync({ 'a.md': new Uint8Array(3 * 1024 * 1024) })
  assert.equal((await put(id, 'bomb.zip', bomb)).status, 413)
  assert.equal((await put(id, 'bad.zip', 'PK no')).status, 422)
  const named = zipSync({ [`${randomBytes(10_000).toString('hex')}.md`]: strToU8('# A') })
  assert.equal((await put(id, 'named.zip', named)).status, 422)
  const zip = zipSync({
    'x/a.md': strToU8('# A\n\nText'),
    'x/b.txt': strToU8('no'),
    '__MACOSX/a.md': strToU8('no'),
  })
  assert.equal((await put(id, 'all.zip', zip)).body.import.total, 1)
  assert.equal((await admin('POST', `/knowledge/imports/${id}/cancel`)).body.import.state, 'cancelled')
  const { items } = await ended(id)
  assert.equal(items[0]!.outcome, 'waiting')
  for (const step of ['start', 'cancel'])
    assert.equal((await admin('POST', `/knowledge/imports/${id}/${step}`)).body.code, 'import-state')
  assert.equal((await put(id, 'c.md', 'x')).body.code, 'import-state')

  assert.equal((await agent('GET', '/knowledge/imports')).status, 403)
  assert.equal((await agent('POST', '/knowledge/imports', { kind: 'files' })).status, 403)
  const { call } = await stranger()
  for (const path of ['', '/items'])
    assert.equal((await call('GET', `/knowledge/imports/${id}${path}`)).status, 404)
  assert.equal((await call('POST', `/knowledge/imports/${id}/cancel`)).status, 404)
  assert.equal(ImportPage.parse((await admin('GET', '/knowledge/imports')).body).imports.length, 1)
  for (let n = 0; n < 5; n += 1) await admin('POST', '/knowledge/imports', { kind: 'files' })
  assert.equal((await admin('POST', '/knowledge/imports', { kind: 'files' })).body.code, 'import-state')
  for (const input of [
    { kind: 'urls', urls: [] },
    { kind: 'urls', urls: ['ftp://x'] },
    { kind: 'website', url: 'nothing' },
    { kind: 'website', url: 'http://x', limit: 5000 },
    { kind: 'ftp' },
  ])
    assert.equal((await admin('POST', '/knowledge/imports', input)).status, 422, JSON.stringify(input))
})
