// The demo's site: its pages point at the server there is, under a policy that allows that server and no other.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test, { type TestContext } from 'node:test'
import { freePort } from './database/postgres-cluster.ts'
import { serveStaticSite } from './static-site.ts'

async function startSite(t: TestContext) {
  const dir = await mkdtemp(path.join(tmpdir(), 'deskbell-site-'))
  t.after(() => rm(dir, { recursive: true }))
  await writeFile(path.join(dir, 'index.html'), '<script src="http://localhost:4600/embed.js"></script>')
  await writeFile(path.join(dir, 'help.html'), 'help')
  await writeFile(path.join(dir, 'shop.js'), 'shop')
  const port = await freePort()
  const options = { dir, host: '127.0.0.1', port, builtFor: 'http://localhost:4600' }
  const site = await serveStaticSite({ ...options, serverOrigin: 'https://desk.example' })
  t.after(site.close)
  return (url: string) => fetch(`http://127.0.0.1:${port}${url}`)
}

test('serveStaticSite: pages load the script from the server there is', async (t) => {
  const get = await startSite(t)
  assert.equal(await (await get('/')).text(), '<script src="https://desk.example/embed.js"></script>')
  assert.equal(await (await get('/help.html?from=mail')).text(), 'help')
  assert.equal(await (await get('/shop.js')).text(), 'shop')
})

test('serveStaticSite: the policy names that server and forbids inline scripts', async (t) => {
  const get = await startSite(t)
  const policy = (await get('/')).headers.get('content-security-policy') ?? ''
  assert.match(policy, /script-src 'self' https:\/\/desk\.example;/)
  assert.match(policy, /connect-src 'self' https:\/\/desk\.example wss:\/\/desk\.example;/)
  assert.doesNotMatch(policy, /unsafe/)
})

test('serveStaticSite: what is not there is a plain 404', async (t) => {
  const get = await startSite(t)
  for (const url of ['/none.html', '/..%2f..%2fetc%2fpasswd', '/assets'])
    assert.equal((await get(url)).status, 404, url)
})
