// What a website may make the server ask for: its own maps and pages, in an end.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Outbound } from '../../platform/outbound/outbound-fetch.ts'
import { createWebsite } from './website.ts'

function scripted(answers: Record<string, string>) {
  const asked: string[] = []
  const outbound = {
    async fetch(url: string) {
      asked.push(url)
      const text = answers[url]
      return {
        url,
        status: text === undefined ? 404 : 200,
        headers: {},
        body: Buffer.from(text ?? '', 'latin1'),
      }
    },
  } as Outbound
  return { website: createWebsite({ outbound }), asked }
}

test('website: a map that names itself, maps elsewhere and maps without end leads nowhere else and ends', async () => {
  const map = (n: number): string => `https://shop.example/${n}.xml`
  const index = (...urls: string[]): string =>
    `<sitemapindex>${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`
  const { website, asked } = scripted({
    'https://shop.example/sitemap.xml': index(
      'https://shop.example/sitemap.xml',
      'http://10.0.0.5/delete-everything',
      'https://other.example/sitemap.xml',
      'https://shop.example/pages.xml',
      map(0),
    ),
    'https://shop.example/pages.xml':
      '<urlset><url><loc>https://www.shop.example/help/a</loc></url><url><loc>http://10.0.0.5/b</loc></url></urlset>',
    ...Object.fromEntries(Array.from({ length: 100 }, (_, n) => [map(n), index(map(n + 1))])),
  })
  assert.deepEqual(await website.pages('https://shop.example/', { limit: 10 }), {
    urls: ['https://www.shop.example/help/a'],
    found: 1,
  })
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('https://shop.example/')),
    [],
  )
  assert.equal(asked.length, 21, 'robots.txt and twenty maps')
})

test('website: one map that cannot be read keeps nobody from the others; alone it says why', async () => {
  const index = (...names: string[]): string =>
    `<sitemapindex>${names.map((name) => `<loc>https://shop.example/${name}</loc>`).join('')}</sitemapindex>`
  const broken = '\x1f\x8b broken'
  const pages = '<urlset><loc>https://shop.example/help/a</loc></urlset>'
  const from = (...names: string[]) =>
    scripted({
      'https://shop.example/sitemap.xml': index(...names),
      'https://shop.example/broken.xml.gz': broken,
      'https://shop.example/pages.xml': pages,
    }).website.pages('https://shop.example/', { limit: 10 })
  assert.deepEqual((await from('broken.xml.gz', 'pages.xml')).urls, ['https://shop.example/help/a'])
  await assert.rejects(from('broken.xml.gz'), /could not be unpacked/)
})
