// What pages fetch of the widget: their site's look in embed.js, the same bytes for ever under a digest, and files under
// the names an older loader knows.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import express from 'express'
import request from 'supertest'
import { eventually } from '../test/helpers/bounded-wait.ts'
import { testDatabase } from '../test/helpers/test-database.ts'
import { embedRoutes } from './embed.routes.ts'
import { createPinnedLoaders, type PinnedLoaders } from './pinned-loaders.ts'
import { problemHandler } from './platform/http/problem-handler.ts'
import type { Site } from './sites/site.service.ts'
import { DEFAULT_SETTINGS } from './sites/stored-settings.ts'

const SHOP = 'https://shop.example'
const site = {
  name: 'Fjord"$&</script>',
  locale: 'de',
  colour: '#0a5e4b',
  appearance: {
    position: 'bottom-left',
    label: '',
    light: { solid: '#0a5e4b' },
    dark: { solid: '#247660' },
  },
  settings: DEFAULT_SETTINGS,
} as unknown as Site

/** A built widget of a release: everything in it has the release's own name. */
async function writeRelease(dir: string, hash: string): Promise<void> {
  const file = (name: string) => ({ file: `assets/${name}-${hash}.js` })
  const manifest = {
    'widget/panel.ts': file('panel'),
    'widget/page-api.ts': file('page-api'),
    'widget/proactive.ts': file('proactive'),
  }
  const words = {
    en: ['en', '{name} Support', 'Close', 'Support cannot be reached'],
    de: ['de', '{name}: Hilfe', 'Schließen', 'Nicht erreichbar'],
  }
  await mkdir(path.join(dir, 'assets'), { recursive: true })
  await Promise.all([
    writeFile(path.join(dir, 'embed.js'), `/* ${hash} */ start(__DESKBELL_SETTINGS__)`),
    writeFile(path.join(dir, 'manifest.json'), JSON.stringify(manifest)),
    writeFile(path.join(dir, 'words.json'), JSON.stringify(words)),
    writeFile(path.join(dir, `assets/panel-${hash}.js`), `export const mount = '${hash}'`),
  ])
}

/** Two releases that work on one database; each call is a request to a node that runs one. */
async function releases(t: TestContext) {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-embed-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  for (const hash of ['aaaaaaaa', 'bbbbbbbb']) await writeRelease(path.join(folder, hash), hash)
  const { db } = await testDatabase(t)
  const pinned = createPinnedLoaders({ db })
  const sites = {
    byOrigin: async (origin: string) => (origin === SHOP ? site : null),
    byKey: async (key: string) => (key === site.key ? site : null),
  }
  function node(release: string, keeper: PinnedLoaders = pinned) {
    const app = express()
    const log = { warn() {}, error() {} }
    app.use(embedRoutes({ dir: path.join(folder, release), sites, pinned: keeper, reread: false, log }))
    app.use(problemHandler({ log: log as never }))
    return request(app)
  }
  /** Where the present pinned loader is, worked out as a browser works out its integrity. */
  async function pinOf(release: string) {
    const { text } = await node(release).get('/embed.js')
    const hash = createHash('sha384').update(text)
    const digest = hash.copy().digest('hex').slice(0, 16)
    return { path: `/embed-${digest}.js`, digest, integrity: hash.digest('base64') }
  }
  return { node, pinOf, pinned }
}

const settingsIn = (script: string): Record<string, unknown> => JSON.parse(/start\((.*)\)$/.exec(script)![1]!)

test('embed.js: carries the look and the words of the site whose page asks, by Referer or by Origin', async (t) => {
  const { node } = await releases(t)
  for (const header of ['Referer', 'Origin']) {
    const { text, headers } = await node('aaaaaaaa').get('/embed.js').set(header, `${SHOP}`)
    assert.doesNotMatch(text, /<\/script>/)
    const { css, ...settings } = settingsIn(text)
    assert.match(String(css), /#0a5e4b/)
    assert.deepEqual(settings, {
      panel: 'panel-aaaaaaaa.js',
      api: 'page-api-aaaaaaaa.js',
      words: ['de', 'Fjord"$&</script>: Hilfe', 'Schließen', 'Nicht erreichbar'],
      name: 'Fjord"$&</script>',
      position: 'bottom-left',
    })
    assert.equal(headers['access-control-allow-origin'], '*')
    assert.match(headers.vary!, /Referer.*Origin.*Accept-Encoding/)
  }
})

test('embed.js: a page of no known site gets what every page needs', async (t) => {
  const { node } = await releases(t)
  const { text } = await node('aaaaaaaa').get('/embed.js').set('Referer', 'https://other.example/')
  assert.deepEqual(Object.keys(settingsIn(text)), ['panel', 'api', 'words', 'name'])
})

test('a pinned loader: the same bytes for every page, for ever', async (t) => {
  const { node, pinOf } = await releases(t)
  const pin = await pinOf('aaaaaaaa')
  for (const referer of [SHOP, 'https://other.example/']) {
    const { text, headers } = await node('aaaaaaaa').get(pin.path).set('Referer', referer)
    assert.equal(createHash('sha384').update(text).digest('base64'), pin.integrity)
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(headers['access-control-allow-origin'], '*')
  }
})

test('a pinned loader: stays what it was after a deploy, and finds the panel there is now', async (t) => {
  const { node, pinOf, pinned } = await releases(t)
  const pin = await pinOf('aaaaaaaa')
  const before = await node('aaaaaaaa').get(pin.path)
  await eventually(() => pinned.find(pin.digest))
  const later = await node('bbbbbbbb').get(pin.path)
  assert.equal(later.text, before.text)
  const { panel } = settingsIn(later.text)
  const asked = await node('bbbbbbbb').get(`/assets/${panel}`)
  assert.equal(asked.text, 'export*from"./panel-bbbbbbbb.js"\n')
  assert.equal(asked.headers['cache-control'], 'public, max-age=300')
  assert.equal(asked.headers['access-control-allow-origin'], '*')
  const now = await node('bbbbbbbb').get('/assets/panel-bbbbbbbb.js')
  assert.match(now.text, /mount = 'bbbbbbbb'/)
})

test('a pinned loader: is written once, and only what may be the name of one is looked for', async (t) => {
  const { node, pinOf } = await releases(t)
  const pin = await pinOf('aaaaaaaa')
  const asked: string[] = []
  const keeper: PinnedLoaders = {
    keep: async ({ digest }) => void asked.push(`keep ${digest}`),
    find: async (digest) => {
      asked.push(`find ${digest}`)
      return null
    },
  }
  const here = node('aaaaaaaa', keeper)
  for (const path of [pin.path, pin.path, '/embed-%00.js', '/embed-x.js', '/embed-0123456789abcdef.js'])
    await here.get(path)
  assert.deepEqual(asked, [`keep ${pin.digest}`, 'find 0123456789abcdef'])
})

test('a pinned loader: is handed out also while it cannot be kept', async (t) => {
  const { node, pinOf } = await releases(t)
  const broken = { keep: async () => Promise.reject(new Error('away')), find: async () => null }
  const pin = await pinOf('aaaaaaaa')
  assert.equal((await node('aaaaaaaa', broken).get(pin.path)).status, 200)
})

test('what no release had is not there', async (t) => {
  const { node } = await releases(t)
  assert.equal((await node('aaaaaaaa').get('/embed-0123456789abcdef.js')).status, 404)
  for (const file of ['chat-view-cccccccc.js', 'panel.css', 'panel-../x.js', 'unpanel-cccccccc.js'])
    assert.equal((await node('aaaaaaaa').get(`/assets/${encodeURIComponent(file)}`)).status, 404, file)
})
