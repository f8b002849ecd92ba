// A site's logo as a picture: who may give one, what is taken, how it is served, and that it is gone when taken away.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import sharp from 'sharp'
import { AdminSite, SitePreview } from '../../sdk/protocol/site-admin.ts'
import { startDesk } from '../helpers/desk.ts'
import { photo, png } from '../helpers/small-files.ts'

const asUrl = (bytes: Buffer, type = 'image/png'): string => `data:${type};base64,${bytes.toString('base64')}`
const bytesOf = (url: string): Buffer => Buffer.from(url.split(',')[1]!, 'base64')

async function deskWithSite(t: TestContext) {
  const desk = await startDesk(t)
  const { rooms, site, call } = desk
  const as = async (role: 'admin' | 'agent', workspaceId = desk.workspaceId) => {
    const { id } = await rooms.agents.create({ workspaceId, kind: 'human', name: 'Ada', role })
    return (await rooms.sessions.create({ workspaceId, agentId: id })).token
  }
  const admin = await as('admin')
  const path = `/api/v1/sites/${site.id}`
  const patch = (body: unknown, token = admin) => call('PATCH', path, { body, token })
  const config = async () => (await call('GET', `/support/widget/config?site=${site.key}`)).body
  return {
    ...desk,
    as,
    path,
    patch,
    config,
    read: async () => AdminSite.parse((await call('GET', path, { token: admin })).body.site),
    preview: async (body: unknown) => call('POST', `${path}/preview`, { body, token: admin }),
    rows: async () => (await desk.db.query('select digest from site_logos')).length,
    /** As a browser fetches it, at whatever port the desk is. */
    fetchLogo: (url: string) => fetch(new URL(new URL(url).pathname, desk.base)),
    help: async () => (await fetch(new URL(`/help/s/${site.key}`, desk.base))).text(),
  }
}

test('logo: drawn anew, shown to customers under an address that stays, gone when it is taken away', async (t) => {
  const { patch, config, read, rows, fetchLogo, help, db, site } = await deskWithSite(t)
  await patch({ logo_path: 'M0 0h24' })
  const given = await photo()
  const changed = await patch({ logo: asUrl(given, 'image/jpeg') })
  assert.equal(changed.status, 200)
  const { logo } = AdminSite.parse(changed.body.site)
  assert.equal((await read()).logo, logo)
  const { format, width, height, exif } = await sharp(bytesOf(logo!)).metadata()
  assert.deepEqual([format, width, height, exif], ['webp', 96, 96, undefined])

  const { logo_url, logo_path } = await config()
  assert.deepEqual([typeof logo_url, logo_path], ['string', undefined])
  const answer = await fetchLogo(logo_url)
  assert.equal(answer.status, 200)
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytesOf(logo!))
  for (const [name, value] of Object.entries({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "sandbox; default-src 'none'",
  }))
    assert.equal(answer.headers.get(name), value, name)
  const picture = `<img class="logo" src="${new URL(logo_url).pathname}"`
  assert.ok((await help()).includes(picture))

  await patch({ label: 'Help', colour: '#0a5e4b' })
  assert.equal((await config()).logo_url, logo_url, 'another change leaves it')
  await patch({ logo: asUrl(await png(40, 40)) })
  assert.notEqual((await config()).logo_url, logo_url)
  assert.deepEqual([(await fetchLogo(logo_url)).status, await rows()], [404, 1])

  await patch({ logo })
  assert.equal((await config()).logo_url, logo_url, 'what was read can be given back, as undo does')

  const last = (await config()).logo_url
  await patch({ logo: null })
  const after = await config()
  assert.deepEqual([after.logo_url, after.logo_path], [undefined, 'M0 0h24'])
  assert.deepEqual([(await read()).logo, (await fetchLogo(last)).status, await rows()], [null, 404, 0])
  assert.ok(!(await help()).includes('<img class="logo"'))
  const entries = await db.query<{ data: { changed: string[]; site_id: string } }>(
    "select data from audit_entries where action = 'site.changed' order by id",
  )
  assert.equal(
    entries.filter(({ data }) => data.site_id === site.id && data.changed.includes('logo')).length,
    4,
  )
  assert.ok(!JSON.stringify(entries).includes('base64'), 'no picture in the log')
})

test('logo: what is no small picture is refused by name, and changes nothing', async (t) => {
  const { patch, read, rows } = await deskWithSite(t)
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  for (const [logo, because] of [
    [asUrl(Buffer.from('no picture at all')), /could not be read/],
    [asUrl(svg), /could not be read/],
    [asUrl(svg, 'image/svg+xml'), /./],
    ['https://elsewhere.example/logo.png', /./],
    [asUrl(await png(300, 20)), /256/],
    [asUrl(Buffer.alloc(38_000)), /./],
  ] as const) {
    const { status, body } = await patch({ label: 'Other', logo })
    assert.equal(status, 422, String(logo).slice(0, 60))
    assert.equal(body.errors[0].pointer, '/logo')
    assert.match(body.errors[0].detail, because)
  }
  assert.deepEqual([(await read()).label, await rows()], ['', 0])
})

test('logo: only an administrator of the site’s workspace gives one, and trying it out keeps nothing', async (t) => {
  const { patch, preview, as, rooms, rows, call, path, config } = await deskWithSite(t)
  const logo = asUrl(await png(40, 40))
  assert.equal((await patch({ logo }, await as('agent'))).status, 403)
  const { id: elsewhere } = await rooms.workspaces.create({ name: 'Elsewhere' })
  const stranger = await as('admin', elsewhere)
  assert.equal((await call('PATCH', path, { body: { logo }, token: stranger })).status, 404)
  assert.equal(SitePreview.parse((await preview({ logo })).body).site.logo, null)
  assert.equal(await rows(), 0)

  // Who comes too late has not changed it, either.
  assert.equal((await patch({ logo, version: 1 })).status, 200)
  assert.equal((await patch({ logo: null, version: 1 })).status, 412)
  const { logo_url } = await config()
  assert.equal(await rows(), 1)

  const other = await rooms.sites.create({ workspaceId: elsewhere, name: 'Other', key: 'other' })
  const { pathname } = new URL(logo_url)
  const underOther = pathname.replace(/logos\/[^/]+/, `logos/${other.key}`)
  assert.equal((await call('GET', underOther)).status, 404, 'a digest is found under its own site alone')
})
