// The cache of made pages: one making for many askers, bounded, and no failure is kept.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createPageCache, madePage } from './page-cache.ts'

test('page cache: many that ask at once wait for one making', async () => {
  const cache = createPageCache()
  let made = 0
  const make = async () => madePage(`page ${++made}`)
  const pages = await Promise.all([cache.get('a', make), cache.get('a', make)])
  assert.equal(made, 1)
  assert.equal(pages[0], pages[1])
})

test('page cache: beyond its bytes the pages asked for longest ago go', async () => {
  const cache = createPageCache({ bytes: 250 })
  const make = async () => madePage('x'.repeat(100))
  for (const key of ['a', 'b', 'a', 'c']) await cache.get(key, make)
  assert.equal(cache.size, 2)
  assert.equal(cache.bytes, 200)
  let again = false
  await cache.get('a', async () => {
    again = true
    return make()
  })
  assert.equal(again, false)
})

test('page cache: a failure is told to who asked and forgotten', async () => {
  const cache = createPageCache()
  await assert.rejects(
    cache.get('a', () => Promise.reject(new Error('away'))),
    /away/,
  )
  assert.equal((await cache.get('a', async () => madePage('back'))).body.toString(), 'back')
})
