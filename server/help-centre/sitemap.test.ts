// The sitemap: every page once, under its one address, in as many files as it takes.

import assert from 'node:assert/strict'
import test from 'node:test'
import { helpAddresses, publicArticleUrl } from './help-addresses.ts'
import { arrange, type ShelfArticle } from './shelf.ts'
import { placesOf, sitemap } from './sitemap.ts'

const article = (n: number, more: Partial<ShelfArticle> = {}): ShelfArticle => ({
  id: String(n),
  family: String(n),
  slug: `a-${n}`,
  locale: 'en',
  title: `Article ${n}`,
  summary: null,
  topic: 't',
  featured: false,
  votes: 0,
  related: [],
  updated_at: new Date('2026-11-01T00:00:00Z'),
  ...more,
})
const addresses = helpAddresses('https://help.example', null)

test('sitemap: names home, topics and articles, each with its translations', () => {
  const shelf = arrange(
    [article(1), article(2, { family: '1', locale: 'de', slug: 'a&b' })],
    [{ id: 't', name: 'Returns', parent: null }],
  )
  const xml = sitemap(shelf, addresses, null)!
  const places = [...xml.matchAll(/<loc>([^<]*)/g)].map(([, place]) => place)
  assert.deepEqual(places, [
    'https://help.example/help/de',
    'https://help.example/help/en',
    'https://help.example/help/de/topics/returns',
    'https://help.example/help/en/topics/returns',
    'https://help.example/help/en/articles/a-1',
    'https://help.example/help/de/articles/a%26b',
  ])
  assert.match(xml, /<lastmod>2026-11-01T00:00:00.000Z<\/lastmod>/)
  assert.match(xml, /hreflang="de" href="https:\/\/help.example\/help\/de\/articles\/a%26b"/)
})

test('sitemap: beyond the most a file may name, an index names files that together hold every page once', () => {
  const shelf = arrange(
    Array.from({ length: 7 }, (_, n) => article(n)),
    [],
  )
  const all = placesOf(shelf, addresses).length
  const index = sitemap(shelf, addresses, null, 3)!
  const files = [...index.matchAll(/sitemap-(\d+)\.xml/g)].map(([, n]) => Number(n))
  assert.deepEqual(files, [1, 2, 3])
  const found = files.flatMap((n) => [...sitemap(shelf, addresses, n, 3)!.matchAll(/<url><loc>([^<]*)/g)])
  assert.equal(new Set(found.map(([, place]) => place)).size, all)
  assert.equal(found.length, all)
  assert.equal(sitemap(shelf, addresses, 4, 3), null)
  assert.equal(sitemap(shelf, addresses, Number.NaN, 3), null)
})

test('addresses: keys, slugs and passages cannot leave the path', () => {
  const strange = helpAddresses('https://help.example', '../x?y#z')
  assert.equal(
    strange.article('en', '../../console', { passage: 'p 1"' }),
    '/help/s/..%2Fx%3Fy%23z/en/articles/..%2F..%2Fconsole#p%201%22',
  )
  assert.equal(
    publicArticleUrl('https://help.example', null, 'refunds', 'p2'),
    'https://help.example/help/articles/refunds#p2',
  )
})
