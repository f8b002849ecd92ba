// robots.txt and sitemaps as sites write them, and as somebody writes them who means harm.

import assert from 'node:assert/strict'
import test from 'node:test'
import { gzipSync } from 'node:zlib'
import { readRobots } from './robots.ts'
import { readSitemap } from './sitemap-reader.ts'

const ROBOTS = `
User-agent: other
Disallow: /

user-agent: *
Disallow: /private # not for anybody
Allow: /private/open
Disallow: /*.pdf$
Disallow: /a*b*c
Disallow:
Crawl-delay: 2
Sitemap: https://shop.example/maps.xml
`

for (const [path, allowed] of [
  ['/', true],
  ['/private', false],
  ['/private/x', false],
  ['/private/open/x', true],
  ['/x/guide.pdf', false],
  ['/x/guide.pdf?a', true],
  ['/a1b2c', false],
  ['/acb', true],
] as const)
  test(`robots: ${path} is ${allowed ? 'open' : 'closed'}`, () => {
    assert.equal(readRobots(ROBOTS).allows(path), allowed)
  })

test('robots: what is said to us by name counts alone; sitemaps and the pace are read', () => {
  const { delay, sitemaps } = readRobots(ROBOTS)
  assert.deepEqual([delay, sitemaps], [2, ['https://shop.example/maps.xml']])
  const named = readRobots('User-agent: Deskbell\nUser-agent: b\nDisallow: /x\n\nUser-agent: *\nDisallow: /')
  assert.deepEqual([named.allows('/y'), named.allows('/x')], [true, false])
  assert.equal(readRobots('').allows('/'), true)
})

test('robots: a pattern made to be slow is not', () => {
  const robots = readRobots(`User-agent: *\nDisallow: /${'a*'.repeat(2000)}b$`)
  const began = process.cpuUsage().user
  assert.equal(robots.allows(`/${'a'.repeat(100_000)}`), true)
  assert.ok(process.cpuUsage().user - began < 2_000_000)
})

test('sitemap: addresses with entities, CDATA and prefixes are read; what is none is none', async () => {
  const file = await readSitemap(
    Buffer.from(
      `<?xml version="1.0"?><ns:urlset xmlns:ns="x"><ns:url><ns:loc> https://a.example/?x=1&amp;y=&#50; </ns:loc></ns:url><url><loc><![CDATA[https://a.example/b]]></loc></url></ns:urlset>`,
    ),
  )
  assert.deepEqual(file, { isIndex: false, locations: ['https://a.example/?x=1&y=2', 'https://a.example/b'] })
  assert.equal(await readSitemap(Buffer.from('<html><loc>https://a.example</loc></html>')), null)
})

test('sitemap: entities of its own are never expanded, and what unpacks to too much is refused', async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>https://a.example/&b;</loc></url></urlset>`
  assert.deepEqual((await readSitemap(Buffer.from(laughs)))?.locations, ['https://a.example/&b;'])
  await assert.rejects(readSitemap(gzipSync(Buffer.alloc(20 * 1024 * 1024, '<urlset>'))))
})
